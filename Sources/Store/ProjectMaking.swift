import Glibc
import Places
import Reports
package import Rows

/// Makes a project out of the files of a scenario, or an empty one: the whole of it or nothing.
package struct ProjectMaking {
    /// What was taken in.
    package struct Summary: Sendable {
        package internal(set) var files: [String] = []
        package internal(set) var reports = 0
        package internal(set) var skipped = 0
        package internal(set) var places = 0
        package internal(set) var names = 0
        /// The gazetteer that was left outside, since it is no table; commands look for it where they always do.
        package internal(set) var gazetteerLeftOut: [String] = []
        /// Where the usual gazetteer was looked for in vain: without one there are no places.
        package internal(set) var gazetteerMissing: InputError?
        /// The first thousand skipped rows of the reports, and all else that is wrong.
        package internal(set) var problems: [Problem] = []
        /// Skipped rows that do not stand in `problems`.
        package internal(set) var untold = 0
    }

    /// Called now and then with what is being done.
    package var progress: ((String) -> Void)?

    let connection: Connection
    var summary = Summary()
    /// The time of the newest report, for GeoPackage's own list of tables.
    var newest = Instant(seconds: 0)

    /// Makes the project at `path` of `files`, whose names are those of a scenario. `gazetteer` names another gazetteer
    /// than the usual one.
    ///
    /// The file is made beside its place and moved there when it is done and on the disk, so that a kill, a full disk or
    /// bad input leave nothing behind under its name. Throws `InputError`: something stands there, a file cannot be used;
    /// `WriteError`.
    package static func make(
        _ path: String, of files: [String], gazetteer: String? = nil, progress: ((String) -> Void)? = nil
    ) throws -> Summary {
        guard !FileBytes.exists(path) else { throw InputError(file: path, fact: ProjectFact.standsAlready) }
        let draft = "\(path).part-\(getpid())"
        let stopped = Draft(draft)
        // SQLite begins one before it is told not to.
        let journal = Draft(draft + "-journal")
        defer {
            stopped.forget()
            journal.forget()
        }
        stopped.remove()
        do {
            let summary = try Project.translating(path) {
                var making = try ProjectMaking(connection: .init(draft, .creating), progress: progress)
                try making.prepare()
                try making.fill(files, gazetteer: gazetteer)
                try making.settle()
                return making.summary
            }
            try publish(draft, as: path)
            return summary
        } catch {
            for ending in ["", "-journal", "-wal", "-shm"] { unlink(draft + ending) }
            throw error
        }
    }

    private init(connection: Connection, progress: ((String) -> Void)?) {
        self.connection = connection
        self.progress = progress
    }

    /// Nobody sees the file before it is whole: a journal and a sync for each step would be for nothing.
    private func prepare() throws {
        try connection.execute(
            """
            PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF; \
            PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.geoPackageVersion)
            """)
        try Schema.bringUp(connection)
    }

    private mutating func fill(_ files: [String], gazetteer: String?) throws {
        var pathOfName: [String: String] = [:]
        for file in files {
            let name = String(file.split(separator: "/").last ?? "")
            guard Scenario.fileNames.contains(name) else {
                throw InputError(file: file, fact: ProjectFact.noScenarioFile(known: Scenario.fileNames))
            }
            guard pathOfName[name] == nil else {
                throw InputError(file: file, fact: ProjectFact.twoOfOneName(name: name))
            }
            pathOfName[name] = file
        }
        connection.setDefensive(false)
        try connection.transaction {
            // In the order in which a scenario is read, whatever the order in which the files were named.
            for name in Scenario.fileNames where pathOfName[name] != nil && !name.hasPrefix("reports.") {
                try keep(FileBytes.read(pathOfName[name]!), as: name, .scenario)
            }
            let actors = try fillActors(pathOfName)
            let sources = try fillSources(pathOfName)
            try fillSettings(pathOfName)
            var reader = ReportReader(actors: actors, sources: sources)
            // The one that grows comes last.
            for name in ["reports.csv", "reports.tsv", "reports.jsonl", "reports.ndjson"] {
                if let file = pathOfName[name] { try takeReports(of: file, as: name, into: &reader) }
            }
            try fillPlaces(pathOfName, gazetteer: gazetteer)
            for layer in Schema.maps { try LayerFill(layer, in: connection).finish(lastChange: newest.dateTime) }
            try connection.run(
                "UPDATE gpkg_contents SET last_change = ? WHERE table_name = 'reports'", [.text(newest.dateTime)])
            summary.files = pathOfName.keys.sorted()
        }
    }

    /// Every later writer works with a log ahead of the file, which survives a kill at any moment.
    private func settle() throws {
        try connection.execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL")
        _ = try connection.firstRow("PRAGMA wal_checkpoint(TRUNCATE)") { _ in }
    }

    private static func publish(_ draft: String, as path: String) throws {
        func failure() -> WriteError { WriteError(file: path, systemError: String(cString: strerror(errno))) }
        try sync(draft, failure)
        // Unlike rename, link never replaces what another program has made meanwhile.
        if link(draft, path) == 0 {
            unlink(draft)
        } else {
            guard errno != EEXIST else { throw InputError(file: path, fact: ProjectFact.standsAlready) }
            guard rename(draft, path) == 0 else { throw failure() }
        }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try sync(folder, failure)
    }

    private static func sync(_ path: String, _ failure: () -> WriteError) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }
}
