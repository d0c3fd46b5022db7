import CSQLite
import Glibc
import Rows

/// SQLite refused to do something: its code and its words.
struct DatabaseError: Error {
    /// The extended result code.
    let code: Int32
    let message: String

    /// The code without its details.
    var primary: Int32 { code & 0xFF }
}

/// One connection to a project file. Not for use by two threads at once.
///
/// SQLite's own interface and not a library over it: those for Swift load the whole of Foundation, which costs every run
/// of the command 3 ms before its first line (Project.md).
final class Connection {
    enum Access { case reading, writing, creating }

    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// Opens the file, guarded against what a stranger may have put into it.
    ///
    /// Waits up to a minute for other writers. What is committed is on the disk when `transaction` returns.
    init(_ path: String, _ access: Access) throws {
        // A reader opens for writing too where it may: only then are the log and its index cleared away by the last to go.
        let flags = SQLITE_OPEN_READWRITE | (access == .creating ? SQLITE_OPEN_CREATE : 0)
        handle = try Self.open(
            access == .reading && Self.isShut(path)
                ? (Self.unchanging(path), SQLITE_OPEN_READONLY) : (path.hasPrefix("file:") ? "./" + path : path, flags))
        sqlite3_busy_timeout(handle, 60_000)
        guardAgainstStrangers()
        try execute("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0")
        if access == .reading { try execute("PRAGMA query_only = ON") }
        if access == .writing { try execute("PRAGMA synchronous = FULL") }
    }

    private static func open(_ name: (path: String, flags: Int32)) throws -> OpaquePointer {
        var pointer: OpaquePointer?
        let always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI
        let code = sqlite3_open_v2(name.path, &pointer, name.flags | always, nil)
        guard code == SQLITE_OK, let pointer else {
            sqlite3_close_v2(pointer)
            throw DatabaseError(code: code, message: String(cString: sqlite3_errstr(code)))
        }
        return pointer
    }

    /// True where no file can be made beside it, as on a CD: then nobody else writes to it either.
    private static func isShut(_ path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return Glibc.access(folder, W_OK) != 0 && Glibc.access(path + "-wal", F_OK) != 0
    }

    /// The path in the form that tells SQLite to look for no log beside it.
    private static func unchanging(_ path: String) -> String {
        var escaped = ""
        for byte in path.utf8 {
            let isPlain =
                byte < 0x80 && byte > 0x20 && ![UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(byte)
            let hex = String(byte, radix: 16)
            escaped += isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
        }
        return "file:\(escaped)?immutable=1"
    }

    deinit {
        for statement in statements.values { statement.finish() }
        sqlite3_close_v2(handle)
    }

    /// What sqlite.org/security.html advises for files from elsewhere.
    private func guardAgainstStrangers() {
        setDefensive(true)
        _ = frontline_set_trusted_schema(handle, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100_000)
        sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100)
        sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10)
        sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 100)
    }

    /// Off only while the R-trees are filled, whose tables SQL may not touch otherwise.
    func setDefensive(_ isOn: Bool) { _ = frontline_set_defensive(handle, isOn ? 1 : 0) }

    /// Runs statements that give no rows, or none that are wanted.
    func execute(_ sql: String) throws { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

    /// The statement, prepared once and kept.
    func statement(_ sql: String) throws -> Statement {
        if let known = statements[sql] {
            known.reset()
            return known
        }
        let made = try Statement(sql, in: self)
        statements[sql] = made
        return made
    }

    /// Each row of the answer in turn.
    func forEachRow(_ sql: String, _ values: [Value] = [], _ body: (Statement) throws -> Void) throws {
        let statement = try statement(sql)
        for (index, value) in values.enumerated() { statement.bind(value, at: index + 1) }
        defer { statement.reset() }
        while try statement.step() { try body(statement) }
    }

    /// The first row of the answer, or nil.
    func firstRow<Result>(_ sql: String, _ values: [Value] = [], _ body: (Statement) throws -> Result) throws -> Result?
    {
        let statement = try statement(sql)
        for (index, value) in values.enumerated() { statement.bind(value, at: index + 1) }
        defer { statement.reset() }
        return try statement.step() ? try body(statement) : nil
    }

    func run(_ sql: String, _ values: [Value]) throws { try forEachRow(sql, values) { _ in } }

    /// All of `body` or nothing. Takes the right to write at once, so that what `body` reads is what it writes over.
    func transaction<Result>(writing: Bool = true, _ body: () throws -> Result) throws -> Result {
        try execute(writing ? "BEGIN IMMEDIATE" : "BEGIN")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // SQLite has rolled back by itself where the disk was full.
            if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
            throw error
        }
    }

    func check(_ code: Int32) throws {
        guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
        throw DatabaseError(code: code, message: String(cString: sqlite3_errmsg(handle)))
    }
}
