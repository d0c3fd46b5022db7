import Control
import Fronts
import Geometry
import Reports

extension Theatre {
    /// What changed from `a` to `b`, both made by this theatre.
    package func difference(from a: Snapshot, to b: Snapshot) -> Difference {
        let changed = zip(a.places, b.places).filter { before, after in
            Holder(before.call.status) != Holder(after.call.status)
        }
        let places = changed.map { before, after in
            Difference.PlaceChange(
                placeIndex: before.placeIndex, before: before.call, after: after.call,
                reports: makers(of: after.call, after: before.call, since: a.at))
        }
        let transfers = transfers(from: a, to: b)
        return Difference(from: a, to: b, places: places, transfers: transfers, lines: lines(from: a, to: b, transfers))
    }

    private func transfers(from a: Snapshot, to b: Snapshot) -> [Difference.Transfer] {
        let count = tessellation.siteOfCell.count
        let before = CellLabels(states: a.places, cellCount: count, beside: b.places)
        let after = CellLabels(states: b.places, cellCount: count, beside: a.places)
        return ControlRegions(tessellation: tessellation, labels: before.labelOfCell).changes(to: after.labelOfCell)
            .map { change in
                Difference.Transfer(
                    from: before.holder(change.from), to: after.holder(change.to), polygons: change.polygons,
                    areaInSquareMetres: change.areaInSquareMetres)
            }
            .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The reports that carry the new call and speak of the time since `moment`, or did not carry the old call; where
    /// there is none (an old claim was withdrawn or aged) all that carry the new one.
    private func makers(of call: Call, after old: Call, since moment: Moment) -> [Int] {
        let before = Set(old.basis.filter { $0.role == .carried }.map(\.reportIndex))
        let carriers = call.basis.filter { $0.role == .carried }
            .sorted { ($1.weight, $0.reportIndex) < ($0.weight, $1.reportIndex) }.map(\.reportIndex)
        let new = carriers.filter {
            scenario.log.reports[$0].validFrom.start >= moment.end || !before.contains($0)
        }
        return new.isEmpty ? carriers : new
    }

    private func lines(
        from a: Snapshot, to b: Snapshot, _ transfers: [Difference.Transfer]
    ) -> [Difference.LineChange] {
        struct Pair: Hashable, Comparable {
            let left, right: String
            static func < (a: Pair, b: Pair) -> Bool { (a.left, a.right) < (b.left, b.right) }
        }
        func byPair(_ snapshot: Snapshot) -> [Pair: [Snapshot.FrontLine]] {
            Dictionary(grouping: snapshot.fronts) { Pair(left: min($0.left, $0.right), right: max($0.left, $0.right)) }
        }
        let before = byPair(a)
        let after = byPair(b)
        return Set(before.keys).union(after.keys).sorted().map { pair in
            let old = before[pair] ?? []
            let new = after[pair] ?? []
            func passed(_ from: String, _ to: String) -> Double {
                transfers.filter { $0.from.side == from && $0.to.side == to }.reduce(0) { $0 + $1.areaInSquareMetres }
            }
            return Difference.LineChange(
                left: pair.left, right: pair.right, lengthBeforeInMetres: old.reduce(0) { $0 + $1.lengthInMetres },
                lengthAfterInMetres: new.reduce(0) { $0 + $1.lengthInMetres },
                gainedByLeftInSquareMetres: passed(pair.right, pair.left),
                gainedByRightInSquareMetres: passed(pair.left, pair.right),
                greatestMoveInMetres: greatestMove(from: old, to: new))
        }
    }

    /// The directed Hausdorff distance of the new line to the old one, over the new line's vertices. Vertices that stood
    /// there before are passed over, so that the work goes with what changed.
    private func greatestMove(from old: [Snapshot.FrontLine], to new: [Snapshot.FrontLine]) -> Double? {
        guard !old.isEmpty, !new.isEmpty else { return nil }
        let known = Set(old.lazy.flatMap(\.line))
        let oldLines = old.map { $0.line.map(\.coordinate) }
        var greatest = 0.0
        for point in Set(new.lazy.flatMap(\.line)) where !known.contains(point) {
            let nearest = oldLines.compactMap { Geodesic.nearest(on: $0, to: point.coordinate)?.distanceInMetres }.min()
            greatest = max(greatest, nearest ?? 0)
        }
        return greatest
    }
}
