import Geometry
import Rows

/// One of our writers wrote GeoJSON that the formats made out of it do not know: a fault of ours.
package struct WrittenMapError: Error {
    /// Counts bytes from 0.
    package let offset: Int
    package let reason: String
}

/// A map as our GeoJSON has it, feature by feature: what the formats for other programs are made of, so that no two of
/// them say different things.
struct WrittenMap {
    enum Shape {
        case point(GridPoint)
        case line([GridPoint])
        /// Closed rings, the outline first.
        case polygons([[[GridPoint]]])
    }

    struct Feature {
        let id: String
        let shape: Shape
        let properties: [(key: String, value: JSONValue)]

        subscript(key: String) -> JSONValue? { properties.first { $0.key == key }?.value }

        func text(_ key: String) -> String? { self[key]?.string }

        /// `control_area`, `front_line`, `place`, …
        var kind: String { text("feature_type") ?? "feature" }
    }

    /// What the file says of itself, without its bounds.
    private(set) var head: [(key: String, value: JSONValue)] = []
    private(set) var features: [Feature] = []

    var title: String? { head.first { $0.key == "title" }?.value.string }

    /// Reads what one of our writers wrote.
    ///
    /// - Complexity: O(bytes).
    init(_ geoJSON: [UInt8]) throws(WrittenMapError) {
        self.init()
        var failure: JSONError?
        geoJSON.withUnsafeBufferPointer { bytes in
            do throws(JSONError) { try read(bytes) } catch { failure = error }
        }
        if let failure { throw WrittenMapError(offset: failure.offset, reason: failure.reason) }
    }

    private init() {}

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var scanner = JSONScanner(bytes)
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            switch name {
            case "type", "bbox": try scanner.skip()
            case "features":
                var isFirst = try scanner.openArray()
                while try scanner.nextElement(&isFirst) { features.append(try Self.feature(&scanner)) }
            default: head.append((name, try scanner.value()))
            }
        }
    }

    private static func feature(_ scanner: inout JSONScanner) throws(JSONError) -> Feature {
        var id = ""
        var shape: Shape?
        var properties: [(key: String, value: JSONValue)] = []
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            switch name {
            case "id": id = try scanner.string()
            case "geometry": shape = try Self.shape(&scanner)
            case "properties": properties = try scanner.value().members ?? []
            default: try scanner.skip()
            }
        }
        guard let shape else { throw scanner.failure("a feature without a geometry") }
        return Feature(id: id, shape: shape, properties: properties)
    }

    private static func shape(_ scanner: inout JSONScanner) throws(JSONError) -> Shape {
        var type = ""
        var shape: Shape?
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            switch (name, type) {
            case ("type", _): type = try scanner.string()
            case ("coordinates", "Point"): shape = .point(try point(&scanner))
            case ("coordinates", "LineString"): shape = .line(try list(&scanner, point))
            case ("coordinates", "MultiPolygon"): shape = .polygons(try list(&scanner, rings))
            default: throw scanner.failure("\(name) of a geometry of type \(type)")
            }
        }
        guard let shape else { throw scanner.failure("a geometry without coordinates") }
        return shape
    }

    private static func rings(_ scanner: inout JSONScanner) throws(JSONError) -> [[GridPoint]] {
        try list(&scanner, ring)
    }

    private static func ring(_ scanner: inout JSONScanner) throws(JSONError) -> [GridPoint] {
        try list(&scanner, point)
    }

    private static func list<Element>(
        _ scanner: inout JSONScanner, _ element: (inout JSONScanner) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        var elements: [Element] = []
        var isFirst = try scanner.openArray()
        while try scanner.nextElement(&isFirst) { elements.append(try element(&scanner)) }
        return elements
    }

    private static func point(_ scanner: inout JSONScanner) throws(JSONError) -> GridPoint {
        var isFirst = try scanner.openArray()
        guard try scanner.nextElement(&isFirst) else { throw scanner.failure("an empty position") }
        let position = try scanner.restOfPosition()
        guard let x = Int32(exactly: position.x), let y = Int32(exactly: position.y) else {
            throw scanner.failure("a position beyond all bounds")
        }
        return GridPoint(x: x, y: y)
    }
}
