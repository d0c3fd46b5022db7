package import Geometry
package import Places
import Rows

/// Places found about a point or in a box, as a table, as lines of JSON, and as GeoJSON.
package struct NearPlaces {
    package struct Found: Sendable {
        package let number: Int
        /// Nil in a box.
        package let distanceInMetres: Double?

        package init(number: Int, distanceInMetres: Double? = nil) {
            self.number = number
            self.distanceInMetres = distanceInMetres
        }
    }

    package var found: [Found] = []
    package var origin: Coordinate?
    private let gazetteer: Gazetteer

    package init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    package var text: String {
        var table = TextTable([
            ("place", .left), ("kind", .left), ("lon,lat", .left), ("distance", .right), ("", .left), ("id", .left),
        ])
        for one in found {
            let place = gazetteer.place(at: one.number)
            let spot =
                Decimals.shortest(place.coordinate.longitude, decimals: 5) + ","
                + Decimals.shortest(place.coordinate.latitude, decimals: 5)
            table.add(
                place.name, place.kind.rawValue, spot, one.distanceInMetres.map(Distance.text) ?? "",
                direction(to: place) ?? "", place.id)
        }
        return table.text
    }

    /// One object a line.
    package var lines: [UInt8] {
        var out: [UInt8] = []
        for one in found {
            var json = JSONWriter()
            json.object { json in
                members(one, gazetteer.place(at: one.number), into: &json)
                let place = gazetteer.place(at: one.number)
                json.key("lon")
                json.number(place.coordinate.longitude, decimals: 7)
                json.key("lat")
                json.number(place.coordinate.latitude, decimals: 7)
            }
            out += json.bytes + [0x0A]
        }
        return out
    }

    /// A collection of points (RFC 7946), a feature a line.
    package var geoJSON: [UInt8] {
        var out = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        for (position, one) in found.enumerated() {
            let place = gazetteer.place(at: one.number)
            var json = JSONWriter()
            json.object { json in
                json.key("type")
                json.string("Feature")
                json.key("id")
                json.string(place.id)
                json.geometry("Point") { json in
                    json.array { json in
                        json.number(place.coordinate.longitude, decimals: 7)
                        json.number(place.coordinate.latitude, decimals: 7)
                    }
                }
                json.key("properties")
                json.object { json in
                    json.key("feature_type")
                    json.string("place")
                    members(one, place, into: &json)
                }
            }
            out += (position == 0 ? [0x0A] : [0x2C, 0x0A]) + json.bytes
        }
        return out + Array("\n]}\n".utf8)
    }

    private func members(_ one: Found, _ place: Place, into json: inout JSONWriter) {
        json.key("id")
        json.string(place.id)
        json.key("ids")
        json.array { json in for id in place.ids { json.string(id) } }
        json.key("name")
        json.string(place.name)
        json.key("kind")
        json.string(place.kind.rawValue)
        if let metres = one.distanceInMetres {
            json.key("distance_m")
            json.number(metres, decimals: 2)
        }
        if let direction = direction(to: place) {
            json.key("direction")
            json.string(direction)
        }
    }

    private func direction(to place: Place) -> String? {
        guard let origin, origin != place.coordinate else { return nil }
        return Distance.compassPoint(
            azimuthInDegrees: Geodesic.inverse(origin, place.coordinate).azimuthInDegrees)
    }
}
