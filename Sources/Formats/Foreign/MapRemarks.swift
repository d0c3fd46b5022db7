import Rows
import Snapshots

/// What the reader of a comparison should know of the two maps before believing a number.
struct MapRemarks {
    private(set) var sentences: [String] = []

    init(_ comparison: MapComparison) {
        let (a, b) = (comparison.first, comparison.second)
        if comparison.sameMethod == false {
            sentences.append(
                "the two maps were made by different methods (\(Self.method(a)), \(Self.method(b))): part of the change "
                    + "may be the method")
        }
        let before = Set(a.areas.compactMap { $0.cover.side })
        let after = Set(b.areas.compactMap { $0.cover.side })
        if !before.isEmpty, !after.isEmpty, before.isDisjoint(with: after) {
            sentences.append(
                "no holder has the same name in both maps (\(Self.names(before)); \(Self.names(after))); "
                    + "--match NAME=NAME says which are the same")
        }
        for side in [a, b] {
            for (cover, area) in side.areas {
                guard case .overlap(let holders) = cover else { continue }
                sentences.append(
                    "\(printable(side.map.file)): \(MapComparisonText.km2(area)) km² are claimed by "
                        + "\(holders.map { printable($0.key) }.joined(separator: " and ")) at once, and counted for neither"
                )
            }
            if side.drawnTwiceInSquareMetres > 0 {
                sentences.append(
                    "\(printable(side.map.file)): \(MapComparisonText.km2(side.drawnTwiceInSquareMetres)) km² are drawn "
                        + "twice by the same holder, and counted once")
            }
        }
        if comparison.slivers.count > 0 {
            sentences.append(
                "\(comparison.slivers.count) of the pieces of changed land are less than a metre wide "
                    + "(\(Decimals.shortest(comparison.slivers.areaInSquareMetres / 1e6, decimals: 3)) km²): borders drawn twice "
                    + "a little differently")
        }
        if case .geos(let reason) = comparison.engine {
            sentences.append("\(reason), so they were compared holder by holder with GEOS; lines are left out")
        }
    }

    private static func method(_ side: MapComparison.Side) -> String {
        printable(side.map.origin.method ?? "one of them does not say")
    }

    private static func names(_ names: Set<String>) -> String {
        let sorted = names.sorted().map { printable($0, limit: 40) }
        return sorted.prefix(6).joined(separator: ", ") + (sorted.count > 6 ? " and \(sorted.count - 6) more" : "")
    }
}
