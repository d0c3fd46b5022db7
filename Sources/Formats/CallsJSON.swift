package import Control
import Geometry
import Places
package import Reports
import Rows
import Snapshots

/// The calls on all places, an object a line: what ``CallsCSV`` has, with numbers as numbers and lists as lists. What is not
/// known is null.
package enum CallsJSON {
    /// Sorted by the places' ids.
    package static func lines(_ calls: [Call], in scenario: Scenario) -> [UInt8] {
        let places = scenario.gazetteer.places
        var bytes: [UInt8] = []
        for index in places.indices.sorted(by: { places[$0].id < places[$1].id })
        where places[index].kind.isPointLike {
            var json = JSONWriter()
            json.object { write(calls[index], places[index], scenario, into: &$0) }
            bytes += json.bytes + [0x0A]
        }
        return bytes
    }

    private static func write(_ call: Call, _ place: Place, _ scenario: Scenario, into json: inout JSONWriter) {
        func text(_ name: String, _ value: String?) {
            json.key(name)
            if let value { json.string(value) } else { json.null() }
        }
        func list(_ name: String, _ values: [String]) {
            json.key(name)
            json.array { json in for value in values { json.string(value) } }
        }
        let holder = Holder(call.status)
        text("place_id", place.id)
        text("name", place.name)
        json.key("lon")
        json.number(place.coordinate.longitude, decimals: 7)
        json.key("lat")
        json.number(place.coordinate.latitude, decimals: 7)
        text("status", holder.status)
        text("actor", call.actorID)
        text("side", holder.side)
        list("sides", holder.sides)
        json.key("probability")
        json.number(call.probability, decimals: 3)
        json.key("inferred")
        json.bool(call.isInferred)
        text("since", call.since?.text)
        text("last_report", call.lastReportAt?.text)
        list("carried_by", call.reportIDs(.carried, in: scenario))
        list("overruled", call.reportIDs(.overruled, in: scenario))
    }
}
