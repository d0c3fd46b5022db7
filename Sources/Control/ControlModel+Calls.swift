import Glibc
import Places
package import Reports

extension ControlModel {
    /// What is believed of all places at a moment.
    struct State {
        let time: Double
        var chances: [Double]
        let own: [Double]
        let reports: [Bool]
        let visitors: [Double]
        /// Log-odds that the surroundings added, by place and side.
        var pull: [Double]
        /// Whether anything reported speaks for the place.
        let inReach: [Bool]
    }

    /// One call for each place of the gazetteer, in its order, up to the end of `at` (a day counts whole).
    package func calls(at: Moment) -> [Call] {
        guard !sides.isEmpty else { return statements.indices.map { Call.unknown($0, basis: leftOut[$0]) } }
        let state = state(at: at.endDayNumber)
        return withoutIslands(statements.indices.map { call($0, state) })
    }

    /// Land that nobody reported must hang together with a place of which somebody did: an island made by inference alone
    /// is called unknown.
    private func withoutIslands(_ calls: [Call]) -> [Call] {
        func side(_ place: Int) -> String? {
            if case .held(let side, _) = calls[place].status { return side }
            return nil
        }
        var isRooted = calls.map { !$0.isInferred }
        var open = calls.indices.filter { isRooted[$0] && side($0) != nil }
        while let place = open.popLast() {
            for other in neighbourhoods.adjacent[place] where !isRooted[Int(other)] && side(Int(other)) == side(place) {
                isRooted[Int(other)] = true
                open.append(Int(other))
            }
        }
        return calls.indices.map { isRooted[$0] ? calls[$0] : calls[$0].withdrawn }
    }

    func state(at time: Double) -> State {
        let (own, reports, visitors) = ownBelief(at: time)
        let past = past(before: time)
        let foughtOver = fights.map { $0.contains { (0...Constants.foughtInDays).contains(time - $0.time) } }
        let count = sides.count
        var chances = own
        var pull = [Double](repeating: 0, count: own.count)
        var inReach = reports
        for _ in 0..<Constants.passes {
            let near = surroundings(chances, reports, .near)
            let wide = surroundings(chances, reports, .wide)
            for place in reports.indices where !reports[place] { inReach[place] = near.reaches(place) }
            for place in reports.indices {
                let fought = foughtOver[place] ? Constants.pullWhereFought : 1
                for entry in (place * count)..<(place * count + count) {
                    let lean = near.lean(entry)
                    var sum: Double
                    if reports[place] {
                        sum = Self.pull(lean) * fought
                    } else {
                        sum =
                            0.5
                            * (Constants.unreportedLinearPull * lean + Constants.unreportedCubicPull * lean * lean
                                * lean
                                + Constants.pastPull * past[entry])
                    }
                    let far = wide.lean(entry, limit: 1.1)
                    sum += 0.5 * Constants.widePull * far * far * far * far * far
                    pull[entry] = min(max(sum, -Constants.mostPull / 2), Constants.mostPull / 2)
                }
            }
            for place in reports.indices {
                let range = (place * count)..<(place * count + count)
                let scores = range.map {
                    Constants.weightOfOwnReports * log(min(max(own[$0], 1e-4), 1)) + pull[$0]
                }
                let most = scores.max()!
                let powers = scores.map { exp($0 - most) }
                let sum = powers.reduce(0, +)
                for (offset, entry) in range.enumerated() { chances[entry] = powers[offset] / sum }
            }
        }
        return State(
            time: time, chances: chances, own: own, reports: reports, visitors: visitors, pull: pull,
            inReach: inReach)
    }

