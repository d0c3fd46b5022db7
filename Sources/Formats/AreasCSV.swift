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
            return cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
        }.joined()
    }
}

/// Cells that no spreadsheet takes for a formula.
package enum CSVCell {
    /// The text as a cell (RFC 4180). A leading `=`, `+`, `-`, `@`, tab or line end gets an apostrophe before it, unless
    /// the cell is a number.
    package static func quoted(_ text: String) -> String {
        var cell = text
        if let first = cell.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first), Double(cell) == nil {
            cell = "'" + cell
        }
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
