import Geometry
import Rows

/// Walks through the GeoJSON of a foreign map and keeps its rings, the properties that may name holders, and its points.
struct ForeignParser {
    var scanner: JSONScanner
    let options: ForeignOptions
    /// Layers are the numbers of features.
    var land = LayeredRings()
    var features: [ForeignFeature] = []
    var repairs = MapRepairs()
    var origin = ForeignMap.Origin()
    var propertyNames: Set<String> = []
    /// The first ring without an inside, to be told of where none has one.
    var firstFlat: Located?

    var coordinates: CoordinatesReader
    var cleaner = RingCleaner()
    private var ids: Set<String> = []

    /// Collections within collections; RFC 7946 (3.1.8) would have none.
    static let collectionLimit = ForeignLimits.nestedCollections
    static let propertyLimit = ForeignLimits.propertiesOfFeature
    static let nameLimit = ForeignLimits.bytesOfMemberName

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: ForeignOptions) {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        scanner = JSONScanner(bytes, from: hasMark ? 3 : 0)
        self.options = options
        coordinates = CoordinatesReader(swapsAxes: options.swapsAxes)
    }

    mutating func run() throws {
        let isSequence = scanner.take(0x1E)
        var type = try object(.top)
        var end = scanner.position
        while let byte = scanner.peek() {
            let isApart = scanner.passed(0x0A, since: end)
            guard type != "FeatureCollection", isApart || byte == 0x1E else { throw Located(.textAfter, at: end) }
            if byte == 0x1E { _ = scanner.take(0x1E) }
            type = try object(.top)
            end = scanner.position
        }
        if isSequence, type == "FeatureCollection" {
            throw Located(.misplaced(seen: "FeatureCollection", expected: "a Feature of a text sequence"), at: 0)
        }
    }

    enum Place { case top, feature }

    /// Reads a FeatureCollection, a Feature or a bare geometry, whose members come in any order; returns its type.
    private mutating func object(_ place: Place) throws -> String {
        _ = scanner.peek()
        let start = scanner.position
        var parts = GeometryParts()
        var type: String?
        var sawFeatures = false
        var sawGeometry = false
        var sawProperties = false
        let number = features.count
        // In a collection the first number is that of the collection.
        features.append(ForeignFeature(ordinal: place == .feature ? number : number + 1))
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            switch name {
            case "type": type = try scanner.string()
            case "features" where place == .top:
                sawFeatures = true
                guard scanner.peek() == UInt8(ascii: "[") else {
                    throw Located(.wrongMember(name: "features", expected: "an array"), at: scanner.position)
                }
                var isFirst = try scanner.openArray()
                while try scanner.nextElement(&isFirst) { _ = try object(.feature) }
            case "geometry":
                sawGeometry = true
                if try scanner.takeNull() {
                    features[number].hasNullGeometry = true
                } else {
                    try geometry(of: number, depth: 0)
                }
            case "properties":
                sawProperties = true
                if try !scanner.takeNull() { try properties(of: number) }
            case "id": try id(of: number)
            case "coordinates", "geometries": try part(name, &parts, of: number, depth: 0)
            case "bbox": try box()
            case "crs": try referenceSystem()
            case "method", "digest", "as_of": try head(name, at: place)
            default: try scanner.skip()
            }
            if name.utf8.count > Self.nameLimit {
                throw Located(.longName(bytes: name.utf8.count, limit: Self.nameLimit), at: start)
            }
        }
        guard let type else { throw Located(.noType, at: start) }
        switch type {
        case "FeatureCollection":
            guard place == .top else {
                throw Located(.misplaced(seen: type, expected: "a Feature"), at: start)
            }
            guard sawFeatures else { throw Located(.missing(member: "features", of: type), at: start) }
        case "Feature":
            guard sawGeometry else { throw Located(.missing(member: "geometry", of: type), at: start) }
            if !sawProperties { note(.noProperties, number) }
            if features[number].hasNullGeometry { note(.nullGeometry, number) }
        case "Topology": throw Located(.topology, at: start)
        default:
            guard place == .top, Self.geometryTypes.contains(type) else {
                throw Located(
                    Self.geometryTypes.contains(type)
                        ? .misplaced(seen: type, expected: "a Feature") : .unknownType(seen: type), at: start)
            }
            try finish(type, parts, of: number, at: start)
        }
        return type
    }

    mutating func note(_ kind: MapRepairs.Kind, _ feature: Int, count: Int = 1) {
        repairs.note(kind, number: feature, feature: features[feature].label, count: count)
    }

    private mutating func id(of number: Int) throws {
        _ = scanner.peek()
        let start = scanner.position
        switch try scanner.value() {
        case .string(let text): features[number].id = text
        case .number(_, let text): features[number].id = text
        case .null: return
        default: throw Located(.wrongMember(name: "id", expected: "a text or a number"), at: start)
        }
        guard let id = features[number].id, ids.insert(id).inserted else {
            throw Located(.duplicateID(features[number].id ?? ""), at: start)
        }
    }

    /// Only looked at: a box that cannot be one tells of a broken file.
    mutating func box() throws {
        _ = scanner.peek()
        let start = scanner.position
        let value = try scanner.value()
        if value == .null { return }
        let numbers = value.array?.compactMap(\.number) ?? []
        guard numbers.count == 4 || numbers.count == 6, numbers.count == value.array?.count else {
            throw Located(.badBox(reason: "is not four or six numbers"), at: start)
        }
        // West of east is legal: across the meridian of 180°.
        guard numbers[1] <= numbers[numbers.count / 2 + 1] else {
            throw Located(.badBox(reason: "has its south above its north"), at: start)
        }
    }

    /// The member `crs` of the GeoJSON of 2008. Longitude and latitude by another name are fine.
    mutating func referenceSystem() throws {
        _ = scanner.peek()
        let start = scanner.position
        let value = try scanner.value()
        if value == .null { return }
        if value["type"]?.string == "link" { throw Located(.linkedCRS, at: start) }
        let name =
            value["properties"]?["name"]?.string ?? value["properties"]?["code"]?.number.map { "EPSG:\(Int($0))" }
        guard let name else {
            throw Located(.wrongMember(name: "crs", expected: "a reference system's name"), at: start)
        }
        let code = name.split(separator: ":").last.map { $0.uppercased() } ?? ""
        guard ["4326", "CRS84", "CRS84H", "4979"].contains(code) else {
            throw Located(.projected(crs: name), at: start)
        }
    }

    private mutating func head(_ name: String, at place: Place) throws {
        guard place == .top else { return try scanner.skip() }
        let value = try scanner.value()
        switch name {
        case "digest": origin.digest = value.string
        case "as_of": origin.asOf = value.string
        default:
            guard let method = value["name"]?.string else { return }
            origin.method = method + (value["version"]?.number.map { "/\(Int(min(max($0, -1e9), 1e9)))" } ?? "")
            origin.parameters = (value["parameters"]?.members ?? []).map {
                ForeignMap.Origin.Parameter(
                    name: $0.key,
                    value: $0.value.string ?? String(decoding: JSONWriter.bytes(of: $0.value), as: UTF8.self))
            }
            .sorted { $0.name < $1.name }
        }
    }

    static let geometryTypes: Set<String> = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ]
}
