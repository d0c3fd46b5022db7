import Fronts
import Geometry
import Reports
import Rows
package import Snapshots

/// Writes a map made of a table of held places as GeoJSON, in the words of ``GeoJSONWriter``: control areas, front lines,
/// and on request the places.
package struct HeldGeoJSON {
    let map: HeldMap

    package init(_ map: HeldMap) {
        self.map = map
    }

    /// The whole file. Linear in the number of vertices.
    package func bytes(withPlaces: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("FeatureCollection")
            asOf(into: &json)
            json.key("method")
            json.object { json in
                json.key("name")
                json.string("areas")
                json.key("version")
                json.integer(1)
                json.key("parameters")
                json.object { json in
                    for (name, value) in map.method {
                        json.key(name)
                        json.string(value)
                    }
                }
            }
            json.key("digest")
            json.string(map.digest)
            box(withPlaces: withPlaces, into: &json)
            json.key("features")
            json.array { json in
                for area in map.areas {
                    json.line()
                    feature(area, into: &json)
                }
                for front in map.fronts {
                    json.line()
                    feature(front, into: &json)
                }
                if withPlaces {
                    for place in map.table.coordinates.indices {
                        json.line()
                        feature(place, into: &json)
                    }
                }
                json.raw("\n")
            }
        }
        json.raw("\n")
        return json.bytes
    }

    private func feature(_ area: HeldMap.Area, into json: inout JSONWriter) {
        feature(id: area.id, into: &json) { json in
            json.multiPolygon(area.polygons)
        } properties: { json in
            json.key("feature_type")
            json.string("control_area")
            json.key("feature_id")
            json.string(area.id)
            holder(area.holder, into: &json)
            json.key("area_km2")
            json.number(area.areaInSquareMetres / 1e6, decimals: 3)
            json.key("places")
            json.integer(area.placeCount)
        }
    }

    private func feature(_ front: HeldMap.FrontLine, into json: inout JSONWriter) {
        feature(id: front.id, into: &json) { json in
            json.geometry("LineString") { json in
                json.array { json in for point in front.line { json.position(point) } }
            }
        } properties: { json in
            json.key("feature_type")
            json.string("front_line")
            json.key("feature_id")
            json.string(front.id)
            json.key("left")
            json.string(front.left)
            json.key("right")
            json.string(front.right)
            json.key("length_km")
            json.number(front.lengthInMetres / 1000, decimals: 3)
        }
    }

    private func feature(_ place: Int, into json: inout JSONWriter) {
        let table = map.table
        feature(id: "place/\(table.lines[place])", into: &json) { json in
            json.geometry("Point") { $0.position(GridPoint(table.coordinates[place])) }
        } properties: { json in
            json.key("feature_type")
            json.string("place")
            let actor = Int(table.holders[place])
            holder(actor < table.actors.count ? .held(side: table.actors[actor]) : .unknown, into: &json)
            if !table.members.isEmpty { json.members(table.members[place]) }
        }
    }

    /// Every area and place says a holder, known or not: others read no more than that.
    private func holder(_ holder: Holder, into json: inout JSONWriter) {
        json.key("status")
        json.string(holder.status)
        json.key("holder")
        json.string(holder.key)
    }

    private func feature(
        id: String, into json: inout JSONWriter, geometry: (inout JSONWriter) -> Void,
        properties: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.key("type")
            json.string("Feature")
            json.key("id")
            json.string(id)
            if let at = map.at {
                json.key("time")
                json.object { json in
                    json.key(at.isDay ? "date" : "timestamp")
                    json.string(at.text)
                }
            }
            geometry(&json)
            json.key("properties")
            json.object { json in
                properties(&json)
                asOf(into: &json)
            }
        }
    }

    private func asOf(into json: inout JSONWriter) {
        guard let at = map.at else { return }
        json.key("as_of")
        json.string(at.text)
    }

    private func box(withPlaces: Bool, into json: inout JSONWriter) {
        var (west, south, east, north) = (Int32.max, Int32.max, Int32.min, Int32.min)
        func take(_ p: GridPoint) {
            (west, east) = (min(west, p.x), max(east, p.x))
            (south, north) = (min(south, p.y), max(north, p.y))
        }
        for area in map.areas {
            for polygon in area.polygons { for point in polygon.rings[0] { take(point) } }
        }
        if withPlaces { for place in map.table.coordinates { take(GridPoint(place)) } }
        json.key("bbox")
        json.array { json in for value in [west, south, east, north] { json.degrees(value) } }
    }
}
