import CMessageDigest

/// SHA-256 over the fields of a great many rows, as ``Digest`` has it: put together to large pieces, which are hashed at once.
package final class BulkDigest {
    private var digest = FrontlineDigest()
    private var pending: [UInt8] = []
    private static let size = 1 << 16

    package init() {
        frontline_digest_begin(&digest)
        pending.reserveCapacity(2 * Self.size)
    }

    /// The field's bytes with their number before them.
    package func field(_ bytes: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) {
            pending.append(contentsOf: $0.bindMemory(to: UInt8.self))
        }
        pending.append(contentsOf: bytes.bindMemory(to: UInt8.self))
        if pending.count >= Self.size { flush() }
    }

    /// The 32 bytes. To be asked for once, at the end.
    package func bytes() -> [UInt8] {
        flush()
        return [UInt8](unsafeUninitializedCapacity: 32) { hash, count in
            frontline_digest_end(&digest, hash.baseAddress)
            count = 32
        }
    }

    private func flush() {
        frontline_digest_add(&digest, pending, pending.count)
        pending.removeAll(keepingCapacity: true)
    }
}

/// SHA-256 over lines, for digests that say whether two states are one.
///
/// By Debian's libmd: it is on every system that has dpkg, and takes nothing to build.
package struct Digest {
    private var context = SHA2_CTX()

    package init() {
        SHA256Init(&context)
    }

    mutating func line(_ fields: String...) {
        let bytes = Array(fields.joined(separator: "\t").utf8) + [0x0A]
        SHA256Update(&context, bytes, bytes.count)
    }

    /// The bytes of each, the lowest first.
    mutating func numbers(_ values: some Sequence<Int32>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * values.underestimatedCount)
        for value in values { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
        SHA256Update(&context, bytes, bytes.count)
    }

    mutating func raw(_ bytes: [UInt8]) {
        SHA256Update(&context, bytes, bytes.count)
    }

    /// Bytes with their number before them, so that no two lists of fields look alike.
    package mutating func field(_ bytes: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { count in
            SHA256Update(&context, count.baseAddress, count.count)
        }
        if let start = bytes.baseAddress { SHA256Update(&context, start, bytes.count) }
    }

    /// The 32 bytes of the hash of these.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { hash, count in
            frontline_sha256(bytes.baseAddress, bytes.count, hash.baseAddress)
            count = 32
        }
    }

    /// The 32 bytes.
    package consuming func bytes() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&hash, &context)
        return hash
    }

    /// `sha256:` and 64 hexadecimal digits.
    consuming func finish() -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in bytes() { out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return "sha256:" + String(decoding: out, as: UTF8.self)
    }
}
