import Snapshots

/// The fields of rows one after the other in one block of memory: as ``ContentHash`` takes them, so that a row is hashed in
/// one go, and where SQLite reads them, so that none is copied for it. For logs of a million rows.
struct FieldBytes {
    private struct Field {
        var kind: UInt8
        var start: Int
        var count: Int
    }

    private var bytes: [UInt8] = []
    private var fields: [Field] = []
    /// Where the fields and the bytes of the row that is being put together begin.
    private var firstField = 0
    private var firstByte = 0

    private enum Kind {
        static let integer: UInt8 = 1
        static let text: UInt8 = 3
        static let blob: UInt8 = 4
        static let null: UInt8 = 5
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        (firstField, firstByte) = (0, 0)
    }

    mutating func integer(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { put(Kind.integer, $0) }
    }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { put(Kind.text, UnsafeRawBufferPointer($0)) }
    }

    mutating func text(_ text: String?) { if let text { self.text(text) } else { null() } }

    mutating func blob(_ blob: ArraySlice<UInt8>) { blob.withUnsafeBytes { put(Kind.blob, $0) } }

    mutating func null() { put(Kind.null, UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// Ends the row with the hash of its fields.
    mutating func hash() {
        let hash = bytes.withUnsafeBytes { Digest.of(UnsafeRawBufferPointer(rebasing: $0[firstByte...])) }
        fields.append(Field(kind: Kind.blob, start: bytes.count, count: hash.count))
        bytes += hash
        (firstField, firstByte) = (fields.count, bytes.count)
    }

    /// Each field as ``ContentHash`` has it: the kind and the bytes, both with their number before them.
    private mutating func put(_ kind: UInt8, _ field: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(1).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(kind)
        withUnsafeBytes(of: UInt64(field.count).littleEndian) { bytes.append(contentsOf: $0) }
        fields.append(Field(kind: kind, start: bytes.count, count: field.count))
        bytes.append(contentsOf: field)
    }

    /// Inserts all rows, each with as many fields as the statement has parameters.
    func insert(by statement: Statement) throws {
        try bytes.withUnsafeBytes { bytes in
            var parameter = 1
            let count = statement.parameterCount
            for field in fields {
                let value = UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.start + field.count])
                switch field.kind {
                case Kind.integer: statement.bind(Int(Int64(littleEndian: value.loadUnaligned(as: Int64.self))), at: parameter)
                case Kind.text: statement.bindText(inPlace: value, at: parameter)
                case Kind.blob: statement.bindBlob(inPlace: value, at: parameter)
                default: statement.bindNull(at: parameter)
                }
                parameter += 1
                guard parameter > count else { continue }
                parameter = 1
                _ = try statement.step()
                statement.reset()
            }
        }
        // Nothing is left bound to memory that goes.
        statement.clear()
    }
}
