import Control
import Fronts
import Geometry
import Reports

extension Theatre {
    /// What changed from `a` to `b`, both made by this theatre.
    package func difference(from a: Snapshot, to b: Snapshot) -> Difference {
        // By index: to copy a state is to count up all that its call holds.
        let changed = a.places.indices.filter { index in
            a.places[index].call.status != b.places[index].call.status
                && Holder(a.places[index].call.status) != Holder(b.places[index].call.status)
        }
        let places = changed.map { index in
            let (before, after) = (a.places[index].call, b.places[index].call)
            return Difference.PlaceChange(
                placeIndex: a.places[index].placeIndex, before: before, after: after,
                reports: makers(of: after, after: before, since: a.at))
        }
        let transfers = transfers(from: a, to: b, places)
        return Difference(
            from: a, to: b, places: places, transfers: transfers, advances: advances(from: a, to: b, places),
            lines: lines(from: a, to: b, transfers))
    }

    private func transfers(
        from a: Snapshot, to b: Snapshot, _ places: [Difference.PlaceChange]
    ) -> [Difference.Transfer] {
        let holders = Set(a.labels.holders).union(b.labels.holders).sorted()
        func regions(_ snapshot: Snapshot) -> ControlRegions {
            let number = snapshot.labels.holders.map { Int32(holders.firstIndex(of: $0)!) }
            return self.regions(snapshot.labels.labelOfCell.map { number[Int($0)] }, snapshot.ownerOfCell)
        }
        let sectors = regions(a).sectors(to: regions(b).labels, cells.edges(of: tessellation)) { _, _ in true }
        return Dictionary(grouping: sectors) { [$0.from, $0.to] }
            .map { pair, sectors in
                let (from, to) = (holders[Int(pair[0])], holders[Int(pair[1])])
                let makers = places.filter { Holder($0.before.status) == from && Holder($0.after.status) == to }
                return Difference.Transfer(
                    from: from, to: to,
                    polygons: sectors.map(\.polygon).sorted { $0.rings[0].lexicographicallyPrecedes($1.rings[0]) },
                    areaInSquareMetres: sectors.reduce(0) { $0 + $1.areaInSquareMetres },
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
                gainedByRightInSquareMetres: passed(pair.left, pair.right))
        }
    }
}
