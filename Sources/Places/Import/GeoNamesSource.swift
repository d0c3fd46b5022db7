import Rows

/// Reads a dump of GeoNames (download.geonames.org/export/dump/readme.txt), and alternateNamesV2.txt where it lies beside
/// the dump.
enum GeoNamesSource {
    /// Columns of the dump.
    private enum Column {
        static let id = 0, name = 1, asciiName = 2, alternates = 3, latitude = 4, longitude = 5
        static let featureClass = 6, featureCode = 7, country = 8, admin1 = 10, admin2 = 11, population = 14
        static let count = 19
        /// Fewer columns than these are no dump.
        static let least = 9
    }

    /// Whether a line without a header looks like one of a dump: a number, a name, degrees where they belong, a class.
    static func isRow(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var cells: [Range<Int>] = []
        TabularText.split(text, line, &cells)
        return cells.count >= Column.least && !cells[Column.id].isEmpty
            && text[cells[Column.id]].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            && TabularText.degrees(text, cells[Column.latitude], limit: 90) != nil
            && TabularText.degrees(text, cells[Column.longitude], limit: 180) != nil
            && cells[Column.featureClass].count <= 1
    }

    static func read(_ input: SourceInput) throws(InputError) {
        let file = try MappedBytes(input.path)
        let text = file.bytes
        let builder = input.builder
        var cells: [Range<Int>] = []
        var places: [UInt32: UInt32] = [:]
        let populationColumn = Self.populationColumn(text)
        let plain = builder.languageNumber("")
        let unknown = builder.languageNumber("und")
        TabularText.forEachLine(text) { line, range in
            if range.isEmpty { return }
            if line & 0xFFFF == 0 { input.done(Double(range.lowerBound) / Double(text.count)) }
            if let byte = TabularText.firstInvalidByte(text, range) {
                return input.skip(line, RowFact.notUTF8(byte: byte))
            }
            TabularText.split(text, range, &cells)
            guard cells.count >= Column.least else {
                return input.skip(line, GazetteerFact.cellCount(seen: cells.count, expected: Column.count))
            }
            func string(_ column: Int) -> String {
                column < cells.count ? TabularText.string(text, cells[column]) : ""
            }
            guard let number = id(text, cells[Column.id]) else { return input.skip(line, GazetteerFact.noID) }
            guard !cells[Column.name].isEmpty else {
                return input.skip(line, GazetteerFact.noName(id: "gn:\(number)"))
            }
            guard let latitude = TabularText.degrees(text, cells[Column.latitude], limit: 90) else {
                return input.skip(
                    line, GazetteerFact.badCoordinate(column: "lat", value: string(Column.latitude)))
            }
            guard let longitude = TabularText.degrees(text, cells[Column.longitude], limit: 180) else {
                return input.skip(
                    line, GazetteerFact.badCoordinate(column: "lon", value: string(Column.longitude)))
            }
            let id = Array("gn:\(number)".utf8)
            if let first = input.lineOfFirst(id: id, line: line) {
                return input.skip(line, GazetteerFact.duplicateID(id: "gn:\(number)", firstLine: first))
            }
            var people = 0
            if populationColumn < cells.count {
                people = Int(min(1e10, max(0, TabularText.number(text, cells[populationColumn]) ?? 0)))
            }
            let code = string(Column.featureCode)
            let kind = GeoNamesFeature.kind(class: string(Column.featureClass), code: code, population: people)
            guard input.wants(kind) else { return }
            let country = string(Column.country)
            func unit(_ codes: [Int]) -> PlaceUnit? {
                let parts = [country] + codes.map(string)
                return parts.contains("") ? nil : PlaceUnit(id: parts.joined(separator: "."), name: "")
            }
            let region = unit([Column.admin1])
            let district = unit([Column.admin1, Column.admin2])
            let name = UnsafeBufferPointer(rebasing: text[cells[Column.name]])
            if code == "ADM1", let region { builder.unitNames[region.id] = String(decoding: name, as: UTF8.self) }
            if code == "ADM2", let district { builder.unitNames[district.id] = String(decoding: name, as: UTF8.self) }
            var row = GazetteerPlace(
                id: id, name: Array(name), kind: kind.coarse, latitude: latitude, longitude: longitude,
                population: people, region: Array((region?.id ?? "").utf8), county: Array((district?.id ?? "").utf8))
            row.details.kind = kind
            row.details.population = people > 0 ? people : nil
            // A unit does not lie in itself.
            row.details.region = code == "ADM1" || kind == .country ? nil : region
            row.details.district = code == "ADM2" ? nil : district
            row.details.sources = ["GeoNames"]
            row.details.gazetteer = input.gazetteer
            row.details.line = line
            let place = builder.addPlace(row)
            places[number] = UInt32(place)
            builder.addName(name, of: place, language: plain, kind: .preferred)
            builder.addName(
                UnsafeBufferPointer(rebasing: text[cells[Column.asciiName]]), of: place, language: plain,
                kind: .preferred, ifNewForm: true)
            var start = cells[Column.alternates].lowerBound
            let end = cells[Column.alternates].upperBound
            while start < end {
                var stop = start
                while stop < end, text[stop] != 44 { stop += 1 }
                builder.addName(
                    UnsafeBufferPointer(rebasing: text[start..<stop]), of: place, language: unknown, kind: .variant)
                start = stop + 1
            }
        }
        var folder = input.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        if folder.isEmpty { folder = input.path.hasPrefix("/") ? "/" : "." }
        let beside = folder + "/alternateNamesV2.txt"
        if FileBytes.exists(beside) { try GeoNamesAlternates.read(beside, places: places, input) }
    }

