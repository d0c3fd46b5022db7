/// The digest of several files, by which a series knows whether it was made of the same ones.
package struct ContentDigest {
    private var digest = Digest()

    package init() {}

    /// Adds a named piece; where one ends and the next begins is part of the digest.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        digest.line(name, "\(bytes.count)")
        digest.raw(bytes)
    }

    /// `sha256:` and 64 hexadecimal digits.
    package consuming func finish() -> String { digest.finish() }
}
