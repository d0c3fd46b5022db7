import Snapshots

/// SHA-256 over the fields of a row, each with its type and length: SQLite has no checksum of its own, and takes a
/// flipped bit in a cell for what was written.
enum ContentHash {
    static func of(_ values: [Value]) -> [UInt8] {
        var digest = Digest()
        for value in values {
            func field(_ kind: UInt8, _ bytes: UnsafeRawBufferPointer) {
                withUnsafeBytes(of: kind) { digest.field($0) }
                digest.field(bytes)
            }
            switch value {
            case .integer(let number): withUnsafeBytes(of: Int64(number).littleEndian) { field(1, $0) }
            case .real(let number): withUnsafeBytes(of: number.bitPattern.littleEndian) { field(2, $0) }
            case .text(var text): text.withUTF8 { field(3, UnsafeRawBufferPointer($0)) }
            case .blob(let bytes): bytes.withUnsafeBytes { field(4, $0) }
            case .null: field(5, UnsafeRawBufferPointer(start: nil, count: 0))
            }
        }
        return digest.bytes()
    }

    /// Whether the last column of a row is the hash of those before it.
    static func isRight(_ row: Statement) -> Bool {
        var digest = Digest()
        row.forEachField(upTo: row.columnCount - 1) { digest.field($0) }
        return row.bytes(row.columnCount - 1) == digest.bytes()
    }
}