    private func call(_ place: Int, _ state: State) -> Call {
        let count = sides.count
        let chances = state.chances[(place * count)..<(place * count + count)]
        let best = chances.indices.max { (chances[$0], $1) < (chances[$1], $0) }! - place * count
        let probability = chances[place * count + best]
        let isPoint = scenario.gazetteer.places[place].kind.isPointLike && isInArea[place]
        let inReach = state.inReach[place]
        let list = statements[place]
        let told = list.filter { $0.folded == nil && $0.time < state.time }
        var since: Moment?
        var steps: [Int: Belief.Step] = [:]
        if !list.isEmpty {
            _ = Belief.walk(
                list, at: state.time, sides: count,
                trace: { step in
                    steps[step.statement] = step
                    guard list[step.statement].time < state.time else { return }
                    if step.likeliestAfter == best, step.likeliestBefore != best || since == nil {
                        since = self.scenario.log.reports[list[step.statement].reportIndex].validFrom
                    } else if step.likeliestAfter != best {
                        since = nil
                    }
                })
        }
        var status = Call.Status.unknown
        if isPoint, state.reports[place], state.visitors[place] > 0.5 {
            let sides = sidesInside(told, best: best)
            if sides.count > 1 { status = .contested(sides: sides) }
        }
        let isSupported = list.enumerated().contains { index, one in
            steps[index].map { supports(one, $0, best, state.time) } ?? false
        }
        let isAreaOnly = !list.contains { $0.area == nil && $0.folded == nil }
        let isDisputed = told.contains { $0.kind == .holds && $0.side != best }
        let needed =
            steps.isEmpty || isAreaOnly
            ? Constants.leastProbability
            : !isSupported
                ? Constants.leastProbabilityAgainstReports
                : isDisputed ? Constants.leastProbability : Constants.leastProbabilityUndisputed
        if status == .unknown, isPoint, inReach, probability >= needed,
            sides[best] != Self.nobodyNamed
        {
            let actor = told.filter { $0.kind == .holds && $0.side == best }
                .max {
                    (chance($0.adjustedLogOdds) > 0.3 ? 1 : 0, $0.time, $0.adjustedLogOdds) < (
                        chance($1.adjustedLogOdds) > 0.3 ? 1 : 0, $1.time, $1.adjustedLogOdds
                    )
                }?
                .actor
            status = .held(
                side: sides[best], actor: actor ?? scenario.actors.lead(ofSide: sides[best])?.id ?? sides[best])
        }
        let lastReport = told.max { $0.time < $1.time }.map { scenario.log.reports[$0.reportIndex].validFrom }
        return Call(
            placeIndex: place, status: status,
            probability: status == .unknown
                ? 0 : isAreaOnly && !steps.isEmpty ? min(probability, Constants.mostOfAreaStatement) : probability,
            likeliestSide: isPoint && inReach && sides[best] != Self.nobodyNamed ? sides[best] : nil,
            since: status == .unknown ? nil : since,
            lastReportAt: lastReport, isInferred: status != .unknown && (!isSupported || isAreaOnly),
            basis: basis(place, state, best: best, steps: steps))
    }

    /// The likeliest holder and those seen inside since it was last said to hold all of it.
    private func sidesInside(_ told: [Statement], best: Int) -> [String] {
        var inside: Set<Int> = [best]
        for one in told.reversed() {
            if one.kind == .holds, one.extent == nil || one.extent == .whole, chance(one.adjustedLogOdds) > 0.5 {
                break
            }
            if one.kind == .contested {
                inside.formUnion(
                    scenario.log.reports[one.reportIndex].claim.actors.compactMap { actor in
                        sides.firstIndex(of: scenario.actors.side(of: actor))
                    })
            } else if one.kind != .withdrew {
                inside.insert(one.side)
            }
        }
        return inside.map { sides[$0] }.sorted()
    }

    private func basis(_ place: Int, _ state: State, best: Int, steps: [Int: Belief.Step]) -> [Weighing] {
        let list = statements[place]
        guard !list.isEmpty else { return leftOut[place] }
        let weighed = list.enumerated().map { index, one -> Weighing in
            if let folded = one.folded {
                return Weighing(reportIndex: one.reportIndex, role: .discounted, weight: 0, reason: folded)
            }
            guard let step = steps[index] else {
                return Weighing(
                    reportIndex: one.reportIndex, role: .discounted, weight: 0, reason: "speaks of a later day")
            }
            return Weighing(
                reportIndex: one.reportIndex, role: supports(one, step, best, state.time) ? .carried : .overruled,
                weight: step.counted,
                reason: reason(one, step, at: state.time))
        }
        return (weighed + leftOut[place]).sorted {
            ($0.reportIndex, $0.role.rawValue) < ($1.reportIndex, $1.role.rawValue)
        }
    }

    /// Who has left, or takes the place only later, speaks for the others.
    private func supports(_ one: Statement, _ step: Belief.Step, _ best: Int, _ time: Double) -> Bool {
        one.kind == .withdrew || one.time >= time ? one.side != best : one.side == best
    }

    /// `B2, of no side: 96 %; 12 of 14 such claims borne out: 93 %`.
    private func reason(_ one: Statement, _ step: Belief.Step, at time: Double) -> String {
        func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
        var text = "\(one.reliability.rawValue)\(one.credibility.rawValue), "
        switch one.relation {
        case .forOwnSide: text += "for the side that it favours"
        case .againstOwnSide: text += "against the side that it favours"
        case .neutral: text += "favours nobody"
        }
        if one.fightingSeen, one.relation == .forOwnSide { text += ", fighting there seen by others" }
        if let area = one.area { text += ", said of \(area) as a whole" }
        text += ": \(percent(chance(one.logOdds)))"
        if let record = records[one.recordKey], record.judged >= 2, abs(record.shift) > 0.2 {
            text +=
                "; \(Int(record.borneOut.rounded())) of \(Int(record.judged.rounded())) such claims borne out: "
                + percent(chance(one.adjustedLogOdds))
        }
        if one.time >= time { text += "; dated later, so it speaks for whoever held the place until then" }
        return text
    }
}
