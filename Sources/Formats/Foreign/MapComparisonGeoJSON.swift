import Fronts
import Geometry
import Rows
package import Snapshots

/// The difference of two map files as GeoJSON (RFC 7946), one feature a line: `change` for land, `event` for places.
package enum MapComparisonGeoJSON {
    package static func bytes(of comparison: MapComparison) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("FeatureCollection")
            MapComparisonJSON.head(comparison, into: &json)
            box(comparison, into: &json)
            json.key("features")
            json.array { json in
                var isFirst = true
                func next(_ json: inout JSONWriter) {
                    json.raw(isFirst ? "\n" : ",\n")
                    isFirst = false
                }
                for transfer in comparison.transfers {
                    next(&json)
                    feature(transfer, into: &json)
                }
                for place in comparison.places {
                    next(&json)
                    feature(place, into: &json)
                }
                json.raw("\n")
            }
        }
        return json.bytes + [0x0A]
    }

    private static func feature(_ transfer: MapComparison.Transfer, into json: inout JSONWriter) {
        json.object { json in
            MapComparisonJSON.text("type", "Feature", into: &json)
            MapComparisonJSON.text("id", "change/\(transfer.from.key)>\(transfer.to.key)", into: &json)
            json.multiPolygon(transfer.polygons)
            json.key("properties")
            json.object { json in
                MapComparisonJSON.text("feature_type", "change", into: &json)
                MapComparisonJSON.text("from", transfer.from.key, into: &json)
                MapComparisonJSON.text("to", transfer.to.key, into: &json)
                MapComparisonJSON.km2("area_km2", transfer.areaInSquareMetres, into: &json)
                json.key("pieces")
                json.integer(transfer.polygons.count)
            }
        }
    }

    private static func feature(_ place: MapComparison.PlaceChange, into json: inout JSONWriter) {
        json.object { json in
            MapComparisonJSON.text("type", "Feature", into: &json)
            MapComparisonJSON.text("id", "event/\(place.id)", into: &json)
            json.geometry("Point") { $0.position(place.point) }
            json.key("properties")
            json.object { json in
                MapComparisonJSON.text("feature_type", "event", into: &json)
                MapComparisonJSON.text("place_id", place.id, into: &json)
                MapComparisonJSON.text("name", place.name, into: &json)
                MapComparisonJSON.text("from", place.from.key, into: &json)
                MapComparisonJSON.text("to", place.to.key, into: &json)
            }
        }
    }

    private static func box(_ comparison: MapComparison, into json: inout JSONWriter) {
        var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
        func note(_ p: GridPoint) {
            low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        for transfer in comparison.transfers {
            for polygon in transfer.polygons { polygon.rings[0].forEach(note) }
        }
        for place in comparison.places { note(place.point) }
        guard low.x <= high.x else { return }
        json.key("bbox")
        json.array { json in for value in [low.x, low.y, high.x, high.y] { json.degrees(value) } }
    }
}
