import Geometry
package import Places
package import Rows

/// A relative position as one line of JSON.
package enum PositionJSON {
    /// `rest` writes what else is known of the point.
    package static func object(
        _ position: RelativePosition, place: Place?, rest: (inout JSONWriter) -> Void = { _ in }
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("lon")
            json.number(position.coordinate.longitude, decimals: 7)
            json.key("lat")
            json.number(position.coordinate.latitude, decimals: 7)
            if let place {
                json.key("id")
                json.string(place.id)
                json.key("name")
                json.string(place.name)
            }
            let anchors = [
                ("from", position.anchor), ("town", position.town), ("nearest", position.nearest),
                ("road", position.road),
            ]
            for case (let key, let anchor?) in anchors {
                json.key(key)
                json.object { json in
                    json.key("id")
                    json.string(anchor.place.id)
                    json.key("name")
                    json.string(anchor.place.name)
                    json.key("distance_km")
                    json.number(anchor.distanceInMetres / 1000, decimals: 3)
                    json.key("azimuth_degrees")
                    json.number(anchor.azimuthInDegrees, decimals: 1)
                    json.key("direction")
                    json.string(Distance.compassPoint(azimuthInDegrees: anchor.azimuthInDegrees))
                }
            }
            json.key("inside")
            json.array { json in for area in position.areas { json.string(area.id) } }
            rest(&json)
        }
        return json.bytes + [0x0A]
    }
}
