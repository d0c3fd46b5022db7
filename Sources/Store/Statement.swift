import CSQLite

/// A value of a column.
enum Value {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
}

/// A prepared statement. Columns count from 0, parameters from 1, as SQLite has it.
final class Statement {
    private var pointer: OpaquePointer?
    private unowned let connection: Connection
    /// SQLite takes a copy of what is bound.
    nonisolated(unsafe) private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ sql: String, in connection: Connection) throws {
        self.connection = connection
        try connection.check(sqlite3_prepare_v2(connection.handle, sql, -1, &pointer, nil))
    }

    func finish() {
        sqlite3_finalize(pointer)
        pointer = nil
    }

    deinit { finish() }

    func reset() { sqlite3_reset(pointer) }

    /// True while there is a row.
    func step() throws -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let error = DatabaseError(code: code, message: String(cString: sqlite3_errmsg(connection.handle)))
        reset()
        throw error
    }

    /// Runs it with these values, for statements that give no rows.
    func run(_ values: Value...) throws {
        reset()
        for (index, value) in values.enumerated() { bind(value, at: index + 1) }
        while try step() {}
        reset()
    }

    var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

    func bind(_ number: Int, at index: Int) { sqlite3_bind_int64(pointer, Int32(index), Int64(number)) }

    func bindNull(at index: Int) { sqlite3_bind_null(pointer, Int32(index)) }

    /// Binds text without a copy: the bytes must stay until the statement is bound anew or cleared.
    func bindText(inPlace bytes: UnsafeRawBufferPointer, at index: Int) {
        sqlite3_bind_text(
            pointer, Int32(index), bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? Self.nothing,
            Int32(bytes.count), nil)
    }

    /// The same for bytes.
    func bindBlob(inPlace bytes: UnsafeRawBufferPointer, at index: Int) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(pointer, Int32(index), 0)
        } else {
            sqlite3_bind_blob64(pointer, Int32(index), bytes.baseAddress, UInt64(bytes.count), nil)
        }
    }

    /// Forgets what was bound.
    func clear() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    func bind(_ value: Value, at index: Int) {
        switch value {
        case .null: sqlite3_bind_null(pointer, Int32(index))
        case .integer(let number): sqlite3_bind_int64(pointer, Int32(index), Int64(number))
        case .real(let number): sqlite3_bind_double(pointer, Int32(index), number)
        case .text(var text):
            text.withUTF8 { bytes in
                // A null pointer would bind NULL.
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    _ = sqlite3_bind_text(
                        pointer, Int32(index), characters.baseAddress ?? Self.nothing, Int32(characters.count),
                        Self.copied)
                }
            }
        case .blob(let bytes): bytes.withUnsafeBytes { bind($0, at: index) }
        }
    }

    func bind(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(pointer, Int32(index), 0)
        } else {
            sqlite3_bind_blob64(pointer, Int32(index), bytes.baseAddress, UInt64(bytes.count), Self.copied)
        }
    }

    nonisolated(unsafe) private static let nothing: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.pointee = 0
        return UnsafePointer(byte)
    }()

    var columnCount: Int { Int(sqlite3_column_count(pointer)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(column))) }

    func text(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(pointer, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes, for as long as the row is the current one.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(pointer, Int32(column))
        return try body(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, Int32(column)))))
    }

    func bytes(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

    /// The kind and the bytes of each column in turn, for hashes: two rows that differ at all differ in these.
    func forEachField(upTo count: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
        for column in 0..<count {
            let kind = sqlite3_column_type(pointer, Int32(column))
            withUnsafeBytes(of: UInt8(truncatingIfNeeded: kind)) { body($0) }
            switch kind {
            case SQLITE_INTEGER:
                withUnsafeBytes(of: sqlite3_column_int64(pointer, Int32(column)).littleEndian) { body($0) }
            case SQLITE_FLOAT:
                withUnsafeBytes(of: sqlite3_column_double(pointer, Int32(column)).bitPattern.littleEndian) { body($0) }
            default: withBytes(column) { body($0) }
            }
        }
    }
}
