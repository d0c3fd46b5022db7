package import Reports
package import Rows

/// The log of a project, open for further reports. Several programs may add to one project at the same time: each waits
/// for its turn.
package final class ProjectLog {
    /// What became of a row.
    package enum Outcome: Sendable {
        /// It stands in the log, and on the disk. `doubts`: what somebody should look at.
        case added(id: String, doubts: [Problem])
        /// It stood there already, with the same content.
        case known(id: String)
        case refused(Problem)
    }

    /// Reports that are added stand here, whatever the form in which they came.
    package static let file = "reports.ndjson"

    private let project: Project
    /// Knows the actors and sources; a copy of it reads each row.
    private let blank: ReportReader

    package init(_ path: String) throws {
        let files = try ProjectFiles(path)
        func file(_ names: String...) -> String? { names.map { path + "/" + $0 }.first(where: files.exists) }
        let actors = try file("actors.csv", "actors.ndjson").map { try ActorReader.read($0, from: files).actors }
        let sources = try file("sources.csv", "sources.ndjson").map { try SourceReader.read($0, from: files).sources }
        blank = ReportReader(actors: actors ?? ActorTable([], isOpen: true), sources: sources ?? SourceTable([]))
        project = try Project(writing: path)
    }

    /// Adds the rows that are reports and not known yet, all in one step: when this returns they are on the disk.
    ///
    /// With `isTrial` nothing is written, and the outcomes are those that would be. `now` is set as `recorded_at` where a row has none. The outcomes stand in the order of the rows. Throws where
    /// nothing was added: `WriteError` for a full disk, `InputError` for a damaged file.
    package func add(_ rows: Rows, now: Moment, isTrial: Bool = false) throws -> [Outcome] {
        let rows = ReportReader.renamed(rows)
        do {
            return try project.translated {
                try project.connection.transaction {
                    var end = try end()
                    let outcomes = try rows.rows.map { row in try add(row, of: rows.file, now: now, at: &end) }
                    if isTrial { throw Trial(outcomes: outcomes) }
                    return outcomes
                }
            }
        } catch let trial as Trial {
            return trial.outcomes
        }
    }

    /// Takes what a trial did back.
    private struct Trial: Error {
        let outcomes: [Outcome]
    }

    /// Where the next report goes.
    private struct End {
        let file: Int
        var fid: Int
        var line: Int
        /// Whether the record before ends its line.
        var isLineOpen: Bool
    }

    private func end() throws -> End {
        let connection = project.connection
        let find = "SELECT fid FROM files WHERE name = ?"
        let known = try connection.firstRow(find, [.text(Self.file)]) { $0.integer(0) }
        let file = try known ?? HeldFile.add(Self.file, .scenario, to: connection)
        let fid = try connection.firstRow("SELECT max(fid) FROM reports") { $0.integer(0) } ?? 0
        // Nothing is added to another file, so this one's last record, if it has any, is near the end.
        let last = try connection.firstRow(
            "SELECT line, record FROM reports WHERE file_fid = ? ORDER BY fid DESC LIMIT 1", [.integer(file)]
        ) { ($0.integer(0), $0.bytes(1).last != 0x0A) }
        return End(file: file, fid: fid + 1, line: (last?.0 ?? 0) + 1, isLineOpen: last?.1 ?? false)
    }

    private func add(_ row: Row, of file: String, now: Moment, at end: inout End) throws -> Outcome {
        let settled = Self.settled(row, now: now)
        var reader = blank
        reader.take(Rows(file: file, names: settled.names, rows: [settled], problems: []))
        guard let report = reader.reports.first else {
            let problem = reader.problems.first { $0.effect == .skipped }
            return .refused(
                problem ?? Problem(file: file, line: row.line, effect: .skipped, fact: RowFact.notAnObject))
        }
        if let (line, held) = try held(report.id) {
            guard Self.isSame(row, as: held) else {
                let fact = ReportFact.conflictingID(id: report.id, firstLine: line)
                return .refused(Problem(file: file, line: row.line, effect: .skipped, fact: fact))
            }
            return .known(id: report.id)
        }
        let record = (end.isLineOpen ? [0x0A] : []) + Self.record(settled)
        var fields = FieldBytes()
        ReportRow(fid: end.fid, file: end.file, line: end.line, record: record[...]).put(report, into: &fields)
        try fields.insert(by: project.connection.statement(ReportRow.insert))
        end.fid += 1
        end.line += 1
        end.isLineOpen = false
        var doubts = reader.problems.filter { $0.fact is ReportFact && $0.effect == .doubtful }
        if let other = report.supersedes, try held(other) == nil {
            let fact = ReportFact.supersedesUnknown(id: other)
            doubts.append(Problem(file: file, line: row.line, effect: .doubtful, fact: fact))
        }
        return .added(id: report.id, doubts: doubts)
    }

    /// The report of that id, as the row that it was read from, with its line.
    private func held(_ id: String) throws -> (line: Int, row: Row)? {
        let connection = project.connection
        let found = try connection.firstRow(
            """
            SELECT reports.line, reports.record, files.name, files.fid FROM reports \
            JOIN files ON files.fid = reports.file_fid WHERE report_id = ?
            """, [.text(id)]
        ) { ($0.integer(0), $0.bytes(1), $0.text(2) ?? "", $0.integer(3)) }
        guard let (line, record, name, file) = found else { return nil }
        // A record of a table says nothing without the names of its columns.
        var bytes: [UInt8] = []
        try connection.forEachRow(Project.pieces + " WHERE file_fid = ? ORDER BY fid", [.integer(file)]) {
            $0.withBytes(2) { bytes.append(contentsOf: $0) }
        }
        let rows = ReportReader.renamed(try RowsReader.rows(of: bytes + record, file: name))
        return rows.rows.last.map { (line, $0) }
    }

    /// The row with an id and the time when it was recorded. The id is that which its content alone gives it.
    private static func settled(_ row: Row, now: Moment) -> Row {
        var cells: [(name: String, cell: String)] = []
        // Where a name stands twice the first counts.
        for (name, cell) in zip(row.names, row.cells) where !cell.isEmpty && !cells.contains(where: { $0.name == name })
        {
            cells.append((name, cell))
        }
        if row["id"] == nil { cells.insert(("id", ReportID.make(row)), at: 0) }
        if row["recorded_at"] == nil { cells.append(("recorded_at", now.text)) }
        return Row(line: row.line, names: cells.map(\.name), cells: cells.map(\.cell))
    }

    /// Whether a row that came again says what the one that is held says: what was filled in for it does not count.
    private static func isSame(_ row: Row, as held: Row) -> Bool {
        func content(_ other: Row) -> String {
            let cells = zip(other.names, other.cells).filter { name, _ in
                name != "id" && (name != "recorded_at" || row["recorded_at"] != nil)
            }
            return ReportID.content(of: Row(line: 0, names: cells.map(\.0), cells: cells.map(\.1)))
        }
        return content(row) == content(held)
    }

    private static func record(_ row: Row) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (name, cell) in zip(row.names, row.cells) {
                json.key(name)
                json.string(cell)
            }
        }
        return json.bytes + [0x0A]
    }
}
