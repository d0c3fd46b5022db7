package import Control
import Geometry
import Places
package import Reports
import Rows
import Snapshots

/// The calls on all places as CSV:
/// `place_id,status,actor,probability,side,sides,inferred,since,last_report,name,lon,lat,carried_by,overruled`.
package enum CallsCSV {
    package static let header =
        "place_id,status,actor,probability,side,sides,inferred,since,last_report,name,lon,lat,carried_by,overruled\n"

    package static func rows(_ calls: [Call], in scenario: Scenario) -> String {
        var out = ""
        for index in scenario.gazetteer.places.indices.sorted(by: {
            scenario.gazetteer.places[$0].id < scenario.gazetteer.places[$1].id
        }) {
            let place = scenario.gazetteer.places[index]
            guard place.kind.isPointLike else { continue }
            let call = calls[index]
            let holder = Holder(call.status)
            func reports(_ role: Weighing.Role) -> String {
                call.reportIDs(role, in: scenario).joined(separator: " ")
            }
            let cells = [
                place.id, holder.status, call.actorID ?? "", Decimals.fixed(call.probability, decimals: 3),
                holder.side ?? "",
                KeyList.text(holder.sides), call.isInferred ? "yes" : "no", call.since?.text ?? "",
                call.lastReportAt?.text ?? "", place.name, Decimals.shortest(place.coordinate.longitude, decimals: 7),
                Decimals.shortest(place.coordinate.latitude, decimals: 7), reports(.carried), reports(.overruled),
            ]
            out += CSVCell.row(cells)
        }
        return out
    }
}
