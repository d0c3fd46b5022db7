import Glibc
import Reports

/// The call on one place out of its weighed evidence.
struct Verdict {
    let placeIndex: Int
    let evidence: [Evidence]
    let context: [Weighing]
    let log: ReportLog
    let at: Moment

    /// Evidence lighter than this does not make a claim the newest: one improbable word must not age all others.
    private static let leastCredibleWeight = 0.08

    var call: Call {
        let counted = evidence.filter { $0.weight > 0 && (isHolding($0) || isDisputedBeginning($0)) }
        let newest =
            counted.filter { $0.weight >= Self.leastCredibleWeight }.map(\.time).max() ?? counted.map(\.time).max()
        var weightOfSide: [String: Double] = [:]
        var doubtOfSide: [String: Double] = [:]
        for one in counted {
            let aged = one.weight * agedFactor(one, newest: newest ?? one.time)
            weightOfSide[one.side, default: 0] += aged
            doubtOfSide[one.side, default: 1] *= 1 - min(one.weight, 0.95)
        }
        let total = weightOfSide.values.reduce(0, +)
        let ranked = weightOfSide.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        let visitors = enemiesInside(of: ranked.first?.key)
        guard let winner = ranked.first, total > 0 else {
            if let one = visitors.first { return insideOnly(one, all: visitors) }
            return Call(
                placeIndex: placeIndex, status: .unknown, probability: 0, since: nil, lastReportAt: lastReport,
                isInferred: false, basis: basis(carrying: []))
        }
        let share = winner.value / total
        let probability = share * (0.5 + 0.5 * (1 - doubtOfSide[winner.key]!))
        if !visitors.isEmpty {
            let sides = Set(visitors.map(\.side) + [winner.key]).sorted()
            return make(.contested(sides: sides), probability: min(probability, 0.8), carrying: Set(sides))
        }
        guard share >= NewestCredibleEngine.leastShare else {
            return Call(
                placeIndex: placeIndex, status: .unknown, probability: 0, since: nil, lastReportAt: lastReport,
                isInferred: false, basis: basis(carrying: []))
        }
        let actor =
            counted.filter { $0.side == winner.key }.max {
                ($0.time, $0.weight, $1.reportIndex) < ($1.time, $1.weight, $0.reportIndex)
            }?
            .actor ?? winner.key
        return make(.held(side: winner.key, actor: actor), probability: probability, carrying: [winner.key])
    }

    private func isHolding(_ one: Evidence) -> Bool { one.kind == .holding }

    /// "Taken on the 2nd" says who held the place on the 1st only against those who say that it was taken then.
    private func isDisputedBeginning(_ one: Evidence) -> Bool {
        guard case .before(let taker) = one.kind else { return false }
        return evidence.contains {
            $0.kind == .holding && $0.side == taker && $0.weight > 0
                && one.time - $0.time <= NewestCredibleEngine.daysOfBefore
        }
    }

    private func isBefore(_ one: Evidence) -> Bool {
        if case .before = one.kind { true } else { false }
    }

    /// Weight left after ageing, and after the side is said to have left later.
    private func agedFactor(_ one: Evidence, newest: Double) -> Double {
        let age = max(newest - one.time, 0)
        let left = evidence.contains {
            $0.kind == .leaving && $0.side == one.side && $0.time >= one.time && $0.weight >= Self.leastCredibleWeight
        }
        return exp2(-age / NewestCredibleEngine.halfLifeInDays) * (left ? 0.25 : 1)
    }

    /// Who was seen inside lately, beside the side that holds the place, and was not said to have left or to hold it.
    private func enemiesInside(of holder: String?) -> [Evidence] {
        let moment = Double(at.end.seconds) / 86_400
        return evidence.filter { one in
            one.kind == .inside && one.side != holder && one.weight >= Self.leastCredibleWeight
                && moment - one.time <= NewestCredibleEngine.daysOfPresence
                && !evidence.contains {
                    ($0.kind == .leaving && $0.side == one.side || $0.kind == .holding && $0.side != one.side)
                        && $0.weight > 0 && $0.time > one.time
                }
        }
    }

    /// Somebody was seen inside and nobody is said to hold the place.
    private func insideOnly(_ one: Evidence, all: [Evidence]) -> Call {
        let sides = Set(all.map(\.side)).sorted()
        let doubt = all.reduce(1.0) { $0 * (1 - min($1.weight, 0.95)) }
        return make(
            sides.count > 1 ? .contested(sides: sides) : .held(side: one.side, actor: one.actor),
            probability: 0.5 + 0.3 * (1 - doubt), carrying: Set(sides))
    }

    private func make(_ status: Call.Status, probability: Double, carrying sides: Set<String>) -> Call {
        Call(
            placeIndex: placeIndex, status: status, probability: min(max(probability, 0.01), 0.99), since: since(sides),
            lastReportAt: lastReport, isInferred: false, basis: basis(carrying: sides))
    }

    /// The first report of the run that carries the call: after the last one that says otherwise.
    private func since(_ sides: Set<String>) -> Moment? {
        let telling = evidence.filter { $0.weight > 0 && ($0.kind == .holding || $0.kind == .inside) }
        let lastOther = telling.filter { !sides.contains($0.side) }.map(\.time).max() ?? -.infinity
        let carriers = telling.filter { sides.contains($0.side) }
        let run = carriers.filter { $0.time > lastOther }
        return (run.isEmpty ? carriers : run).min { ($0.time, $0.reportIndex) < ($1.time, $1.reportIndex) }
            .map { log.reports[$0.reportIndex].validFrom }
    }

    private var lastReport: Moment? {
        evidence.filter { !isBefore($0) }.max { ($0.time, $0.reportIndex) < ($1.time, $1.reportIndex) }
            .map { log.reports[$0.reportIndex].validFrom }
    }

    private func basis(carrying sides: Set<String>) -> [Weighing] {
        let weighed = evidence.map { one in
            let role: Weighing.Role
            if one.weight == 0 || (isBefore(one) && !isDisputedBeginning(one)) {
                role = .discounted
            } else if one.kind == .leaving {
                role = sides.contains(one.side) ? .overruled : .carried
            } else {
                role = sides.contains(one.side) ? .carried : .overruled
            }
            return Weighing(reportIndex: one.reportIndex, role: role, weight: one.weight, reason: one.reason)
        }
        return (weighed + context).sorted { ($0.reportIndex, $0.role.rawValue) < ($1.reportIndex, $1.role.rawValue) }
    }
}
