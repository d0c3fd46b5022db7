import Geometry
import Rows

/// Where OCHA's common operational datasets have what: they name the columns by administrative level, in two fashions
/// (`admin4Name_en`, `admin4Pcode` or `ADM4_EN`, `ADM4_PCODE`, `adm4_name`, `adm4_name1`).
struct CODColumns {
    struct Level {
        var code: Int
        /// By language; the first is shown.
        var names: [(column: Int, language: String)]
    }

    /// From the country, 0, to the deepest level; nil where a level has no code.
    private(set) var levels: [Level?] = []
    let longitude: Int
    let latitude: Int

    /// Nil where these are no columns of such a dataset.
    init?(_ names: [String]) {
        func first(_ candidates: [String]) -> Int? {
            for candidate in candidates { if let found = names.firstIndex(of: candidate) { return found } }
            return nil
        }
        guard
            let longitude = first([
                "longitude_x", "longitude", "lon", "x_coord", "point_x", "center_lon", "x", "long", "lng",
            ]),
            let latitude = first(["latitude_y", "latitude", "lat", "y_coord", "point_y", "center_lat", "y"])
        else { return nil }
        self.longitude = longitude
        self.latitude = latitude
        for number in 0...5 {
            let code = names.firstIndex { name in
                ["admin\(number)pcode", "adm\(number)_pcode", "admin\(number)_pcode"].contains(name)
                    || number == 4 && ["pcode", "pplpcode", "pplp_pcode"].contains(name)
            }
            var found: [(Int, String)] = []
            for (column, name) in names.enumerated() {
                for stem in ["admin\(number)name_", "adm\(number)_", "admin\(number)_name_", "adm\(number)_name_"] {
                    guard name.hasPrefix(stem) else { continue }
                    let language = name.dropFirst(stem.count)
                    if language.count == 2 { found.append((column, String(language))) }
                }
                if name == "adm\(number)_name" { found.append((column, "en")) }
                if name == "adm\(number)_name1" { found.append((column, "ar")) }
            }
            found.sort { ($0.1 == "en" ? 0 : 1, $0.0) < ($1.1 == "en" ? 0 : 1, $1.0) }
            levels.append(code.flatMap { found.isEmpty ? nil : Level(code: $0, names: found) })
        }
        while let last = levels.last, last == nil { levels.removeLast() }
        if levels.isEmpty { return nil }
    }
}

/// Reads OCHA's CSV of populated places or units: P-codes, English and Arabic names. A string that holds two names
/// ("A_B", "A - B") gives both.
enum CODSource {
    static func read(_ input: SourceInput) throws(InputError) {
        let bytes = try FileBytes.read(input.path)
        let dialect: DelimitedReader.Dialect = input.path.hasSuffix(".tsv") ? .tsv : .csv
        let table = try DelimitedReader.read(bytes, file: input.path, dialect: dialect)
        guard let columns = CODColumns(table.names.map { $0.filter { $0 != " " } }), let deepest = columns.levels.last
        else {
            throw InputError(
                file: input.path, line: 1, fact: RowFact.missingColumn(name: "admin4Pcode", seen: table.names))
        }
        for problem in table.problems { input.problems.add(problem) }
        for row in table.rows {
            func cell(_ column: Int) -> String { row.cells[column] }
            let code = cell(deepest!.code)
            guard !code.isEmpty else {
                input.skip(row.line, GazetteerFact.noID)
                continue
            }
            func degrees(_ column: Int, _ limit: Double) -> Double? {
                Double(cell(column)).flatMap { $0.isFinite && abs($0) <= limit ? $0 : nil }
            }
            guard let longitude = degrees(columns.longitude, 180) else {
                let value = cell(columns.longitude)
                input.skip(row.line, GazetteerFact.badCoordinate(column: "lon", value: value))
                continue
            }
            guard let latitude = degrees(columns.latitude, 90) else {
                let value = cell(columns.latitude)
                input.skip(row.line, GazetteerFact.badCoordinate(column: "lat", value: value))
                continue
            }
            let id = "ocha:\(code)"
            if let first = input.lineOfFirst(id: Array(id.utf8), line: row.line) {
                input.skip(row.line, GazetteerFact.duplicateID(id: id, firstLine: first))
                continue
            }
            var names: [PlaceName] = []
            for (column, language) in deepest!.names where !cell(column).isEmpty {
                for (position, text) in ([cell(column)] + TwoNames.parts(cell(column))).enumerated()
                where !names.contains(where: { $0.text == text }) {
                    var name = PlaceName(text: text, language: language)
                    name.kind = position == 0 ? .preferred : .variant
                    names.append(name)
                }
            }
            guard let shown = names.first else {
                input.skip(row.line, GazetteerFact.noName(id: id))
                continue
            }
            func unit(_ level: Int) -> PlaceUnit? {
                guard level < columns.levels.count - 1, let found = columns.levels[level], !cell(found.code).isEmpty
                else { return nil }
                return PlaceUnit(id: "ocha:\(cell(found.code))", name: cell(found.names[0].column))
            }
            let kind: PlaceKind
            switch columns.levels.count - 1 {
            case 0: kind = .country
            case 1: kind = .region
            case 2, 3: kind = .district
            case 4: kind = .village
            default: kind = .quarter
            }
            guard input.wants(kind) else { continue }
            var place = Place(
                id: id, name: shown.text, names: names,
                coordinate: Coordinate(longitude: longitude, latitude: latitude), uncertaintyInMetres: 1000,
                kind: kind, parent: (unit(3) ?? unit(2))?.name, population: nil, shape: .point, otherIDs: [],
                sources: ["OCHA COD"], line: row.line)
            place.district = unit(2)
            place.region = unit(1)
            input.builder.add(place, gazetteer: input.gazetteer)
        }
    }
}

/// Strings that hold two names of one place.
enum TwoNames {
    /// The names in "A_B", "A - B"; empty where the string is one name.
    static func parts(_ text: String) -> [String] {
        for separator in ["_", " - ", " – "] {
            let parts = split(text, separator).filter { $0.count >= 2 }
            if parts.count > 1 { return parts }
        }
        return []
    }

    private static func split(_ text: String, _ separator: String) -> [String] {
        var parts: [String] = []
        var part: [Character] = []
        let mark = Array(separator)
        for character in text {
            part.append(character)
            if part.count >= mark.count, part.suffix(mark.count).elementsEqual(mark) {
                parts.append(String(part.dropLast(mark.count)))
                part = []
            }
        }
        parts.append(String(part))
        return parts.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }
}
