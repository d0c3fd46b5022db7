import Geometry
package import Rows

/// Reads gazetteer files: Linked Places TSV (LP-TSV 0.4) with our columns, or any TSV or CSV with `id`, a name and
/// `lon`, `lat`.
package enum GazetteerReader {
    package struct Result: Sendable {
        package let gazetteer: Gazetteer
        package let problems: [Problem]
    }

    /// The gazetteer of the files, of any ``GazetteerFormat``. Rows that cannot be used are skipped and stand in
    /// `problems`.
    ///
    /// An index is opened as it is. Tables keep their places in the order of files and rows, and nothing is merged.
    /// Everything else is built in memory as `frontline gazetteer build` does it.
    ///
    /// Throws `InputError` where a file cannot be read or holds no place.
    package static func read(
        files: [String], from source: any FileSource = Disk()
    ) throws(InputError) -> Result {
        // A project keeps tables only.
        guard source is Disk else {
            let rows = try rows(files: files, from: source)
            return Result(gazetteer: Gazetteer(places: rows.places), problems: rows.problems)
        }
        if files.count == 1, IndexFile.isIndex(files[0]) {
            return Result(gazetteer: Gazetteer(index: try IndexFile.open(files[0])), problems: [])
        }
        var areTables = true
        for file in files where areTables {
            // A table whose header lacks something is told so by the reader of tables.
            guard FileBytes.exists(file) else { continue }
            let format = try GazetteerFormat.guess(file)
            areTables = format == nil || format == .table
        }
        if areTables {
            let rows = try rows(files: files)
            return Result(gazetteer: Gazetteer(places: rows.places), problems: rows.problems)
        }
        let build = GazetteerBuild()
        for file in files { try build.add(file) }
        do {
            let index = try NameIndex(bytes: build.finish())
            return Result(gazetteer: Gazetteer(index: index), problems: build.problems.kept)
        } catch {
            throw InputError(file: files.joined(separator: ", "), fact: error)
        }
    }

    /// The places of tables, in the order of the files and rows.
    package static func rows(
        files: [String], from source: any FileSource = Disk()
    ) throws(InputError) -> (places: [Place], problems: [Problem]) {
        var places: [Place] = []
        var problems: [Problem] = []
        var lineOfID: [String: Int] = [:]
        for file in files {
            let bytes = try source.read(file)
            let dialect: DelimitedReader.Dialect = file.hasSuffix(".csv") ? .csv : .tsv
            let rows = try DelimitedReader.read(bytes, file: file, dialect: dialect)
            let columns = try Columns(rows)
            problems += rows.problems
            let countBefore = places.count
            for row in rows.rows {
                var notes: [GazetteerFact] = []
                do throws(SkippedRow) {
                    let place = try columns.place(row, notes: &notes)
                    if let first = lineOfID[place.id] {
                        throw SkippedRow(fact: .duplicateID(id: place.id, firstLine: first))
                    }
                    lineOfID[place.id] = row.line
                    places.append(place)
                } catch {
                    problems.append(Problem(file: file, line: row.line, effect: .skipped, fact: error.fact))
                }
                for fact in notes {
                    problems.append(Problem(file: file, line: row.line, effect: .repaired, fact: fact))
                }
            }
            if places.count == countBefore { throw InputError(file: file, fact: GazetteerFact.noPlaces) }
            problems += removeExchanged(from: &places, since: countBefore, file: file)
        }
        return (places, problems)
    }

    struct SkippedRow: Error { let fact: GazetteerFact }

    /// Which columns of the file say what; several layouts name them differently.
    struct Columns {
        let id, name, longitude, latitude: String

        init(_ rows: Rows) throws(InputError) {
            func find(_ names: [String]) throws(InputError) -> String {
                guard let found = names.first(where: rows.names.contains) else {
                    throw InputError(
                        file: rows.file, line: 1, fact: RowFact.missingColumn(name: names[0], seen: rows.names))
                }
                return found
            }
            id = try find(["id", "place_id", "geonameid", "geonames_id"])
            name = try find(["title", "name"])
            longitude = try find(["lon", "longitude", "lng", "x"])
            latitude = try find(["lat", "latitude", "y"])
        }

        func place(_ row: Row, notes: inout [GazetteerFact]) throws(SkippedRow) -> Place {
            guard let id = row[id] else { throw SkippedRow(fact: .noID) }
            guard let title = row[name] else { throw SkippedRow(fact: .noName(id: id)) }
            func degrees(_ column: String, _ label: String, limit: Double) throws(SkippedRow) -> Double {
                let text = row[column] ?? ""
                guard let value = Double(text), value.isFinite, abs(value) <= limit else {
                    throw SkippedRow(fact: .badCoordinate(column: label, value: text))
                }
                return value
            }
            let coordinate = Coordinate(
                longitude: try degrees(longitude, "lon", limit: 180), latitude: try degrees(latitude, "lat", limit: 90))
            func number(_ column: String) throws(SkippedRow) -> Double? {
                guard let text = row[column] else { return nil }
                guard let value = Double(text), value.isFinite, value >= 0, value < 1e12 else {
                    throw SkippedRow(fact: .badNumber(column: column, value: text))
                }
                return value
            }
            var kind = PlaceKind.other
            if let word = row["types"] ?? row["kind"] ?? row["placetype"] {
                if let known = PlaceKind(rawValue: word) {
                    kind = known
                } else {
                    notes.append(
                        .unknownKind(
                            value: word,
                            nearest: EditDistance.nearest(to: word, among: PlaceKind.allCases.map(\.rawValue))))
                }
            } else {
                kind = .village
            }
            var shape = PlaceShape.point
            if let text = row["geowkt"], !text.uppercased().hasPrefix("POINT") {
                if let known = WellKnownText.shape(text) { shape = known } else { notes.append(.badShape(value: text)) }
            }
            func list(_ column: String) -> [String] {
                (row[column] ?? "").split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
            }
            var names = [PlaceName(text: title, language: nil)]
            names[0].kind = .preferred
            var known: Set<String> = [title]
            var languages: Set<String> = []
            let spellings = list("variants") + (row["names"] ?? "").split(separator: "|").map(String.init)
            for variant in spellings {
                var name = spelling(variant)
                guard known.insert(name.text).inserted else { continue }
                // The first of a language is the usual one.
                if let language = name.language, languages.insert(language).inserted { name.kind = .preferred }
                if name.language?.hasSuffix("-x-misprint") == true { name.kind = .misprint }
                names.append(name)
            }
            func unit(_ id: String, _ name: String) -> PlaceUnit? {
                row[id].map { PlaceUnit(id: $0, name: row[name] ?? "") }
            }
            var place = Place(
                id: id, name: title, names: names, coordinate: coordinate,
                uncertaintyInMetres: try number("uncertainty_m") ?? 1000, kind: kind, parent: row["parent_name"],
                population: try number("population").map { Int($0) }, shape: shape,
                otherIDs: list("matches").filter { $0 != id },
                sources: list("sources"), line: row.line)
            place.district = unit("parent_id", "parent_name")
            place.region = unit("region_id", "region_name")
            place.origins.name = row["title_source"] ?? ""
            place.origins.position = row["geo_source"] ?? ""
            place.origins.start = row["start"] ?? ""
            place.origins.countries = row["ccodes"] ?? ""
            return place
        }

        /// `كفرة@ar` is the spelling كفرة, in Arabic.
        private func spelling(_ text: String) -> PlaceName {
            guard let at = text.lastIndex(of: "@"), at != text.startIndex else {
                return PlaceName(text: text, language: nil)
            }
            let language = String(text[text.index(after: at)...])
            return PlaceName(text: String(text[..<at]), language: language == "und" ? nil : language)
        }
    }

    /// Takes out places that lie far from all others but among them once longitude and latitude are exchanged.
    private static func removeExchanged(from places: inout [Place], since start: Int, file: String) -> [Problem] {
        let exchanged = exchanged(among: places[start...].map(\.coordinate))
        guard !exchanged.isEmpty else { return [] }
        var problems: [Problem] = []
        var kept = start
        for i in start..<places.count {
            if let distance = exchanged[i - start] {
                problems.append(exchangedProblem(places[i], distance, file: file))
            } else {
                places[kept] = places[i]
                kept += 1
            }
        }
        places.removeSubrange(kept...)
        return problems
    }

    static func exchangedProblem(_ place: Place, _ distanceInMetres: Double, file: String) -> Problem {
        let fact = GazetteerFact.exchangedCoordinates(
            name: place.name, kilometresAway: Int(distanceInMetres / 1000))
        return Problem(file: file, line: place.line, effect: .skipped, fact: fact)
    }

    /// Which spots lie far from all others but among them once longitude and latitude are exchanged: by their index, how
    /// far in metres.
    static func exchanged(among spots: [Coordinate]) -> [Int: Double] {
        guard spots.count >= 10 else { return [:] }
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        let centre = Coordinate(longitude: median(spots.map(\.longitude)), latitude: median(spots.map(\.latitude)))
        let distances = spots.map { Geodesic.distanceInMetres($0, centre) }
        let usual = max(median(distances), 10_000)
        var exchanged: [Int: Double] = [:]
        for (i, (spot, distance)) in zip(spots, distances).enumerated() {
            let (longitude, latitude) = (spot.latitude, spot.longitude)
            if distance > 3 * usual, abs(latitude) <= 90,
                Geodesic.distanceInMetres(Coordinate(longitude: longitude, latitude: latitude), centre) < usual
            {
                exchanged[i] = distance
            }
        }
        return exchanged
    }
}
