import Geometry
import Rows

/// Writes a gazetteer as LP-TSV with our columns, to be read and mended by hand, and read again by ``GazetteerReader``.
package enum GazetteerTable {
    static let columns = [
        "id", "title", "title_source", "start", "ccodes", "matches", "variants", "types", "fclasses", "parent_name",
        "parent_id", "region_name", "region_id", "lon", "lat", "geowkt", "geo_source", "uncertainty_m", "population",
        "sources",
    ]

    /// The whole file, a line a place, in the order of the gazetteer.
    package static func bytes(_ gazetteer: Gazetteer) -> [UInt8] {
        var out = Array(columns.joined(separator: "\t").utf8) + [10]
        for number in 0..<gazetteer.count { append(gazetteer.place(at: number), to: &out) }
        return out
    }

    private static func append(_ place: Place, to out: inout [UInt8]) {
        let variants: [String] = place.names.dropFirst().map { name in
            // An @ in a name that has no language would be read as one.
            let tag = name.language ?? (name.text.contains("@") ? "und" : "")
            return name.text.filter { $0 != ";" } + (tag.isEmpty ? "" : "@\(tag)")
        }
        let gazetteer = place.attestations.first?.gazetteer ?? ""
        let origins = place.origins
        var cells = [place.id, place.name, origins.name.isEmpty ? gazetteer : origins.name]
        cells += [origins.start, origins.countries]
        cells += [place.otherIDs.joined(separator: ";"), variants.joined(separator: ";")]
        cells += [place.kind.rawValue, featureClass(place.kind)]
        cells += [place.district?.name ?? place.parent ?? "", place.district?.id ?? ""]
        cells += [place.region?.name ?? "", place.region?.id ?? ""]
        cells.append(Decimals.shortest(place.coordinate.longitude, decimals: 7))
        cells.append(Decimals.shortest(place.coordinate.latitude, decimals: 7))
        cells += [WellKnownText.text(place.shape), origins.position.isEmpty ? gazetteer : origins.position]
        cells.append(Decimals.shortest(place.uncertaintyInMetres, decimals: 1))
        cells += [place.population.map { "\($0)" } ?? "", place.sources.joined(separator: ";")]
        for (number, cell) in cells.enumerated() {
            if number > 0 { out.append(9) }
            // No cell of a TSV holds a tab or a line end.
            out += cell.utf8.map { $0 < 0x20 ? 0x20 : $0 }
        }
        out.append(10)
    }

    /// GeoNames' class of a kind, which LP-TSV asks for.
    static func featureClass(_ kind: PlaceKind) -> String {
        switch kind {
        case .city, .town, .village, .hamlet, .quarter: "P"
        case .region, .district, .country, .canton, .zone: "A"
        case .river, .lake, .spring: "H"
        case .road: "R"
        case .hill, .mountain, .island, .valley: "T"
        default: "S"
        }
    }
}

extension WellKnownText {
    /// A line or an area as text; nothing for a point, which has columns of its own.
    static func text(_ shape: PlaceShape) -> String {
        func list(_ line: [Coordinate]) -> String {
            let pairs: [String] = line.map { coordinate in
                let longitude = Decimals.shortest(coordinate.longitude, decimals: 7)
                return "\(longitude) \(Decimals.shortest(coordinate.latitude, decimals: 7))"
            }
            return "(\(pairs.joined(separator: ", ")))"
        }
        func rings(_ polygon: Polygon) -> String { "(\(polygon.rings.map(list).joined(separator: ", ")))" }
        switch shape {
        case .point: return ""
        case .line(let line): return "LINESTRING " + list(line)
        case .area(let area):
            if area.polygons.count == 1 { return "POLYGON " + rings(area.polygons[0]) }
            return "MULTIPOLYGON (" + area.polygons.map(rings).joined(separator: ", ") + ")"
        }
    }
}
