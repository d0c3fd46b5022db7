import Glibc

/// What became of the claims of a voice: how many others bore out, and how often the place was another's before.
struct Record: Sendable {
    /// Added to the log-odds of its claims.
    let shift: Double
    /// Log-odds by which a claim of its says that another held the place before.
    let news: Double
    /// Claims borne out, of those that could be judged; both weighted by how sure the judgement was.
    let borneOut: Double
    let judged: Double
}

/// Judges the claims of each voice by the others: by those of other voices on the place that do not speak for their own
/// side, and by the surroundings, twenty days after the claim; and by the state of the place before it.
struct RecordKeeper {
    let statements: [[Statement]]
    /// Pull of the surroundings on each place and side at some moments, to stand in where no other voice speaks.
    let epochs: [(time: Double, pull: [Double])]
    let sides: Int
    let last: Double

    private struct Tally {
        var logOdds = 0.0
        var count = 0.0
        var borneOut = 0.0
        var judged = 0.0
        var news = 0.0
        var newsJudged = 0.0
    }

    /// The record of each voice, side, kind of claim and circumstance. O(statements × statements of their place).
    func records() -> [Statement.RecordKey: Record] {
        var tallies: [Statement.RecordKey: Tally] = [:]
        for (place, list) in statements.enumerated() {
            for one in list where one.folded == nil && one.area == nil {
                var tally = tallies[one.recordKey] ?? Tally()
                tally.logOdds += one.logOdds
                tally.count += 1
                if one.kind == .holds, sides > 1 {
                    let after = min(one.time + Constants.recordGraceInDays, last)
                    if let judged = judge(one, list, place: place, at: after, isLater: true) {
                        tally.borneOut += judged.weight * judged.chance
                        tally.judged += judged.weight
                    }
                    let before = one.time - Constants.recordGraceInDays * 0.75
                    if let judged = judge(one, list, place: place, at: before, isLater: false) {
                        tally.news += judged.weight * (1 - judged.chance)
                        tally.newsJudged += judged.weight
                    }
                }
                tallies[one.recordKey] = tally
            }
        }
        return tallies.mapValues { tally in
            let grade = tally.logOdds / tally.count
            let borne =
                (tally.borneOut + Constants.recordPrior * chance(grade)) / (tally.judged + Constants.recordPrior)
            let shift = logOdds(min(max(borne, 0.003), 0.997)) - grade
            let news = logOdds((tally.news + 1.5) / (tally.newsJudged + 3))
            return Record(
                shift: min(max(shift, -Constants.recordSwing), Constants.recordSwing),
                news: min(max(news, 0), Constants.newsMost), borneOut: tally.borneOut, judged: tally.judged)
        }
    }

    /// The chance by others that the side of `one` held the place at `moment`, and how much that judgement counts;
    /// nil where they cannot tell.
    private func judge(
        _ one: Statement, _ list: [Statement], place: Int, at moment: Double, isLater: Bool
    ) -> (chance: Double, weight: Double)? {
        func isPartial(_ other: Statement) -> Bool { other.voice == one.voice || other.relation == .forOwnSide }
        let belief = Belief.walk(
            list.filter { $0.time <= moment }, at: moment, sides: sides, grades: true, skipping: isPartial)
        guard belief != nil || !epochs.isEmpty else { return nil }
        var score = belief?.chances.map { log(max($0, 0.01)) } ?? [Double](repeating: 0, count: sides)
        let said = list.contains {
            $0.folded == nil && !isPartial($0) && $0.kind == .holds && $0.time <= moment
                && abs($0.time - one.time) <= Constants.recordSaidInDays
        }
        if belief == nil || (isLater && !said),
            let epoch = epochs.min(by: { abs($0.time - moment) < abs($1.time - moment) })
        {
            for side in 0..<sides { score[side] += epoch.pull[place * sides + side] }
        }
        let most = score.max()!
        let powers = score.map { exp($0 - most) }
        let share = powers[one.side] / powers.reduce(0, +)
        let weight = (2 * share - 1) * (2 * share - 1)
        return weight > 0.3 ? (share, weight) : nil
    }
}
