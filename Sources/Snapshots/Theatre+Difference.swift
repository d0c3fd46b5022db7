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
        let transfers = transfers(from: a, to: b, places)
        return Difference(from: a, to: b, places: places, transfers: transfers, lines: lines(from: a, to: b, transfers))
    }

    private func transfers(
        from a: Snapshot, to b: Snapshot, _ places: [Difference.PlaceChange]
    ) -> [Difference.Transfer] {
        let before = CellLabels(states: a.places, cellCount: placeCellCount, beside: b.places)
        let after = CellLabels(states: b.places, cellCount: placeCellCount, beside: a.places)
        let later = regions(after.labelOfCell, b.ownerOfCell).labels
        return regions(before.labelOfCell, a.ownerOfCell).changes(to: later)
            .map { change in
                let (from, to) = (before.holder(change.from), after.holder(change.to))
                let makers = places.filter { Holder($0.before.status) == from && Holder($0.after.status) == to }
                return Difference.Transfer(
                    from: from, to: to, polygons: change.polygons, areaInSquareMetres: change.areaInSquareMetres,
                    reports: Set(makers.flatMap(\.reports)).sorted())
            }
            .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The reports that say what the new call says, since `moment` or not known to the old call, heaviest first. None
    /// where no report did it: the surroundings changed, an old claim aged, or one was withdrawn.
    private func makers(of call: Call, after old: Call, since moment: Moment) -> [Int] {
        let before = Set(old.basis.filter { $0.role == .carried }.map(\.reportIndex))
        let sides = Set(Holder(call.status).sides)
        return call.basis.filter { weighing in
            let report = scenario.log.reports[weighing.reportIndex]
            guard weighing.role == .carried, let actor = report.claim.actors.first else { return false }
            // A capture told later carries a call of the time before, but did not make it.
            if case .withdrew = report.claim {
            } else if !sides.contains(scenario.actors.side(of: actor, at: report.validFrom.start)) {
                return false
            }
            return report.validFrom.start >= moment.end || !before.contains(weighing.reportIndex)
        }
        .sorted { ($1.weight, $0.reportIndex) < ($0.weight, $1.reportIndex) }.map(\.reportIndex)
    }

    private func lines(
        from a: Snapshot, to b: Snapshot, _ transfers: [Difference.Transfer]
    ) -> [Difference.LineChange] {
        struct Pair: Hashable, Comparable {
            let left, right: String
            static func < (a: Pair, b: Pair) -> Bool { (a.left, a.right) < (b.left, b.right) }
        }
        func byPair(_ snapshot: Snapshot) -> [Pair: [Snapshot.FrontLine]] {
            Dictionary(grouping: snapshot.fronts.filter(\.isCertain)) {
                Pair(left: min($0.left, $0.right), right: max($0.left, $0.right))
            }
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
                greatestMoveInMetres: greatestMove(from: old, to: new).flatMap { move in
                    greatestMove(from: new, to: old).map { max(move, $0) }
                })
        }
    }

    /// The directed Hausdorff distance of one line to another, over the first one's vertices. Vertices that stand in both
    /// are passed over, so that the work goes with what changed.
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
