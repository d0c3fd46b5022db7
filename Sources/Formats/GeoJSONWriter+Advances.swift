import Geometry
import Places
import Reports
import Rows
import Snapshots

extension GeoJSONWriter {
    func feature(_ advance: Advance, _ difference: Difference) -> [UInt8] {
        write(id: advance.id, at: difference.to) { json in
            json.multiPolygon([advance.polygon])
        } properties: { json in
            json.key("feature_type")
            json.string("advance")
            json.key("kind")
            json.string(advance.kind.rawValue)
            json.key("from")
            json.string(advance.from)
            json.key("to")
            json.string(advance.to)
            json.key("area_km2")
            json.number(advance.areaInSquareMetres / 1e6, decimals: 3)
            json.key("called_km2")
            json.number(advance.calledAreaInSquareMetres / 1e6, decimals: 3)
            measure(advance.measure, into: &json)
            json.key("places")
            ids(advance.places, into: &json)
            if let nearest = advance.nearest { anchor(nearest, into: &json) }
            period(difference, into: &json)
            if styled { Style.area(.held(side: advance.to), theatre.scenario.actors, into: &json) }
            sources(advance.reports, into: &json)
        }
    }

    private func measure(_ measure: AdvanceMeasure, into json: inout JSONWriter) {
        json.key("line_before_km")
        json.number(measure.lineBeforeInMetres / 1000, decimals: 3)
        json.key("line_now_km")
        json.number(measure.lineNowInMetres / 1000, decimals: 3)
        for (key, metres) in [("mean_km", measure.meanInMetres), ("greatest_km", measure.greatestInMetres)] {
            guard let metres else { continue }
            json.key(key)
            json.number(metres / 1000, decimals: 3)
        }
        guard let azimuth = measure.azimuthInDegrees else { return }
        json.key("azimuth_deg")
        json.number(azimuth, decimals: 0)
        json.key("direction")
        json.string(Distance.compassPoint(azimuthInDegrees: azimuth))
    }

    private func anchor(_ nearest: Advance.Anchor, into json: inout JSONWriter) {
        let place = theatre.scenario.gazetteer.places[nearest.placeIndex]
        json.key("nearest_place")
        json.object { json in
            json.key("place_id")
            json.string(place.id)
            json.key("name")
            json.string(place.name)
            json.key("distance_m")
            json.number(nearest.distanceInMetres, decimals: 0)
            json.key("direction")
            json.string(Distance.compassPoint(azimuthInDegrees: nearest.azimuthInDegrees))
        }
    }
}
