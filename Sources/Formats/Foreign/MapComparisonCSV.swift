import Rows
package import Snapshots

/// Land of which two maps say different things, as CSV: `from,to,area_km2,pieces`.
package enum MapComparisonCSV {
    package static let header = "from,to,area_km2,pieces\n"

    package static func rows(_ comparison: MapComparison) -> String {
        comparison.transfers.map { transfer in
            let cells = [
                transfer.from.key, transfer.to.key, Decimals.fixed(transfer.areaInSquareMetres / 1e6, decimals: 6),
                "\(transfer.polygons.count)",
            ]
            return CSVCell.row(cells)
        }.joined()
    }
}
