package import Geometry
package import Rows

/// Reads the polygons of a GeoJSON file: the area of interest of a scenario.
package enum AreaReader {
    /// All polygons of the file as one shape; features of other kinds are passed over.
    ///
    /// Throws `InputError`: not readable, not JSON, no polygon in it, a ring that is not closed, a coordinate that is no
    /// longitude and latitude, a polygon that is not valid.
    package static func read(
        _ path: String, from files: any FileSource = Disk()
    ) throws(InputError) -> MultiPolygon {
        let value = try JSONFile.read(path, from: files)
        var polygons: [Polygon] = []
        do throws(AreaFact) {
            try collect(value, into: &polygons)
            guard !polygons.isEmpty else { throw .noPolygon }
        } catch {
            throw InputError(file: path, fact: error)
        }
        return MultiPolygon(polygons: polygons)
    }

    private static func collect(_ value: JSONValue, into polygons: inout [Polygon]) throws(AreaFact) {
        switch value["type"]?.string {
        case "FeatureCollection":
            for feature in value["features"]?.array ?? [] { try collect(feature, into: &polygons) }
        case "Feature":
            if let geometry = value["geometry"], geometry != .null { try collect(geometry, into: &polygons) }
        case "GeometryCollection":
            for geometry in value["geometries"]?.array ?? [] { try collect(geometry, into: &polygons) }
        case "Polygon":
            try polygons.append(polygon(value["coordinates"]))
        case "MultiPolygon":
            for one in value["coordinates"]?.array ?? [] { try polygons.append(polygon(one)) }
        default: break
        }
    }

    private static func polygon(_ value: JSONValue?) throws(AreaFact) -> Polygon {
        guard let rings = value?.array, !rings.isEmpty else { throw .badRing(reason: "it has no rings") }
        var out: [[Coordinate]] = []
        for ring in rings {
            var coordinates: [Coordinate] = []
            for position in ring.array ?? [] {
                guard let numbers = position.array, numbers.count >= 2, let longitude = numbers[0].number,
                    let latitude = numbers[1].number, abs(longitude) <= 180, abs(latitude) <= 90,
                    numbers.allSatisfy({ $0.number != nil })
                else {
                    throw .badRing(reason: "a position is no [longitude, latitude]; are the two exchanged?")
                }
                coordinates.append(Coordinate(longitude: longitude, latitude: latitude))
            }
            guard coordinates.count >= 4 else { throw .badRing(reason: "a ring has fewer than 4 positions") }
            guard coordinates.first == coordinates.last else {
                throw .badRing(reason: "a ring does not end where it begins")
            }
            out.append(coordinates)
        }
        let polygon = Polygon(rings: out)
        if let reason = Validity.reason(of: polygon) { throw .invalid(reason: reason) }
        return polygon
    }
}

/// What can be wrong with an area of interest.
package enum AreaFact: Error, ProblemFact {
    case noPolygon
    case badRing(reason: String)
    /// Rings that cross, a hole outside: where, and why.
    case invalid(reason: String)
    case noPlaceInside
    case unusable(reason: String)

    package var code: String {
        switch self {
        case .noPolygon: "no-polygon"
        case .badRing: "bad-ring"
        case .invalid: "invalid-area"
        case .noPlaceInside: "no-place-inside"
        case .unusable: "unusable-area"
        }
    }

    package var sentence: String {
        switch self {
        case .noPolygon: "holds no Polygon or MultiPolygon; expected the GeoJSON of the area of interest"
        case .badRing(let reason): "the area cannot be used: \(reason)"
        case .invalid(let reason):
            "the area cannot be used: \(reason); what is meant by it is not guessed "
                + "(ogr2ogr -makevalid FIXED.geojson FILE repairs it)"
        case .noPlaceInside: "no place of the gazetteer lies in the area; are longitude and latitude exchanged?"
        case .unusable(let reason): "the area cannot be used: \(reason)"
        }
    }
}
