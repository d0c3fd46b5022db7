import Snapshots

/// Writes the rows of a layer anew.
struct LayerFill {
    private let layer: Layer
    private let connection: Connection
    private let insert: Statement
    private var boxes: [RTree.Box] = []

    /// Empties the layer. To be called within a transaction, on a connection that is not defensive.
    init(_ layer: Layer, in connection: Connection) throws {
        self.layer = layer
        self.connection = connection
        // The triggers would keep the R-tree in step row by row, and need functions that SQLite does not have.
        if layer.geometry != nil {
            for trigger in layer.triggers { try connection.execute("DROP TRIGGER IF EXISTS \(trigger.name)") }
        }
        try connection.execute("DELETE FROM \(layer.name)")
        try connection.execute("DELETE FROM sqlite_sequence WHERE name = '\(layer.name)'")
        insert = try connection.statement(layer.insert)
    }

    mutating func add(_ values: [Value]) throws { try add(nil, values) }

    mutating func add(_ geometry: GeoPackageGeometry?, _ values: [Value]) throws {
        insert.reset()
        var index = 1
        if let geometry {
            geometry.bytes.withUnsafeBytes { insert.bind($0, at: index) }
            boxes.append(geometry.box)
            index += 1
        }
        for value in values {
            insert.bind(value, at: index)
            index += 1
        }
        _ = try insert.step()
        insert.reset()
    }

    /// Fills the R-tree, puts the triggers back, and takes down the digest of what was written.
    ///
    /// `lastChange` is the time of the newest thing that the layer shows, for GeoPackage's own list.
    consuming func finish(lastChange: String) throws {
        if layer.geometry != nil {
            try RTree.fill(layer.index, with: boxes, in: connection)
            for trigger in layer.triggers { try connection.execute(trigger.sql) }
        }
        var box = RTree.Box(points: [])
        for one in boxes { box.join(one) }
        let bounds: [Value] =
            boxes.isEmpty
            ? [.null, .null, .null, .null] : [.real(box.minX), .real(box.minY), .real(box.maxX), .real(box.maxY)]
        try connection.run(
            """
            UPDATE gpkg_contents SET last_change = ?, min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
            """, [.text(lastChange)] + bounds + [.text(layer.name)])
        let (rows, digest) = try Self.digest(of: layer, in: connection)
        try connection.run(
            "INSERT OR REPLACE INTO layer_digests VALUES (?, ?, ?)",
            [.text(layer.name), .integer(rows), .blob(digest)])
    }

    /// The number of rows, and SHA-256 over all their fields in the order of `fid`.
    static func digest(of layer: Layer, in connection: Connection) throws -> (rows: Int, digest: [UInt8]) {
        let digest = BulkDigest()
        var rows = 0
        try connection.forEachRow("SELECT * FROM \(layer.name) ORDER BY fid") { row in
            rows += 1
            row.forEachField(upTo: row.columnCount) { digest.field($0) }
        }
        return (rows, digest.bytes())
    }
}
