/// Digests of files, by which a series knows what it has made already.
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

    /// Of the bytes alone, as `sha256sum` has it.
    package static func of(_ bytes: [UInt8]) -> String {
        var digest = Digest()
        digest.raw(bytes)
        return digest.finish()
    }
}
