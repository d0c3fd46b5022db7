import Rows

/// Looks at a file before anything in it is believed: whether it is a project, of a known version, and whether its tables
/// and triggers are ours, letter for letter. A view in the place of a table, or a trigger that a stranger hung on one,
/// would run as we read or write.
enum SchemaCheck {
    static func run(on connection: Connection, path: String) throws {
        func refuse(_ fact: ProjectFact) -> InputError { InputError(file: path, fact: fact) }
        let isGeoPackage = try connection.firstRow("PRAGMA application_id") { $0.integer(0) } == Schema.applicationID
        let isThere = try connection.firstRow(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'frontline_project'"
        ) { _ in true }
        guard isGeoPackage, isThere == true else { throw refuse(.notAProject) }
        let head = try connection.firstRow("SELECT format, version FROM frontline_project") {
            ($0.text(0), $0.integer(1))
        }
        guard let head, head.0 == Schema.format else { throw refuse(.notAProject) }
        guard head.1 <= Schema.version else {
            throw refuse(.newerVersion(written: head.1, known: Schema.version))
        }

        var missing = Dictionary(uniqueKeysWithValues: Schema.guarded.map { ($0.name, $0.sql) })
        let allowed = Set(Schema.ownTriggers.map(\.sql))
        try connection.forEachRow("SELECT type, name, tbl_name, sql FROM sqlite_master") { row in
            let (kind, name, sql) = (row.text(0) ?? "", row.text(1) ?? "", row.text(3))
            if let expected = missing[name], sql == expected { missing[name] = nil }
            if kind == "trigger", Schema.tableNames.contains(row.text(2) ?? ""), !allowed.contains(sql ?? "") {
                throw refuse(.foreignObject(kind: kind, name: name))
            }
        }
        if let changed = missing.keys.min() { throw refuse(.changedTable(name: changed)) }
    }
}

extension Schema {
    /// What a reader relies on.
    static var guarded: [(name: String, sql: String)] { kept + [digests] + appendOnly }

    static var ownTriggers: [(name: String, sql: String)] {
        appendOnly + (tables + maps).flatMap { $0.geometry == nil ? [] : $0.triggers }
    }

    static var tableNames: Set<String> {
        Set(kept.map(\.name) + (tables + maps).map(\.name) + [digests.name, "layer_styles", "gpkg_contents"])
    }

    /// From each version to the next, beginning with an empty file. A step is never changed once it is out.
    private static let steps: [@Sendable (Connection) throws -> Void] = [{ try make(in: $0) }]

    /// Brings an older or empty file to this version, all the way or not at all.
    static func bringUp(_ connection: Connection) throws {
        let isEmpty = try connection.firstRow("SELECT count(*) FROM sqlite_master") { $0.integer(0) } == 0
        func written() throws -> Int {
            isEmpty ? 0 : try connection.firstRow("SELECT version FROM frontline_project") { $0.integer(0) } ?? 0
        }
        guard try written() < version else { return }
        connection.setDefensive(false)
        defer { connection.setDefensive(true) }
        try connection.transaction {
            // Another program may have done it meanwhile.
            for step in steps[min(try written(), version)...] { try step(connection) }
            try connection.run("UPDATE frontline_project SET version = ?", [.integer(version)])
        }
    }
}
