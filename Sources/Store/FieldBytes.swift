import Reports
import Snapshots

/// The fields of rows one after the other in one block of memory: as ``ContentHash`` takes them, so that a row is hashed in
/// one go, and where SQLite reads them, so that none is copied for it. For logs of a million rows.
struct FieldBytes {
    private struct Field {
        var kind: UInt8
        var start: Int
        var count: Int
    }

    private var bytes = ByteBlock()
    private var fields: [Field] = []
    /// Where the bytes of the row that is being put together begin.
    private var firstByte = 0

    /// The days of a log come many times: of each slot the one that was written last, and how it is written.
    private var times = [Int64](repeating: .min, count: 1024)
    private var textsOfTimes = [UInt8](repeating: 0, count: 1024 * timeLength)
    /// `2015-12-02T17:00:00.000Z`
    private static let timeLength = 24

    private enum Kind {
        static let integer: UInt8 = 1
        static let text: UInt8 = 3
        static let blob: UInt8 = 4
        static let null: UInt8 = 5
    }

    /// Makes room for rows of so many fields with so many bytes in all.
    mutating func reserve(rows: Int, fieldsOfRow: Int, bytes count: Int) {
        fields.reserveCapacity(rows * fieldsOfRow)
        bytes.reserve(rows * fieldsOfRow * 24 + count)
    }

    mutating func integer(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { put(Kind.integer, $0) }
    }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { put(Kind.text, UnsafeRawBufferPointer($0)) }
    }

    mutating func text(_ text: String?) { if let text { self.text(text) } else { null() } }

    /// A moment as the GeoPackage standard writes it.
    mutating func time(_ instant: Instant) {
        let mixed = UInt64(bitPattern: instant.seconds) &* 0x9E37_79B9_7F4A_7C15
        let slot = Int(truncatingIfNeeded: mixed >> 54)
        let length = Self.timeLength
        if times[slot] != instant.seconds {
            let new = Array(instant.dateTime.utf8)
            guard new.count == length else { return text(instant.dateTime) }
            times[slot] = instant.seconds
            textsOfTimes.replaceSubrange(slot * length..<(slot + 1) * length, with: new)
        }
        textsOfTimes.withUnsafeBytes {
            put(Kind.text, UnsafeRawBufferPointer(rebasing: $0[slot * length..<(slot + 1) * length]))
        }
    }

    mutating func blob(_ blob: ArraySlice<UInt8>) { blob.withUnsafeBytes { put(Kind.blob, $0) } }

    mutating func null() { put(Kind.null, UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// Ends the row with the hash of its fields.
    mutating func hash() {
        let hash = bytes.withBytes { Digest.of(UnsafeRawBufferPointer(rebasing: $0[firstByte...])) }
        fields.append(Field(kind: Kind.blob, start: bytes.count, count: hash.count))
        hash.withUnsafeBytes { bytes.put($0) }
        firstByte = bytes.count
    }

    /// Each field as ``ContentHash`` has it: the kind and the bytes, both with their number before them.
    @inline(__always)
    private mutating func put(_ kind: UInt8, _ field: UnsafeRawBufferPointer) {
        bytes.put(UInt64(1))
        bytes.put(kind)
        bytes.put(UInt64(truncatingIfNeeded: field.count))
        fields.append(Field(kind: kind, start: bytes.count, count: field.count))
        bytes.put(field)
    }

    /// Inserts all rows, each with as many fields as the statement has parameters.
    func insert(by statement: Statement) throws {
        try bytes.withBytes { bytes in
            var parameter = 1
            let count = statement.parameterCount
            for field in fields {
                let value = UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.start + field.count])
                switch field.kind {
                case Kind.integer:
                    statement.bind(Int(Int64(littleEndian: value.loadUnaligned(as: Int64.self))), at: parameter)
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
