import Control
import Fronts
import Geometry
import Places
import Reports
import Rows
import Snapshots

/// The pieces of lines, and the bands around lines: written on request.
extension GeoJSONWriter {
    func lineDetails(_ snapshot: Snapshot) -> [[UInt8]] {
        var features: [[UInt8]] = []
        if segmented {
            for front in snapshot.fronts {
                features += snapshot.segments(of: front).map { segment($0, of: front, snapshot) }
            }
        }
        return features + bands.map { feature($0, snapshot) }
    }

    private func segment(_ segment: Snapshot.FrontLine, of front: Snapshot.FrontLine, _ snapshot: Snapshot) -> [UInt8] {
        let facing = segment.facing[0]
        let (left, right) = (snapshot.places[facing.left], snapshot.places[facing.right])
        return write(id: segment.id, at: snapshot) { json in
            json.geometry("LineString") { json in
                json.array { json in for point in segment.line { json.position(point) } }
            }
        } properties: { json in
            json.key("feature_type")
            json.string(segment.isCertain ? "front_segment" : "likely_front_segment")
            for (key, value) in [
                ("feature_id", segment.id), ("front_id", front.id), ("left", segment.left), ("right", segment.right),
                ("left_place", theatre.scenario.gazetteer.places[left.placeIndex].id),
                ("right_place", theatre.scenario.gazetteer.places[right.placeIndex].id),
            ] {
                json.key(key)
                json.string(value)
            }
            json.key("length_km")
            json.number(segment.lengthInMetres / 1000, decimals: 3)
            json.key("spacing_km")
            json.number(facing.distanceInMetres / 1000, decimals: 3)
            json.key("probability")
            json.number(min(left.call.probability, right.call.probability), decimals: 2)
            json.key("last_report_days")
            if let age = snapshot.ageInDays(of: facing) { json.number(age, decimals: 0) } else { json.null() }
            FeatureReasoningJSON.write(Doubt(facing), into: &json)
            times(snapshot, into: &json)
            if styled { Style.front(isCertain: segment.isCertain, into: &json) }
            sources(
                HeaviestReports([facing.left, facing.right], in: snapshot, most: Self.sourcesShown), into: &json)
        }
    }

    private func feature(_ band: FrontBand, _ snapshot: Snapshot) -> [UInt8] {
        write(id: band.id, at: snapshot) { json in
            json.multiPolygon(band.polygons)
        } properties: { json in
            json.key("feature_type")
            json.string(band.front.isCertain ? "front_band" : "likely_front_band")
            for (key, value) in [
                ("feature_id", band.id), ("front_id", band.front.id), ("left", band.front.left),
                ("right", band.front.right),
            ] {
                json.key(key)
                json.string(value)
            }
            json.key("share_of_line")
            json.number(band.share.part, decimals: 1)
            json.key("area_km2")
            json.number(band.areaInSquareMetres / 1e6, decimals: 3)
            times(snapshot, into: &json)
            if styled { Style.band(into: &json) }
        }
    }
}
