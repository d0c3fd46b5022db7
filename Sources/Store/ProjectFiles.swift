package import Rows
import Synchronization

/// The files that a project holds, put together again out of their pieces and reports. Each is as it was imported, with
/// the reports that were added since at the end; what is not as it was written is refused.
package final class ProjectFiles: FileSource {
    private let path: String
    private let project: Mutex<Project>
    /// Those that hold anything.
    private let names: Set<String>
    package let keptGazetteer: [String]

    package init(_ path: String) throws {
        self.path = path
        let project = try Project(reading: path)
        let files = try project.translated { try project.files() }
        names = Set(files.filter { !$0.isEmpty }.map(\.name))
        keptGazetteer = files.filter { $0.role == .gazetteer }.map { path + "/" + $0.name }
        self.project = Mutex(project)
    }

    /// The tables of places: the scenario's own, else the gazetteer that was kept.
    package var places: [String] {
        let own = ["places.tsv", "places.csv"].filter(names.contains).map { path + "/" + $0 }
        return own.isEmpty ? keptGazetteer : own
    }

    package func exists(_ path: String) -> Bool { name(of: path).map(names.contains) ?? false }

    package func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
        guard let name = name(of: path), names.contains(name) else {
            throw InputError(file: path, fact: RowFact.notFound)
        }
        do {
            let bytes = try project.withLock { project in
                try project.translated { try project.bytes(ofFile: name) }
            }
            guard bytes.count <= limit else {
                throw InputError(file: path, fact: RowFact.tooLarge(bytes: bytes.count, limit: limit))
            }
            return bytes
        } catch let error as InputError {
            throw error
        } catch let error as WriteError {
            throw InputError(file: path, fact: RowFact.notReadable(systemError: error.systemError))
        } catch {
            throw InputError(file: path, fact: RowFact.notReadable(systemError: "\(error)"))
        }
    }

    private func name(of path: String) -> String? {
        path.hasPrefix(self.path + "/") ? String(path.dropFirst(self.path.count + 1)) : nil
    }
}

extension Project {
    /// In the order in which they were taken in.
    func files() throws -> [HeldFile] {
        var files: [HeldFile] = []
        try connection.forEachRow(
            """
            SELECT EXISTS (SELECT 1 FROM file_pieces WHERE file_fid = files.fid) \
            OR EXISTS (SELECT 1 FROM reports WHERE file_fid = files.fid), fid, name, role, content_hash \
            FROM files ORDER BY fid
            """
        ) { row in
            let name = row.text(2) ?? ""
            guard let role = HeldFile.Role(rawValue: row.text(3) ?? ""),
                row.bytes(4) == HeldFile.hash(row.integer(1), name, role)
            else { throw InputError(file: path, fact: ProjectFact.changedFile(name: name)) }
            files.append(HeldFile(fid: row.integer(1), name: name, role: role, isEmpty: row.integer(0) == 0))
        }
        return files
    }

    /// All bytes of a file. Throws `InputError` where a piece or a report is not what was written.
    func bytes(ofFile name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try connection.transaction(writing: false) {
            let file = try connection.firstRow("SELECT fid FROM files WHERE name = ?", [.text(name)]) { $0.integer(0) }
            guard let file else { throw InputError(file: path, fact: ProjectFact.changedFile(name: name)) }
            try connection.forEachRow(Self.pieces + " WHERE file_fid = ? ORDER BY fid", [.integer(file)]) { row in
                guard ContentHash.isRight(row) else {
                    throw InputError(file: path, fact: ProjectFact.changedFile(name: name))
                }
                row.withBytes(2) { bytes.append(contentsOf: $0) }
            }
            let record = ReportRow.columns.count - 2
            try connection.forEachRow(ReportRow.select + " WHERE file_fid = ? ORDER BY fid", [.integer(file)]) { row in
                guard ContentHash.isRight(row) else {
                    throw InputError(
                        file: path, fact: ProjectFact.changedRow(table: "reports", row: row.integer(0)))
                }
                row.withBytes(record) { bytes.append(contentsOf: $0) }
                guard bytes.count <= FileBytes.limit else {
                    let fact = RowFact.tooLarge(bytes: bytes.count, limit: FileBytes.limit)
                    throw InputError(file: path + "/" + name, fact: fact)
                }
            }
        }
        return bytes
    }

    static let pieces = "SELECT fid, file_fid, bytes, content_hash FROM file_pieces"
}