    /// The population's column: the 15th of a whole dump; of a shorter one the last that is all digits.
    private static func populationColumn(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var digits: [Bool] = []
        var cells: [Range<Int>] = []
        let sample = UnsafeBufferPointer(rebasing: text.prefix(1 << 18))
        TabularText.forEachLine(sample) { _, range in
            TabularText.split(sample, range, &cells)
            if digits.isEmpty { digits = [Bool](repeating: true, count: cells.count) }
            guard cells.count == digits.count, range.upperBound < sample.count else { return }
            for column in cells.indices {
                let isNumber =
                    !cells[column].isEmpty && sample[cells[column]].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                digits[column] = digits[column] && isNumber
            }
        }
        if digits.count >= Column.count - 1 { return Column.population }
        return digits.indices.last { $0 > Column.country && digits[$0] } ?? .max
    }

    static func id(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32? {
        var value: UInt64 = 0
        guard !range.isEmpty, range.count <= 10 else { return nil }
        for byte in text[range] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
        }
        return UInt32(exactly: value)
    }
}

/// Reads alternateNamesV2.txt: names with their language.
enum GeoNamesAlternates {
    /// Not languages but codes, links and postal codes.
    private static let noLanguages: Set<String> = [
        "post", "link", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr",
    ]

    static func read(_ path: String, places: [UInt32: UInt32], _ input: SourceInput) throws(InputError) {
        let file = try MappedBytes(path)
        let text = file.bytes
        var cells: [Range<Int>] = []
        TabularText.forEachLine(text) { line, range in
            if line & 0xFFFF == 0 { input.done(Double(range.lowerBound) / Double(text.count)) }
            TabularText.split(text, range, &cells)
            guard cells.count >= 4, let number = GeoNamesSource.id(text, cells[1]), let place = places[number] else {
                return
            }
            let language = TabularText.string(text, cells[2])
            if noLanguages.contains(language) || cells[3].isEmpty { return }
            if let byte = TabularText.firstInvalidByte(text, range) {
                return input.problems.add(
                    Problem(file: path, line: line, effect: .skipped, fact: RowFact.notUTF8(byte: byte)))
            }
            func isSet(_ column: Int) -> Bool { cells.count > column && text[cells[column]].first == 0x31 }
            let kind: GazetteerName.Kind = isSet(4) ? .preferred : isSet(6) || isSet(7) ? .other : .variant
            input.builder.addName(
                UnsafeBufferPointer(rebasing: text[cells[3]]), of: Int(place), language: language, kind: kind)
        }
    }
}
