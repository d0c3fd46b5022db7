import Glibc

/// Judges the claims of each voice on one place by the others: by those of other voices that serve no side of their own
/// and are not poorly graded, and by the surroundings where none of them speaks, twenty days after the claim; and by the
/// state of the place before it.
struct Judge {
    let blocs: Blocs
    /// Shares of the blocs in the surroundings of every place, at some moments, ascending.
    let epochs: [(time: Double, shares: [Double])]

    /// What is to be added up for each statement; nothing for those that do not count.
    /// - Complexity: O(statements × voices of the place).
    func tallies(_ statements: [Statement], place: Int) -> [Tally] {
        let heard = statements.indices.filter { statements[$0].folded == nil }
        var tallies = [Tally](repeating: Tally(), count: statements.count)
        var indicesOfVoice: [Int32: [Int]] = [:]
        var voices: [Int32] = []
        for index in heard where !statements[index].isOfArea {
            let one = statements[index]
            tallies[index].logOdds = one.logOdds
            tallies[index].count = 1
            guard one.kind == .holds else { continue }
            if indicesOfVoice[one.voice] == nil { voices.append(one.voice) }
            indicesOfVoice[one.voice, default: []].append(index)
        }
        var belief = Belief(blocs: blocs.count)
        for voice in voices.prefix(max(Constants.mostJudgementSteps / max(heard.count, 1), 10)) {
            let claims = indicesOfVoice[voice]!
            let others = heard.map { statements[$0] }.filter { $0.voice != voice && $0.isFair }
            var walk = Walk(others)
            for index in claims {
                let one = statements[index]
                let after = one.time + Constants.recordGraceInDays
                let isTold = walk.advance(&belief, to: after, blocs)
                let isSaid = others.isSaid(near: one.time, upTo: after)
                if let judged = judge(one, belief, isTold: isTold, needsEpoch: !isSaid, place: place, at: after) {
                    tallies[index].borneOut = judged.weight * judged.chance
                    tallies[index].judged = judged.weight
                }
            }
            walk = Walk(others)
            for index in claims {
                let one = statements[index]
                let before = one.time - Constants.recordGraceInDays * 0.75
                let isTold = walk.advance(&belief, to: before, blocs)
                if let judged = judge(one, belief, isTold: isTold, needsEpoch: false, place: place, at: before) {
                    tallies[index].news = judged.weight * (1 - judged.chance)
                    tallies[index].newsJudged = judged.weight
                }
            }
        }
        return tallies
    }

    /// The chance by others that the side of `one` held the place at `moment`, and how much that judgement counts;
    /// nil where they cannot tell.
    private func judge(
        _ one: Statement, _ belief: Belief, isTold: Bool, needsEpoch: Bool, place: Int, at moment: Double
    ) -> (chance: Double, weight: Double)? {
        let era = blocs.eras[one.era]
        var byside = [Double](repeating: 0, count: era.sides.count)
        if isTold {
            for bloc in 0..<blocs.count { byside[era.sideOfBloc[bloc]] += belief.chances[bloc] }
            for side in byside.indices { byside[side] = log(max(byside[side], 0.01)) }
        }
        if !isTold || needsEpoch {
            guard let epoch = nearestEpoch(moment) else {
                guard isTold else { return nil }
                return weighed(byside, era.sideOfBloc[one.bloc])
            }
            var shares = [Double](repeating: 0, count: era.sides.count)
            for bloc in 0..<blocs.count { shares[era.sideOfBloc[bloc]] += epoch[place * blocs.count + bloc] }
            for side in byside.indices { byside[side] += Pull.reported(Pull.lean(shares[side])) }
        }
        return weighed(byside, era.sideOfBloc[one.bloc])
    }

    private func weighed(_ scores: [Double], _ side: Int) -> (chance: Double, weight: Double)? {
        let most = scores.max()!
        var sum = 0.0
        for score in scores { sum += exp(score - most) }
        let share = exp(scores[side] - most) / sum
        let weight = (2 * share - 1) * (2 * share - 1)
        return weight > 0.3 ? (share, weight) : nil
    }

    private func nearestEpoch(_ moment: Double) -> [Double]? {
        guard !epochs.isEmpty else { return nil }
        let next = epochs.partition { $0.time >= moment }
        if next == 0 { return epochs[0].shares }
        if next == epochs.count { return epochs[next - 1].shares }
        return moment - epochs[next - 1].time <= epochs[next].time - moment
            ? epochs[next - 1].shares : epochs[next].shares
    }

    /// Goes through the statements of the others once for claims sorted by time, by grades alone.
    private struct Walk {
        private let others: [Statement]
        private var next = 0
        private var resting: (chances: [Double], time: Double)?

        init(_ others: [Statement]) { self.others = others }

        /// Leaves in `belief` what the others say at `moment`, which never goes back; false where they say nothing.
        mutating func advance(_ belief: inout Belief, to moment: Double, _ blocs: Blocs) -> Bool {
            if let resting {
                belief.resume(resting.chances[...], visitors: 0, time: resting.time)
            }
            while next < others.count, others[next].time <= moment {
                let one = others[next]
                let even = blocs.eras[one.era].evenShares
                if next == 0 { belief.reset(even) }
                belief.advance(to: one.time, even: even)
                belief.take(one, counted: chance(one.logOdds), news: 0)
                next += 1
            }
            guard next > 0 else { return false }
            resting = (belief.chances, belief.time)
            belief.advance(to: moment, even: blocs.eras[blocs.era(at: moment)].evenShares)
            return true
        }
    }
}

extension [Statement] {
    /// Whether any of them, sorted by time, names a holder within some days of `time`, before `limit`.
    fileprivate func isSaid(near time: Double, upTo limit: Double) -> Bool {
        let first = partition { $0.time >= time - Constants.recordSaidInDays }
        return self[first...].prefix { $0.time <= Swift.min(time + Constants.recordSaidInDays, limit) }
            .contains { $0.kind == .holds }
    }
}
