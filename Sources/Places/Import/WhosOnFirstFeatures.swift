import Rows

/// GeoJSON records: a feature a line, or the features of one collection.
enum WhosOnFirstFeatures {
    static func read(_ text: UnsafeBufferPointer<UInt8>, _ input: SourceInput) throws(InputError) {
        // One feature or collection over several lines is one value; else each line is one.
        var firstLine = 0..<0
        TabularText.forEachLine(UnsafeBufferPointer(rebasing: text.prefix(1 << 24))) { _, range in
            if firstLine.isEmpty { firstLine = range }
        }
        guard (try? JSONParser.parse(Array(text[firstLine])[...])) != nil else {
            let value = try JSONFile.read(input.path)
            let features = value["features"]?.array ?? [value]
            for feature in features { add(feature, line: 1, input) }
            return
        }
        TabularText.forEachLine(text) { line, range in
            if range.isEmpty { return }
            do throws(JSONError) {
                let value = try JSONParser.parse(Array(text[range])[...])
                for feature in value["features"]?.array ?? [value] { add(feature, line: line, input) }
            } catch {
                input.skip(line, RowFact.invalidJSON(reason: error.reason, column: error.offset + 1))
            }
        }
    }

    private static func add(_ feature: JSONValue, line: Int, _ input: SourceInput) {
        guard let properties = feature["properties"] else {
            return input.skip(line, GazetteerFact.badFeature(reason: "it has no properties"))
        }
        func text(_ key: String) -> String? {
            if case .number(_, let text)? = properties[key] { return text }
            return properties[key]?.string
        }
        if let superseded = properties["wof:superseded_by"]?.array, !superseded.isEmpty { return }
        guard let id = text("wof:id") else { return input.skip(line, GazetteerFact.noID) }
        guard let name = text("wof:name"), !name.isEmpty else {
            return input.skip(line, GazetteerFact.noName(id: "wof:\(id)"))
        }
        func degrees(_ keys: [String], _ limit: Double) -> Double? {
            for key in keys {
                if let value = properties[key]?.number, value.isFinite, abs(value) <= limit { return value }
            }
            return nil
        }
        guard let latitude = degrees(["lbl:latitude", "geom:latitude"], 90),
            let longitude = degrees(["lbl:longitude", "geom:longitude"], 180)
        else {
            return input.skip(line, GazetteerFact.badCoordinate(column: "lat", value: text("geom:latitude") ?? ""))
        }
        var row = WhosOnFirstSource.Row(id: id, name: name, placetype: text("wof:placetype") ?? "")
        (row.latitude, row.longitude, row.line) = (latitude, longitude, line)
        row.population = Int(min(1e10, max(0, properties["wof:population"]?.number ?? 0)))
        if let concordances = properties["wof:concordances"]?.members {
            for (key, value) in concordances where key == "gn:id" || key == "wd:id" {
                let text = if case .number(_, let text) = value { text } else { value.string ?? "" }
                if !text.isEmpty { row.otherIDs.append("\(key.prefix(2)):\(text)") }
            }
            row.otherIDs.sort { ($0.hasPrefix("gn:") ? 0 : 1, $0) < ($1.hasPrefix("gn:") ? 0 : 1, $1) }
        }
        if let hierarchy = properties["wof:hierarchy"]?.array?.first {
            func member(_ key: String) -> String {
                if case .number(_, let text)? = hierarchy[key] { return text }
                return ""
            }
            row.region = member("region_id")
            row.county = member("county_id")
        }
        // name:ara_x_preferred
        for (key, value) in properties.members ?? [] where key.hasPrefix("name:") {
            let parts = key.dropFirst(5).split(separator: "_")
            let kind: GazetteerName.Kind =
                switch parts.last {
                case "preferred": .preferred
                case "variant": .variant
                default: .other
                }
            for text in (value.array ?? [value]).compactMap(\.string) where !text.isEmpty {
                row.names.append((text, parts.first.map(String.init) ?? "", kind))
            }
        }
        WhosOnFirstSource.add(row, to: input)
    }
}
