import Glibc
import Rows

/// A scenario and its maps in one GeoPackage file.
///
/// Reading and writing throw `InputError` where the file is not as it should be, and `WriteError` where the disk or
/// another writer is in the way.
package final class Project {
    package let path: String
    let connection: Connection

    /// True where a file, not a folder, stands at `path`, and begins as SQLite's do.
    package static func isMeant(by path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: magic.count)
        return Glibc.read(descriptor, &head, head.count) == head.count && head == magic
    }

    private static let magic = Array("SQLite format 3\0".utf8)

    /// Opens a project to be read. It must be one, of a version that is known, with nothing in it that would run.
    package convenience init(reading path: String) throws { try self.init(path, .reading) }

    /// The same to be added to. The file is brought to this version where it is older.
    package convenience init(writing path: String) throws {
        try self.init(path, .writing)
        try translated { try Schema.bringUp(connection) }
    }

    private init(_ path: String, _ access: Connection.Access) throws {
        guard FileBytes.exists(path) else { throw InputError(file: path, fact: RowFact.notFound) }
        guard Self.isMeant(by: path) else { throw InputError(file: path, fact: ProjectFact.notADatabase) }
        self.path = path
        connection = try Self.translating(path) { try Connection(path, access) }
        try translated { try SchemaCheck.run(on: connection, path: path) }
    }

    func translated<Result>(_ body: () throws -> Result) throws -> Result { try Self.translating(path, body) }

    /// Runs `body` with SQLite's errors turned into those of the project.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw error.translated(path)
        }
    }
}
