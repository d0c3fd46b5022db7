import Control
import Reports
import Rows
package import Snapshots

/// The areas of a snapshot as CSV: `date,known_at,status,holder,area_km2,places,reported_places,
/// populated_area_km2`.
package enum AreasCSV {
    package static let header = "date,known_at,status,holder,area_km2,places,reported_places,populated_area_km2\n"

    /// The last cell is empty without `land`, and for land that is out of reach of any place.
    package static func rows(_ snapshot: Snapshot, land: Land? = nil) -> String {
        snapshot.areas.enumerated().map { number, area in
            let populated = land?.populatedAreas[number].map { Decimals.fixed($0 / 1e6, decimals: 3) }
            let reported = area.places.count { snapshot.places[$0].call.isReported }
            let cells = [
                snapshot.at.text, snapshot.asKnownOn?.text ?? "", area.holder.status,
                KeyList.text(area.holder.sides), Decimals.fixed(area.areaInSquareMetres / 1e6, decimals: 3),
                "\(area.places.count)", "\(reported)", populated ?? "",
            ]
            return CSVCell.row(cells)
        }.joined()
    }
}
