import Rows
package import Snapshots

/// The difference of two map files as text for a terminal: places, land, lines, and what the reader should know of the
/// two maps.
package enum MapComparisonText {
    package static func text(_ comparison: MapComparison) -> String {
        var out = heading(comparison)
        let remarks = MapRemarks(comparison).sentences
        if !remarks.isEmpty { out += "\n" + remarks.map { "note: \($0)\n" }.joined() }
        guard !comparison.isEmpty else { return out + "\nnothing changed\n" }
        for table in [places(comparison), land(comparison), transfers(comparison), lines(comparison)]
        where !table.isEmpty { out += "\n" + table.text }
        return out
    }

    private static func heading(_ comparison: MapComparison) -> String {
        func name(_ side: MapComparison.Side) -> String {
            let origin = side.map.origin
            return printable(side.map.file) + (origin.asOf.map { " (\(printable($0)))" } ?? "")
        }
        return "\(name(comparison.first)) → \(name(comparison.second))\n"
    }

    /// What a map says of a spot, in words.
    static func words(_ cover: MapCover) -> String {
        switch cover {
        case .held(.beyondReach): "beyond reach"
        case .held(let holder): holder.key
        case .overlap(let holders): "both " + holders.map(\.key).joined(separator: " and ")
        case .notMapped: "not mapped"
        }
    }

    static func km2(_ squareMetres: Double) -> String { Decimals.fixed(squareMetres / 1e6, decimals: 1) }

    private static func places(_ comparison: MapComparison) -> TextTable {
        var table = TextTable([("changed hands", .left), ("from", .left), ("to", .left)])
        for place in comparison.places {
            table.add(place.name, words(.held(place.from)), words(.held(place.to)))
        }
        return table
    }

    private static func land(_ comparison: MapComparison) -> TextTable {
        var table = TextTable([
            ("land", .left), ("km² before", .right), ("gained", .right), ("lost", .right), ("newly mapped", .right),
            ("no longer mapped", .right), ("km² now", .right),
        ])
        for row in comparison.balance {
            table.add(
                row.side, km2(row.before), km2(row.gained), km2(row.lost), km2(row.onlyAfter), km2(row.onlyBefore),
                km2(row.after))
        }
        return table
    }

    private static func transfers(_ comparison: MapComparison) -> TextTable {
        var table = TextTable([("land went from", .left), ("to", .left), ("km²", .right), ("pieces", .right)])
        var small = 0
        for transfer in comparison.transfers {
            guard transfer.areaInSquareMetres >= 50_000 else {
                small += 1
                continue
            }
            table.add(
                words(transfer.from), words(transfer.to), km2(transfer.areaInSquareMetres), "\(transfer.polygons.count)"
            )
        }
        if small > 0 { table.add("\(small) more", "", "< 0.1 each", "") }
        return table
    }

    private static func lines(_ comparison: MapComparison) -> TextTable {
        var table = TextTable([
            ("front line between", .left), ("and", .left), ("km before", .right), ("km now", .right),
            ("furthest apart", .right),
        ])
        for line in comparison.lines {
            table.add(
                words(line.left), words(line.right), Decimals.fixed(line.lengthBeforeInMetres / 1000, decimals: 1),
                Decimals.fixed(line.lengthAfterInMetres / 1000, decimals: 1),
                line.greatestMoveInMetres.map { Decimals.fixed($0 / 1000, decimals: 1) + " km" }
                    ?? (line.lengthAfterInMetres > 0 ? "new" : "gone"))
        }
        return table
    }
}
