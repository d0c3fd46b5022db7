import Geometry
import Places
import Reports
import Rows

extension ProjectMaking {
    /// Pieces of this size: small enough for SQLite to hand over at once, large enough to be few.
    private static let pieceSize = 1 << 20

    /// Keeps a file as it is.
    func keep(_ bytes: [UInt8], as name: String, _ role: HeldFile.Role) throws {
        let file = try HeldFile.add(name, role, to: connection)
        try keepPiece(bytes[...], of: file)
    }

    func keepPiece(_ bytes: ArraySlice<UInt8>, of file: Int) throws {
        var next = (try connection.firstRow("SELECT max(fid) FROM file_pieces") { $0.integer(0) } ?? 0) + 1
        let insert = try connection.statement("INSERT INTO file_pieces VALUES (?, ?, ?, ?)")
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: Self.pieceSize) {
            let piece = Array(bytes[start..<min(start + Self.pieceSize, bytes.endIndex)])
            let values: [Value] = [.integer(next), .integer(file), .blob(piece)]
            try insert.run(values[0], values[1], values[2], .blob(ContentHash.of(values)))
            next += 1
        }
    }

    mutating func fillActors(_ files: [String: String]) throws -> ActorTable {
        var actors = ActorTable([], isOpen: true)
        if let file = files["actors.csv"] ?? files["actors.ndjson"] {
            let read = try ActorReader.read(file)
            actors = read.actors
            summary.problems += read.problems
        }
        var fill = try LayerFill(layer("actors"), in: connection)
        for actor in actors.actors {
            let periods: [SidePeriod?] = actor.periods.isEmpty ? [nil] : actor.periods
            for period in periods {
                try fill.add([
                    .text(actor.id), .text(actor.name), .text(actor.names.joined(separator: "|")),
                    .text(period?.side ?? actor.side), Value(period?.from?.text), Value(period?.to?.text),
                    Value(actor.parent), Value(actor.colour),
                ])
            }
        }
        try fill.finish(lastChange: newest.dateTime)
        return actors
    }

    mutating func fillSources(_ files: [String: String]) throws -> SourceTable {
        var sources = SourceTable([])
        if let file = files["sources.csv"] ?? files["sources.ndjson"] {
            let read = try SourceReader.read(file)
            sources = read.sources
            summary.problems += read.problems
        }
        var fill = try LayerFill(layer("sources"), in: connection)
        for id in sources.ids {
            guard let source = sources[id] else { continue }
            try fill.add([
                .text(source.id), .text(source.name), .text(source.kind), .text(source.reliability.rawValue),
                Value(source.leaning), .text(source.echoes.joined(separator: "|")),
            ])
        }
        try fill.finish(lastChange: newest.dateTime)
        return sources
    }

    func fillSettings(_ files: [String: String]) throws {
        let settings = try files["scenario.json"].map { try ScenarioSettings.read($0) } ?? ScenarioSettings()
        var fill = try LayerFill(layer("settings"), in: connection)
        try fill.add([
            Value(settings.title), Value(settings.from?.text), Value(settings.to?.text),
            .real(settings.reachInMetres / 1000),
        ])
        try fill.finish(lastChange: newest.dateTime)
        var area = try LayerFill(layer("area"), in: connection)
        if let file = files["area.geojson"] { try area.add(GeoPackageGeometry(AreaReader.read(file)), []) }
        try area.finish(lastChange: newest.dateTime)
    }

    func layer(_ name: String) -> Layer { (Schema.tables + Schema.maps).first { $0.name == name }! }
}
