package import Rows

/// Reads a gazetteer folder of `places.tsv` (id, geonames_id, name, placetype, lat, lon, population, region_id,
/// county_id) and `names.tsv` (id, language, kind, name).
package enum GazetteerFolder {
    /// Adds everything in two texts to a builder. Rows that cannot be used are left out and returned as problems.
    @discardableResult
    package static func add(
        places: [UInt8], names: [UInt8], to builder: IndexBuilder, placesFile: String = "places.tsv",
        namesFile: String = "names.tsv", gazetteer: String = "", wants: (PlaceKind) -> Bool = { _ in true }
    ) -> [Problem] {
        var numbers: [UInt64: Int] = [:]
        numbers.reserveCapacity(places.count / 80)
        var problems: [Problem] = []
        var fields: [Range<Int>] = []
        var lineOfID: [UInt64: Int] = [:]
        var unwanted: Set<UInt64> = []
        places.withUnsafeBufferPointer { text in
            TabularText.forEachLine(text) { line, range in
                if line == 1 || range.isEmpty { return }
                func skip(_ fact: any ProblemFact) {
                    problems.append(Problem(file: placesFile, line: line, effect: .skipped, fact: fact))
                }
                if let byte = TabularText.firstInvalidByte(text, range) { return skip(RowFact.notUTF8(byte: byte)) }
                TabularText.split(text, range, &fields)
                guard fields.count >= 9 else {
                    return skip(GazetteerFact.cellCount(seen: fields.count, expected: 9))
                }
                func string(_ column: Int) -> String { TabularText.string(text, fields[column]) }
                guard !fields[0].isEmpty else { return skip(GazetteerFact.noID) }
                guard !fields[2].isEmpty else { return skip(GazetteerFact.noName(id: string(0))) }
                guard let latitude = TabularText.degrees(text, fields[4], limit: 90) else {
                    return skip(GazetteerFact.badCoordinate(column: "lat", value: string(4)))
                }
                guard let longitude = TabularText.degrees(text, fields[5], limit: 180) else {
                    return skip(GazetteerFact.badCoordinate(column: "lon", value: string(5)))
                }
                let key = hash(text, fields[0])
                if let first = lineOfID[key] {
                    return skip(GazetteerFact.duplicateID(id: string(0), firstLine: first))
                }
                lineOfID[key] = line
                let name = Array(text[fields[2]])
                var row = GazetteerPlace(
                    id: Array(text[fields[0]]), secondID: Array(text[fields[1]]), name: name, kind: kind(string(3)),
                    latitude: latitude, longitude: longitude,
                    population: Int(TabularText.number(text, fields[6]) ?? 0),
                    region: Array(text[fields[7]]), county: Array(text[fields[8]]))
                let prefix = string(0).prefix { $0 != ":" }
                func unit(_ column: Int) -> PlaceUnit? {
                    fields[column].isEmpty ? nil : PlaceUnit(id: "\(prefix):\(string(column))", name: "")
                }
                let kind = row.kind.kind(population: row.population)
                if row.kind == .region || row.kind == .county { builder.unitNames[string(0)] = string(2) }
                guard wants(kind) else {
                    unwanted.insert(key)
                    return
                }
                row.details.kind = kind
                row.details.population = row.population > 0 ? row.population : nil
                row.details.region = unit(7)
                row.details.district = unit(8)
                row.details.gazetteer = gazetteer
                if !gazetteer.isEmpty { row.details.sources = [gazetteer] }
                row.details.line = line
                let place = builder.addPlace(row)
                numbers[key] = place
                name.withUnsafeBufferPointer { builder.addName($0, of: place, language: "", kind: .preferred) }
            }
        }
        names.withUnsafeBufferPointer { text in
            TabularText.forEachLine(text) { line, range in
                if line == 1 || range.isEmpty { return }
                func skip(_ fact: any ProblemFact) {
                    problems.append(Problem(file: namesFile, line: line, effect: .skipped, fact: fact))
                }
                if let byte = TabularText.firstInvalidByte(text, range) { return skip(RowFact.notUTF8(byte: byte)) }
                TabularText.split(text, range, &fields)
                guard fields.count >= 4 else {
                    return skip(GazetteerFact.cellCount(seen: fields.count, expected: 4))
                }
                let key = hash(text, fields[0])
                guard let place = numbers[key] else {
                    if unwanted.contains(key) { return }
                    return skip(GazetteerFact.nameOfNoPlace(id: TabularText.string(text, fields[0])))
                }
                let kind: GazetteerName.Kind
                switch TabularText.string(text, fields[2]) {
                case "preferred": kind = .preferred
                case "variant": kind = .variant
                case "misprint": kind = .misprint
                default: kind = .other
                }
                builder.addName(
                    UnsafeBufferPointer(rebasing: text[fields[3]]), of: place,
                    language: TabularText.string(text, fields[1]), kind: kind)
            }
        }
        return problems
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        range.isEmpty ? 0 : Hash.bytes(text.baseAddress! + range.lowerBound, range.count)
    }

    /// The kinds of Who's On First.
    static func kind(_ placetype: String) -> GazetteerPlace.Kind {
        switch placetype {
        case "country": .country
        case "region": .region
        case "county", "localadmin": .county
        case "locality", "borough": .locality
        case "neighbourhood", "macrohood", "microhood": .neighbourhood
        default: .other
        }
    }
}
