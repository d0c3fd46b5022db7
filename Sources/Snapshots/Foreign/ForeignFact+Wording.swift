import Rows

extension ForeignFact {
    package var code: String {
        switch self {
        case .empty: "empty"
        case .notText: "not-text"
        case .notJSON: "invalid-json"
        case .tooLarge: "too-large"
        case .tooManyVertices: "too-many-vertices"
        case .tooManyProperties: "too-many-properties"
        case .longName: "long-name"
        case .noType: "no-type"
        case .unknownType: "unknown-type"
        case .topology: "topology"
        case .misplaced: "misplaced"
        case .missing: "missing-member"
        case .wrongMember: "wrong-member"
        case .collectionsTooDeep: "collections-too-deep"
        case .textAfter: "text-after"
        case .duplicateID: "duplicate-id"
        case .badBox: "bad-bbox"
        case .projected: "projected"
        case .linkedCRS: "linked-crs"
        case .outOfRange: "out-of-range"
        case .wrongNesting: "wrong-nesting"
        case .emptyRing: "empty-ring"
        case .shortRing: "short-ring"
        case .noInside: "no-inside"
        case .noPolygon: "no-polygon"
        case .noSuchProperty: "no-such-property"
        case .difference: "difference"
        case .apart: "apart"
        case .swapped: "swapped"
        case .tangled: "tangled"
        }
    }

    package var sentence: String {
        switch self {
        case .empty: "is empty; expected GeoJSON"
        case .notText(let kind): "is \(kind), not GeoJSON text in UTF-8"
        case .notJSON(let reason, let column): "not JSON at column \(column): \(reason)"
        case .tooLarge(let bytes, let limit):
            "has \(bytes) bytes, more than the \(limit) that are read; --max-mb raises the limit"
        case .tooManyVertices(let limit): "a feature has more than \(limit) positions; simplify it or split it"
        case .tooManyProperties(let limit): "a feature has more than \(limit) properties"
        case .longName(let bytes, let limit): "a member's name has \(bytes) bytes, more than \(limit)"
        case .noType: "an object without \"type\"; expected GeoJSON: FeatureCollection, Feature or a geometry"
        case .unknownType(let seen):
            "type \"\(printable(seen, limit: 40))\" is none of GeoJSON's"
                + (EditDistance.nearest(to: seen, among: Self.types).map { " (did you mean \($0)?)" } ?? "")
        case .topology: "is TopoJSON; turn it into GeoJSON first (topo2geo, or ogr2ogr map.geojson map.json)"
        case .misplaced(let seen, let expected): "a \(printable(seen, limit: 40)) where \(expected) was expected"
        case .missing(let member, let type): "a \(type) without \"\(member)\""
        case .wrongMember(let name, let expected): "\"\(name)\" is not \(expected)"
        case .collectionsTooDeep(let limit): "geometry collections nested deeper than \(limit)"
        case .textAfter:
            "text after the end of the map; features one by one stand on lines of their own (GeoJSONSeq)"
        case .duplicateID(let id): "two features have the id \(printable(id, limit: 40)); give each one of its own"
        case .badBox(let reason): "\"bbox\" \(reason)"
        case .projected(let crs):
            "its coordinates are in \(printable(crs, limit: 60)); expected longitude and latitude "
                + "(ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson makes them)"
        case .linkedCRS: "its \"crs\" is a link, which is never followed; expected longitude and latitude"
        case .outOfRange(let longitude, let latitude):
            "position [\(Decimals.shortest(longitude, decimals: 7)), \(Decimals.shortest(latitude, decimals: 7))] is no "
                + "longitude and latitude in degrees"
                + (abs(latitude) <= 180 && abs(longitude) <= 90
                    ? "; if the two are exchanged, --swap-axes FILE"
                    : abs(longitude) > 540 ? "; metres? (ogr2ogr -t_srs EPSG:4326)" : "; cut maps at ±180")
        case .wrongNesting(let type): "\"coordinates\" of a \(type) are not nested as they should be"
        case .emptyRing: "a ring without positions"
        case .shortRing(let count): "a ring of \(count) positions; expected at least 4"
        case .noInside: "no ring of the map has an inside; this is the first"
        case .noPolygon(let points, let lines):
            "holds no Polygon or MultiPolygon, only \(points) points and \(lines) lines; expected a map of who holds what"
        case .noSuchProperty(let name, let nearest, let seen):
            "no area has the property \"\(printable(name, limit: 40))\""
                + (nearest.map { "; is \"\(printable($0, limit: 40))\" meant?" }
                    ?? (seen.isEmpty
                        ? "; the areas have no properties"
                        : "; the areas have \(seen.map { "\"\(printable($0, limit: 40))\"" }.joined(separator: ", "))"))
        case .difference: "is a difference, not a map; expected two maps, or one scenario with --from and --to"
        case .apart(let other): "does not overlap \(other) anywhere: another region, or another map projection"
        case .swapped(let other):
            "does not overlap \(other), but would with [lat, lon] read as [lon, lat]; if that is meant, --swap-axes FILE "
                + "with the name of the file whose axes are exchanged"
        case .tangled(let reason, let other?): "cannot be laid over \(printable(other)): \(reason)"
        case .tangled(let reason, nil): "cannot be laid over any map, by its own fault: \(reason)"
        }
    }

    private static let types = [
        "FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
        "MultiPolygon", "GeometryCollection",
    ]
}
