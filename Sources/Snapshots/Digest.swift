import Crypto

/// SHA-256 over lines, for digests that say whether two states are one.
struct Digest {
    private var hash = SHA256()

    mutating func line(_ fields: String...) {
        hash.update(data: Array(fields.joined(separator: "\t").utf8))
        hash.update(data: [0x0A])
    }

    mutating func bytes(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// `sha256:` and 64 hexadecimal digits.
    consuming func finish() -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in hash.finalize() { out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return "sha256:" + String(decoding: out, as: UTF8.self)
    }
}
