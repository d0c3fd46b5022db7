import Rows

/// Whether a project is as it was written: SQLite's own check, the hash of each report and piece, the gaps in the log,
/// the digest of each layer.
package struct ProjectCheck: Sendable {
    package private(set) var problems: [ProjectFact] = []
    package private(set) var reports = 0
    package private(set) var records = 0
    package private(set) var pieces = 0
    package private(set) var layers: [(name: String, rows: Int)] = []

    /// Of so many faults of one kind each is told; a file shot to pieces has no more to say.
    private static let mostTold = 100

    package init(_ project: Project) throws {
        let connection = project.connection
        do {
            try integrity(connection)
            try rows(connection)
            try layers(connection)
        } catch let error as DatabaseError {
            guard case let told as InputError = error.translated(project.path), let fact = told.fact as? ProjectFact
            else {
                throw error.translated(project.path)
            }
            add(fact)
        }
    }

    private mutating func add(_ fact: ProjectFact) {
        if problems.count < Self.mostTold { problems.append(fact) }
    }

    private mutating func integrity(_ connection: Connection) throws {
        var told: [String] = []
        try connection.forEachRow("PRAGMA integrity_check(10)") { told.append($0.text(0) ?? "") }
        try connection.forEachRow("PRAGMA foreign_key_check") {
            told.append("a row of \($0.text(0) ?? "") has no parent")
        }
        for text in told where text != "ok" { add(.damaged(reason: text)) }
    }

    private mutating func rows(_ connection: Connection) throws {
        var names: [Int: String] = [:]
        try connection.forEachRow("SELECT fid, name FROM files") { names[$0.integer(0)] = $0.text(1) }
        var (pieces, records, reports) = (0, 0, 0)
        for (fid, name) in names {
            let role = try connection.firstRow("SELECT role, content_hash FROM files WHERE fid = ?", [.integer(fid)]) {
                (HeldFile.Role(rawValue: $0.text(0) ?? ""), $0.bytes(1))
            }
            guard let role, let kind = role.0, role.1 == HeldFile.hash(fid, name, kind) else {
                add(.changedFile(name: name))
                continue
            }
        }
        try walk(connection, "file_pieces", Project.pieces) { row, isRight in
            pieces += 1
            return isRight ? nil : .changedFile(name: names[row.integer(1)] ?? "?")
        }
        try walk(connection, "reports", ReportRow.select) { row, isRight in
            records += 1
            if !row.isNull(3) { reports += 1 }
            return isRight ? nil : .changedRow(table: "reports", row: row.integer(0))
        }
        (self.pieces, self.records, self.reports) = (pieces, records, reports)
    }

    /// Rows are numbered without a gap and only ever added, so that one which is gone leaves a hole.
    private mutating func walk(
        _ connection: Connection, _ table: String, _ sql: String,
        _ body: (_ row: Statement, _ isRight: Bool) -> ProjectFact?
    ) throws {
        var last = 0
        var found: [ProjectFact] = []
        try connection.forEachRow(sql + " ORDER BY fid") { row in
            if row.integer(0) != last + 1 { found.append(.missingRows(table: table, after: last)) }
            last = row.integer(0)
            if let fact = body(row, ContentHash.isRight(row)) { found.append(fact) }
        }
        let given = try connection.firstRow("SELECT seq FROM sqlite_sequence WHERE name = ?", [.text(table)]) {
            $0.integer(0)
        }
        if given ?? 0 != last { found.append(.missingRows(table: table, after: last)) }
        for fact in found { add(fact) }
    }

    private mutating func layers(_ connection: Connection) throws {
        for layer in Schema.tables + Schema.maps {
            let known = try connection.firstRow(
                "SELECT rows, digest FROM layer_digests WHERE table_name = ?", [.text(layer.name)]
            ) { ($0.integer(0), $0.bytes(1)) }
            let (rows, digest) = try LayerFill.digest(of: layer, in: connection)
            layers.append((layer.name, rows))
            if known.map({ $0 != (rows, digest) }) ?? (rows > 0) { add(.changedLayer(table: layer.name)) }
            guard layer.geometry != nil else { continue }
            let tree = try connection.firstRow("SELECT rtreecheck(?)", [.text(layer.index)]) { $0.text(0) ?? "" }
            if let tree, tree != "ok" { add(.damaged(reason: "\(layer.index): \(tree)")) }
        }
    }
}
