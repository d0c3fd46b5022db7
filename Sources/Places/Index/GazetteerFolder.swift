/// Reads a gazetteer folder of `places.tsv` (id, geonames_id, name, placetype, lat, lon, population, region_id,
/// county_id) and `names.tsv` (id, language, kind, name).
package enum GazetteerFolder {
    package struct ReadError: Error, CustomStringConvertible {
        package let description: String
    }

    /// Adds everything in two texts to a builder.
    ///
    /// - Throws: ``ReadError`` with file, line and reason.
    package static func add(places: [UInt8], names: [UInt8], to builder: IndexBuilder) throws(ReadError) {
        var numbers: [UInt64: Int] = [:]
        numbers.reserveCapacity(places.count / 80)
        var failure: ReadError?
        var fields: [Range<Int>] = []
        places.withUnsafeBufferPointer { text in
            forEachLine(text) { line, range in
                if line == 1 || range.isEmpty || failure != nil { return }
                split(text, range, &fields)
                guard fields.count >= 9, let latitude = number(text, fields[4]),
                    let longitude = number(text, fields[5]),
                    abs(latitude) <= 90, abs(longitude) <= 180
                else {
                    failure = ReadError(
                        description: "places.tsv:\(line): nine fields with lat and lon in degrees are expected")
                    return
                }
                let name = Array(text[fields[2]])
                let place = builder.addPlace(
                    GazetteerPlace(
                        id: Array(text[fields[0]]), secondID: Array(text[fields[1]]), name: name,
                        kind: kind(text, fields[3]),
                        latitude: latitude, longitude: longitude, population: Int(number(text, fields[6]) ?? 0),
                        region: Array(text[fields[7]]), county: Array(text[fields[8]])))
                numbers[hash(text, fields[0])] = place
                name.withUnsafeBufferPointer { builder.addName($0, of: place, language: "", kind: .preferred) }
            }
        }
        if let failure { throw failure }
        names.withUnsafeBufferPointer { text in
            forEachLine(text) { line, range in
                if line == 1 || range.isEmpty || failure != nil { return }
                split(text, range, &fields)
                guard fields.count >= 4, let place = numbers[hash(text, fields[0])] else {
                    failure = ReadError(
                        description: "names.tsv:\(line): the id of a place and three fields are expected")
                    return
                }
                let kind: GazetteerName.Kind
                switch fields[2].count {
                case 9: kind = .preferred
                case 7: kind = .variant
                default: kind = .other
                }
                builder.addName(
                    UnsafeBufferPointer(rebasing: text[fields[3]]), of: place,
                    language: String(decoding: text[fields[1]], as: UTF8.self), kind: kind)
            }
        }
        if let failure { throw failure }
    }

    static func forEachLine(_ text: UnsafeBufferPointer<UInt8>, _ body: (Int, Range<Int>) -> Void) {
        var start = 0
        var line = 1
        for offset in 0...text.count where offset == text.count || text[offset] == 10 {
            if offset > start || offset < text.count {
                body(line, start..<(offset > start && text[offset - 1] == 13 ? offset - 1 : offset))
            }
            start = offset + 1
            line += 1
        }
    }

    static func split(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ fields: inout [Range<Int>]) {
        fields.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        for offset in range where text[offset] == 9 {
            fields.append(start..<offset)
            start = offset + 1
        }
        fields.append(start..<range.upperBound)
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        range.isEmpty ? 0 : Hash.bytes(text.baseAddress! + range.lowerBound, range.count)
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
        Double(String(decoding: text[range], as: UTF8.self))
    }

    private static func kind(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> GazetteerPlace.Kind {
        switch String(decoding: text[range], as: UTF8.self) {
        case "country": .country
        case "region": .region
        case "county": .county
        case "locality": .locality
        case "neighbourhood": .neighbourhood
        default: .other
        }
    }
}
