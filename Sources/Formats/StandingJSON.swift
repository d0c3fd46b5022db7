import Control
import Geometry
import Places
import Reports
package import Rows
package import Snapshots

/// Where a point or a road stands against the front, as a member of a JSON object: `standing` or `road_standing`.
package enum StandingJSON {
    package static func write(
        _ standing: Standing, _ parts: Parts, _ snapshot: Snapshot, _ theatre: Theatre, into json: inout JSONWriter
    ) {
        json.key("standing")
        json.object { json in
            moment(snapshot, into: &json)
            holder(standing.holder, into: &json)
            json.key("position")
            json.string(standing.position.rawValue)
            if let index = standing.spokenForBy {
                let state = snapshot.places[index]
                json.key("as_place_id")
                json.string(theatre.scenario.gazetteer.places[state.placeIndex].id)
                json.key("as_place_km")
                json.number(standing.distanceToPlaceInMetres / 1000, decimals: 3)
                json.key("probability")
                json.number(state.call.probability, decimals: 3)
                json.key("inferred")
                json.bool(state.call.isInferred)
                if state.call.status == .unknown, let likely = state.call.likeliestSide {
                    json.key("likely")
                    json.string(likely)
                }
            }
            for (key, near) in [("front", standing.front), ("likely_front", standing.likelyFront)] {
                guard let near else { continue }
                json.key(key)
                json.object { json in
                    front(near.front, into: &json)
                    way(near.distanceInMetres, near.azimuthInDegrees, into: &json)
                    point("nearest_point", near.coordinate, into: &json)
                    json.key("within_doubt")
                    json.bool(near.isWithinDoubt)
                }
            }
            for (key, land) in [("contested", standing.contested), ("unknown", standing.unknown)] {
                guard let land else { continue }
                json.key(key)
                json.object { json in
                    holder(land.holder, into: &json)
                    way(land.distanceInMetres, land.azimuthInDegrees, into: &json)
                }
            }
            json.key("ways_out")
            json.array { json in
                for (side, enclosure) in standing.enclosures {
                    json.object { json in
                        json.key("side")
                        json.string(side)
                        PartJSON.write(enclosure, into: &json)
                    }
                }
            }
            if let part = standing.part.map({ parts.all[$0] }) {
                json.key("part")
                json.object { json in
                    json.key("kind")
                    if let kind = part.kind { json.string(kind.rawValue) } else { json.null() }
                    if let id = part.id {
                        json.key("id")
                        json.string(id)
                    }
                    PartJSON.write(part, into: &json)
                }
            }
        }
    }

    package static func write(_ road: RoadStanding, _ snapshot: Snapshot, into json: inout JSONWriter) {
        json.key("road_standing")
        json.object { json in
            moment(snapshot, into: &json)
            json.key("road")
            json.string(road.status.rawValue)
            for (key, near) in [("front", road.front), ("likely_front", road.likelyFront)] {
                guard let near else { continue }
                json.key(key)
                json.object { json in
                    front(near.front, into: &json)
                    if near.distanceInMetres == 0 {
                        json.key("distance_km")
                        json.number(0, decimals: 3)
                    } else {
                        way(near.distanceInMetres, near.azimuthInDegrees, into: &json)
                    }
                    point("nearest_point_of_road", near.onRoad, into: &json)
                    point("nearest_point", near.onFront, into: &json)
                }
            }
            json.key("stretches")
            json.array { json in
                for stretch in road.stretches {
                    json.object { json in
                        if let holder = stretch.holder {
                            self.holder(holder, into: &json)
                        } else {
                            json.key("status")
                            json.string("outside")
                        }
                        json.key("km")
                        json.number(stretch.lengthInMetres / 1000, decimals: 3)
                        point("from", stretch.from, into: &json)
                        point("to", stretch.to, into: &json)
                    }
                }
            }
        }
    }

    private static func moment(_ snapshot: Snapshot, into json: inout JSONWriter) {
        json.key("as_of")
        json.string(snapshot.at.text)
        json.key("known_at")
        if let known = snapshot.asKnownOn { json.string(known.text) } else { json.null() }
        json.key("method")
        json.string(snapshot.method.label)
        json.key("digest")
        json.string(snapshot.digest)
    }

    private static func holder(_ holder: Holder, into json: inout JSONWriter) {
        json.key("status")
        json.string(holder.status)
        json.key("holders")
        json.array { json in for side in holder.sides { json.string(side) } }
    }

    private static func front(_ front: Snapshot.FrontLine, into json: inout JSONWriter) {
        json.key("id")
        json.string(front.id)
        json.key("left")
        json.string(front.left)
        json.key("right")
        json.string(front.right)
        if let doubt = Doubt(front) { FeatureReasoningJSON.write(doubt, into: &json) }
    }

    private static func way(_ metres: Double, _ azimuth: Double, into json: inout JSONWriter) {
        json.key("distance_km")
        json.number(metres / 1000, decimals: 3)
        json.key("azimuth_degrees")
        json.number(azimuth, decimals: 1)
        json.key("direction")
        json.string(Distance.compassPoint(azimuthInDegrees: azimuth))
    }

    private static func point(_ key: String, _ coordinate: Coordinate, into json: inout JSONWriter) {
        json.key(key)
        json.array { json in
            json.number(coordinate.longitude, decimals: 7)
            json.number(coordinate.latitude, decimals: 7)
        }
    }
}
