import Rows

/// Reads Who's On First in the two textual forms that it is published in: the CSV of a placetype
/// (`id,name,placetype,geom_latitude,geom_longitude,…`) and its GeoJSON records, one a line or one a file.
enum WhosOnFirstSource {
    static func read(_ input: SourceInput) throws(InputError) {
        let file = try MappedBytes(input.path)
        let first = file.bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        if first == UInt8(ascii: "{") {
            try WhosOnFirstFeatures.read(file.bytes, input)
        } else {
            try WhosOnFirstTable.read(input)
        }
    }

    /// What both forms know of a place.
    struct Row {
        var id = ""
        var name = ""
        var placetype = ""
        var latitude = 0.0
        var longitude = 0.0
        var population = 0
        var otherIDs: [String] = []
        var region = ""
        var county = ""
        var names: [(text: String, language: String, kind: GazetteerName.Kind)] = []
        var line = 0
    }

    static func add(_ row: Row, to input: SourceInput) {
        let coarse = GazetteerFolder.kind(row.placetype)
        let kind = row.placetype == "campus" ? PlaceKind.base : coarse.kind(population: row.population)
        guard input.wants(kind) else { return }
        let id = "wof:\(row.id)"
        if let first = input.lineOfFirst(id: Array(id.utf8), line: row.line) {
            return input.skip(row.line, GazetteerFact.duplicateID(id: id, firstLine: first))
        }
        var place = GazetteerPlace(
            id: Array(id.utf8), secondID: Array((row.otherIDs.first ?? "").utf8), name: Array(row.name.utf8),
            kind: coarse, latitude: row.latitude, longitude: row.longitude, population: row.population,
            region: Array(row.region.utf8), county: Array(row.county.utf8))
        place.details.kind = kind
        place.details.population = row.population > 0 ? row.population : nil
        place.details.otherIDs = Array(row.otherIDs.dropFirst())
        func unit(_ id: String) -> PlaceUnit? {
            id.isEmpty || id == "-1" || id == "0" || id == row.id ? nil : PlaceUnit(id: "wof:\(id)", name: "")
        }
        place.details.region = unit(row.region)
        place.details.district = unit(row.county)
        place.details.sources = ["Who's On First"]
        place.details.gazetteer = input.gazetteer
        place.details.line = row.line
        if kind == .region || kind == .district { input.builder.unitNames[id] = row.name }
        let number = input.builder.addPlace(place)
        for name in [(row.name, "", GazetteerName.Kind.preferred)] + row.names {
            var text = name.0
            text.withUTF8 { input.builder.addName($0, of: number, language: name.1, kind: name.2) }
        }
    }
}

/// The CSV of a placetype.
enum WhosOnFirstTable {
    struct Columns {
        let id, name, placetype, latitude, longitude: String
    }

    static func columns(_ names: [String]) -> Columns? {
        func find(_ candidates: [String]) -> String? { candidates.first(where: names.contains) }
        guard let id = find(["wof:id", "wof_id", "id"]), let name = find(["wof:name", "wof_name", "name"]),
            let placetype = find(["wof:placetype", "placetype"]),
            let latitude = find(["lbl_latitude", "geom_latitude", "geom:latitude"]),
            let longitude = find(["lbl_longitude", "geom_longitude", "geom:longitude"])
        else { return nil }
        return Columns(id: id, name: name, placetype: placetype, latitude: latitude, longitude: longitude)
    }

    static func read(_ input: SourceInput) throws(InputError) {
        let table = try DelimitedReader.read(try FileBytes.read(input.path), file: input.path, dialect: .csv)
        guard let columns = columns(table.names) else {
            throw InputError(
                file: input.path, line: 1, fact: RowFact.missingColumn(name: "geom_latitude", seen: table.names))
        }
        for problem in table.problems { input.problems.add(problem) }
        for cells in table.rows {
            guard cells["superseded_by"] == nil, cells["deprecated"] == nil || cells["deprecated"] == "uuuu" else {
                continue
            }
            guard let id = cells[columns.id] else {
                input.skip(cells.line, GazetteerFact.noID)
                continue
            }
            guard let name = cells[columns.name] else {
                input.skip(cells.line, GazetteerFact.noName(id: "wof:\(id)"))
                continue
            }
            var row = WhosOnFirstSource.Row(id: id, name: name, placetype: cells[columns.placetype] ?? "")
            func degrees(_ columns: [String], _ limit: Double) -> Double? {
                // A label's spot is a better centre than that of the shape; 0 means that there is none.
                for column in columns {
                    if let value = cells[column].flatMap(Double.init), value.isFinite, abs(value) <= limit, value != 0 {
                        return value
                    }
                }
                return nil
            }
            guard let latitude = degrees(["lbl_latitude", "geom_latitude", "geom:latitude"], 90),
                let longitude = degrees(["lbl_longitude", "geom_longitude", "geom:longitude"], 180)
            else {
                let value = cells[columns.latitude] ?? ""
                input.skip(cells.line, GazetteerFact.badCoordinate(column: "lat", value: value))
                continue
            }
            (row.latitude, row.longitude, row.line) = (latitude, longitude, cells.line)
            row.population = Int(cells["population"].flatMap(Double.init) ?? 0)
            row.region = cells["region_id"] ?? ""
            row.county = cells["county_id"] ?? ""
            WhosOnFirstSource.add(row, to: input)
        }
    }
}
