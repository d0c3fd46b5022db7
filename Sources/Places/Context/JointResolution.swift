#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension NameMatcher {
    /// The places that a name may mean, the best sixty.
    func listed(_ name: String, context: MatchContext) -> [Group] {
        var name = name
        return name.withUTF8 { Array(groups(scored($0, context: context), context: context).prefix(60)) }
    }

    /// Judges the lists of the names of one report together, by each other and by the hints.
    ///
    /// The report is about some neighbourhood: each candidate in turn is tried as its centre, and every name is judged by
    /// how well it fits there. Answers are averaged over the centres, so doubt about the centre is doubt about the answer.
    /// O(centres × candidates): at most twelve centres a name, sixty candidates each.
    func settle(_ lists: inout [[Group]], hints: [String]) {
        let pulls = hints.flatMap { pull(of: $0) }
        if lists.count + pulls.count > 1 { together(&lists, pulls) }
    }

    /// Replaces the log-odds of every group by those in the light of the others.
    private func together(_ lists: inout [[Group]], _ pulls: [Pull]) {
        var centres: [Anchor] = []
        for list in lists {
            for group in list.prefix(12) where group.logit > (list[0].logit - 9) {
                centres.append(Anchor(latitude: group.latitude, longitude: group.longitude))
            }
        }
        for pull in pulls { centres += pull.places.prefix(3).map(\.anchor) }
        guard !centres.isEmpty else { return }
        let kernel = NearnessKernel.report
        var weights: [Double] = []
        var odds: [[[Double]]] = []
        var nones: [[Double]] = []
        for centre in centres {
            var weight = 0.0
            var own: [[Double]] = []
            var none: [Double] = []
            for list in lists {
                var values: [Double] = []
                var total = 1.0
                var listed = 1.0
                for group in list {
                    let distance = RoughDistance.kilometres(
                        centre.latitude, centre.longitude, group.latitude, group.longitude)
                    let ratio = kernel.ratio(distance)
                    let value = exp(min(40, group.logit))
                    values.append(value * ratio)
                    total += value * ratio
                    listed += value * Self.tempered(ratio, group)
                }
                weight += log(total)
                own.append(values)
                none.append(1 / listed)
            }
            for pull in pulls {
                var total = 0.0
                for place in pull.places {
                    let distance = RoughDistance.kilometres(
                        centre.latitude, centre.longitude, place.anchor.latitude, place.anchor.longitude)
                    total += place.share * pull.kernel.ratio(distance)
                }
                weight += log(total)
            }
            weights.append(weight)
            odds.append(own)
            nones.append(none)
        }
        let top = weights.max() ?? 0
        weights = weights.map { exp($0 - top) }
        let sum = weights.reduce(0, +)
        for list in lists.indices {
            var shares = [Double](repeating: 0, count: lists[list].count)
            var none = 0.0
            for (centre, weight) in weights.enumerated() where weight > 1e-9 * sum {
                let values = odds[centre][list]
                let total = max(1e-300, values.reduce(0, +))
                let listed = 1 - nones[centre][list]
                for (place, value) in values.enumerated() { shares[place] += weight / sum * listed * value / total }
                none += weight / sum * nones[centre][list]
            }
            for place in shares.indices { lists[list][place].logit = log(max(1e-12, shares[place]) / max(1e-12, none)) }
            lists[list].sort { ($1.logit, $0.scored.place) < ($0.logit, $1.scored.place) }
        }
    }

    /// Company makes it likelier that a name is listed at all; for another spelling only so far, since some look-alike lies
    /// near any centre.
    private static func tempered(_ ratio: Double, _ group: Group) -> Double {
        group.isSameName ? ratio : min(ratio, mostForLookAlike)
    }

    private static let mostForLookAlike = 40.0
}
