import Geometry
package import Places
import Rows

/// A locality as GeoJSON (RFC 7946): for each reading its region, its centre and its anchors; the named place where one
/// is meant or contradicted.
package enum LocalityGeoJSON {
    package static func bytes(_ locality: Locality, in gazetteer: Gazetteer) -> [UInt8] {
        let rings = locality.readings.flatMap { $0.region.polygon.rings.flatMap { $0 } }
        let anchors = locality.readings.flatMap { $0.anchors.map { gazetteer.places[$0].coordinate } }
        var features: [[UInt8]] = []
        for (number, reading) in locality.readings.enumerated() {
            features.append(region(reading, number, locality, gazetteer))
            features.append(
                point(reading.region.centre, id: "centre-\(number + 1)", type: "region_centre") { json in
                    json.key("probability")
                    json.number(reading.probability, decimals: 3)
                    json.key("enclosing_radius_m")
                    json.number(reading.region.enclosingRadiusInMetres.rounded(.up), decimals: 0)
                })
            for index in reading.anchors { features.append(place(index, "anchor-\(number + 1)", "anchor", gazetteer)) }
            switch reading.named {
            case .inside(let index)?: features.append(place(index, "named-\(number + 1)", "named_place", gazetteer))
            case .contradiction(let index, _)?:
                features.append(place(index, "contradiction-\(number + 1)", "contradicting_place", gazetteer))
            default: break
            }
        }
        var json = JSONWriter()
        json.raw("{\"type\":\"FeatureCollection\",")
        json.key("expression")
        json.string(locality.expression.text)
        json.key("status")
        json.string(locality.status.rawValue)
        if let box = BoundingBox(rings + anchors) {
            json.key("bbox")
            json.array { json in
                for value in [box.west, box.south, box.east, box.north] { json.number(value, decimals: 7) }
            }
        }
        json.raw(",\n\"features\":[\n")
        for (index, feature) in features.enumerated() {
            if index > 0 { json.raw(",\n") }
            json.raw(bytes: feature)
        }
        json.raw("\n]}\n")
        return json.bytes
    }

    private static func region(
        _ reading: Locality.Reading, _ number: Int, _ locality: Locality, _ gazetteer: Gazetteer
    ) -> [UInt8] {
        feature(id: "region-\(number + 1)", type: "region") { json in
            json.geometry("Polygon") { json in
                json.array { json in
                    for ring in reading.region.polygon.rings {
                        json.array { json in for corner in ring { json.position(GridPoint(corner)) } }
                    }
                }
            }
        } properties: { json in
            LocalityJSON.properties(reading, locality, gazetteer, &json)
        }
    }

    private static func place(_ index: Int, _ id: String, _ type: String, _ gazetteer: Gazetteer) -> [UInt8] {
        let place = gazetteer.places[index]
        return point(place.coordinate, id: "\(id)-\(place.id)", type: type) { json in
            json.key("place")
            json.string(place.id)
            json.key("name")
            json.string(place.name)
        }
    }

    private static func point(
        _ coordinate: Coordinate, id: String, type: String, _ properties: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        feature(id: id, type: type) { json in
            json.geometry("Point") { json in json.position(GridPoint(coordinate)) }
        } properties: { json in
            properties(&json)
        }
    }

    private static func feature(
        id: String, type: String, geometry: (inout JSONWriter) -> Void, properties: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("Feature")
            json.key("id")
            json.string(id)
            geometry(&json)
            json.key("properties")
            json.object { json in
                json.key("feature_type")
                json.string(type)
                properties(&json)
            }
        }
        return json.bytes
    }
}
