import Glibc
import Reports
import Rows
package import Snapshots

/// One snapshot as a GeoPackage of its own, without the log: the layers and styles of a project's map.
package enum MapFile {
    private static let layers = Schema.maps.filter { $0.name != "changes" }

    /// Writes the file, over an older map that stands there; the same snapshot gives the same bytes.
    ///
    /// The new file is made beside its place and moved there when it is on the disk. Throws `InputError` where a project
    /// stands there, which is never written over; `WriteError`.
    package static func write(_ snapshot: Snapshot, _ theatre: Theatre, to path: String) throws {
        try protect(path)
        // A link stays a link: what it points to is replaced.
        let path = AtomicFile.resolved(path) ?? path
        let part = "\(path).part-\(getpid())"
        let draft = Draft(part)
        defer { draft.forget() }
        draft.remove()
        do {
            try Project.translating(path) { try make(part, ProjectDrawing(snapshot, theatre), snapshot) }
            AtomicFile.sync(part)
            guard rename(part, path) == 0 else {
                throw WriteError(file: path, systemError: String(cString: strerror(errno)))
            }
        } catch {
            draft.remove()
            throw error
        }
    }

    private static func make(_ path: String, _ drawing: ProjectDrawing, _ snapshot: Snapshot) throws {
        let connection = try Connection(path, .creating)
        // Nobody sees the file before it is whole: a journal would be for nothing.
        try connection.execute(
            """
            PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
            PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.geoPackageVersion)
            """)
        connection.setDefensive(false)
        try connection.transaction {
            try Schema.make(layers, in: connection)
            _ = try drawing.fill(layers, in: connection, lastChange: snapshot.at.start.dateTime)
        }
    }

    /// Refuses what would lose somebody's work, or take the place of a pipe or a device.
    private static func protect(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw WriteError(file: path, systemError: "it is no file, and a GeoPackage is nothing else")
        }
        guard Project.isMeant(by: path) else { return }
        guard access(path + "-wal", F_OK) != 0 else { throw InputError(file: path, fact: ProjectFact.openElsewhere) }
        let holdsReports = try? Connection(path, .reading).firstRow(
            "SELECT count(*) FROM sqlite_master WHERE name IN ('frontline_project', 'reports')"
        ) { $0.integer(0) > 0 }
        if holdsReports ?? true { throw InputError(file: path, fact: ProjectFact.isAProject) }
    }
}
