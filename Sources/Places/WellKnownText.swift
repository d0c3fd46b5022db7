import Geometry

/// Reads the shapes of a gazetteer's `geowkt` column: LINESTRING, POLYGON, MULTIPOLYGON (OGC 06-103r4, section 7).
package enum WellKnownText {
    /// The shape, or nil where the text is none of the three.
    package static func shape(_ text: String) -> PlaceShape? {
        guard let bracket = text.firstIndex(of: "(") else { return nil }
        let kind = text[..<bracket].filter { $0 != " " }.uppercased()
        var reader = NumberReader(text: Array(text[bracket...].utf8))
        switch kind {
        case "LINESTRING":
            guard let line = reader.coordinates(), line.count >= 2, reader.isAtEnd else { return nil }
            return .line(line)
        case "POLYGON":
            guard let polygon = reader.polygon(), reader.isAtEnd else { return nil }
            return .area(MultiPolygon(polygons: [polygon]))
        case "MULTIPOLYGON":
            guard let polygons = reader.list({ $0.polygon() }), reader.isAtEnd else { return nil }
            return .area(MultiPolygon(polygons: polygons))
        default: return nil
        }
    }

    private struct NumberReader {
        let text: [UInt8]
        var position = 0

        init(text: [UInt8]) { self.text = text }

        var isAtEnd: Bool { text[position...].allSatisfy { $0 == 0x20 } }

        mutating func take(_ byte: UInt8) -> Bool {
            while position < text.count, text[position] == 0x20 { position += 1 }
            guard position < text.count, text[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func list<Element>(_ element: (inout NumberReader) -> Element?) -> [Element]? {
            guard take(UInt8(ascii: "(")) else { return nil }
            var elements: [Element] = []
            repeat {
                guard let one = element(&self) else { return nil }
                elements.append(one)
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: ")")) ? elements : nil
        }

        mutating func polygon() -> Polygon? {
            guard let rings = list({ $0.coordinates() }) else { return nil }
            for ring in rings where ring.count < 4 || ring.first != ring.last { return nil }
            return Polygon(rings: rings)
        }

        mutating func coordinates() -> [Coordinate]? {
            list { reader in
                guard let longitude = reader.number(), let latitude = reader.number(),
                    abs(longitude) <= 180, abs(latitude) <= 90
                else { return nil }
                return Coordinate(longitude: longitude, latitude: latitude)
            }
        }

        mutating func number() -> Double? {
            while position < text.count, text[position] == 0x20 { position += 1 }
            let start = position
            while position < text.count, ![0x20, 0x28, 0x29, 0x2C].contains(text[position]) { position += 1 }
            guard let value = Double(String(decoding: text[start..<position], as: UTF8.self)), value.isFinite else {
                return nil
            }
            return value
        }
    }
}
