import Control
import Geometry
import Places
import Reports
import Rows
import Snapshots

extension GeoJSONWriter {
    func feature(_ area: Snapshot.ControlArea, populatedInSquareMetres: Double?, _ snapshot: Snapshot) -> [UInt8] {
        write(id: area.id, at: snapshot) { json in
            json.multiPolygon(area.polygons)
        } properties: { json in
            json.key("feature_type")
            json.string("control_area")
            json.key("feature_id")
            json.string(area.id)
            holder(area.holder, into: &json)
            json.key("area_km2")
            json.number(area.areaInSquareMetres / 1e6, decimals: 3)
            if let populatedInSquareMetres {
                json.key("populated_area_km2")
                json.number(populatedInSquareMetres / 1e6, decimals: 3)
            }
            json.key("parts")
            json.integer(area.polygons.count)
            json.key("places")
            json.integer(area.places.count)
            json.key("reported_places")
            json.integer(area.places.count { snapshot.places[$0].call.isReported })
            times(snapshot, into: &json)
            if styled { Style.area(area.holder, theatre.scenario.actors, into: &json) }
            sources(
                HeaviestReports(area.places, in: snapshot, most: Self.sourcesShown, count: area.reports.count),
                into: &json)
        }
    }

    func reports(behind front: Snapshot.FrontLine, _ snapshot: Snapshot) -> HeaviestReports {
        HeaviestReports(
            front.leftPlaces + front.rightPlaces, in: snapshot, most: Self.sourcesShown, count: front.reports.count)
    }

    /// - Parameter behind: the reports behind the line, if they are known.
    func feature(_ front: Snapshot.FrontLine, _ snapshot: Snapshot, behind: HeaviestReports? = nil) -> [UInt8] {
        write(id: front.id, at: snapshot) { json in
            json.geometry("LineString") { json in
                json.array { json in for point in front.line { json.position(point) } }
            }
        } properties: { json in
            json.key("feature_type")
            json.string(front.isCertain ? "front_line" : "likely_front_line")
            json.key("feature_id")
            json.string(front.id)
            json.key("left")
            json.string(front.left)
            json.key("right")
            json.string(front.right)
            json.key("length_km")
            json.number(front.lengthInMetres / 1000, decimals: 3)
            if let doubt = Doubt(front) { FeatureReasoningJSON.write(doubt, into: &json) }
            json.key("left_places")
            ids(front.leftPlaces.map { snapshot.places[$0].placeIndex }, into: &json)
            json.key("right_places")
            ids(front.rightPlaces.map { snapshot.places[$0].placeIndex }, into: &json)
            times(snapshot, into: &json)
            if styled { Style.front(isCertain: front.isCertain, into: &json) }
            sources(behind ?? reports(behind: front, snapshot), into: &json)
        }
    }

    func feature(_ state: Snapshot.PlaceState, _ snapshot: Snapshot) -> [UInt8] {
        let place = theatre.scenario.gazetteer.places[state.placeIndex]
        return write(id: "place/\(place.id)", at: snapshot) { json in
            json.geometry("Point") { $0.position(GridPoint(place.coordinate)) }
        } properties: { json in
            json.key("feature_type")
            json.string("place")
            describe(place, into: &json)
            call(state.call, into: &json)
            times(snapshot, into: &json)
            if styled { Style.place(Holder(state.call.status), place, theatre.scenario.actors, into: &json) }
            sources(state.call.basis, into: &json)
        }
    }

    func feature(_ transfer: Difference.Transfer, _ difference: Difference) -> [UInt8] {
        write(id: "change/\(transfer.from.key)>\(transfer.to.key)", at: difference.to) { json in
            json.multiPolygon(transfer.polygons)
        } properties: { json in
            json.key("feature_type")
            json.string("change")
            json.key("from")
            json.string(transfer.from.key)
            json.key("to")
            json.string(transfer.to.key)
            json.key("area_km2")
            json.number(transfer.areaInSquareMetres / 1e6, decimals: 3)
            period(difference, into: &json)
            if styled { Style.area(transfer.to, theatre.scenario.actors, into: &json) }
            sources(transfer.reports, into: &json)
        }
    }

    func feature(_ change: Difference.PlaceChange, _ difference: Difference) -> [UInt8] {
        let place = theatre.scenario.gazetteer.places[change.placeIndex]
        return write(id: "event/\(place.id)", at: difference.to) { json in
            json.geometry("Point") { $0.position(GridPoint(place.coordinate)) }
        } properties: { json in
            json.key("feature_type")
            json.string("event")
            describe(place, into: &json)
            json.key("from")
            json.string(Holder(change.before.status).key)
            json.key("to")
            json.string(Holder(change.after.status).key)
            json.key("changed_hands")
            json.bool(change.changedHands)
            call(change.after, into: &json)
            period(difference, into: &json)
            if styled { Style.place(Holder(change.after.status), place, theatre.scenario.actors, into: &json) }
            sources(change.reports, into: &json)
        }
    }

    func write(
        id: String, at snapshot: Snapshot, geometry: (inout JSONWriter) -> Void, properties: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("type")
            json.string("Feature")
            json.key("id")
            json.string(id)
            time(snapshot, into: &json)
            geometry(&json)
            json.key("properties")
            json.object { json in properties(&json) }
        }
        return json.bytes
    }
}
