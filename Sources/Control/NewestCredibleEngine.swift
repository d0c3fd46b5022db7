import Geometry
import Places
package import Reports

/// The newest credible claim wins: each claim has the weight of its grades and loses half of it for every day by which
/// a newer claim about the same place is younger; the side with most weight holds the place.
package struct NewestCredibleEngine: ControlEngine {
    /// Days after which a claim weighs half beside a newer one.
    static let halfLifeInDays = 1.0
    /// A side with less than this share of the weight does not carry the call: the place is unknown.
    static let leastShare = 0.6
    /// An enemy seen inside makes a place contested for so many days.
    static let daysOfPresence = 3.0
    /// Part of its weight that a claim keeps where its source favours the side and nobody independent agrees.
    static let weightOfOwnSide = 0.6
    /// Part of its weight that a claim about a whole canton keeps for each place in it.
    static let weightOfArea = 0.5
    /// Part of its weight that "taken from the rebels on the 2nd" keeps as a claim that rebels held the place on the 1st.
    static let weightOfBefore = 0.5
    /// For so many days before the capture.
    static let daysOfBefore = 2.0

    package init() {}

    package var method: Method {
        Method(
            name: "newest-credible", version: 1,
            parameters: [
                ("half_life_days", "\(Self.halfLifeInDays)"), ("least_share", "\(Self.leastShare)"),
                ("presence_days", "\(Self.daysOfPresence)"), ("own_side_weight", "\(Self.weightOfOwnSide)"),
                ("area_weight", "\(Self.weightOfArea)"), ("before_weight", "\(Self.weightOfBefore)"),
                ("before_days", "\(Self.daysOfBefore)"),
                ("neighbour_sigma_spacings", "\(NeighbourVote.sigmaInSpacings)"),
                ("neighbour_least_share", "\(NeighbourVote.leastShare)"),
            ])
    }

    package func calls(_ scenario: Scenario, at: Moment, asKnownOn: Moment?) -> [Call] {
        let visible = VisibleReports(scenario.log, asKnownOn: asKnownOn)
        let byPlace = visible.byPlace(in: scenario)
        var calls = scenario.gazetteer.places.indices.map { index in
            byPlace[index].map { call(index, $0, scenario: scenario, at: at) } ?? Call.unknown(index)
        }
        NeighbourVote(scenario).fill(&calls)
        return calls
    }

    private func call(_ placeIndex: Int, _ mentions: [VisibleReports.Mention], scenario: Scenario, at: Moment) -> Call {
        var evidence: [Evidence] = []
        var context: [Weighing] = []
        for mention in mentions {
            let report = scenario.log.reports[mention.reportIndex]
            if let reason = reasonToDiscount(report, mention, at: at) {
                context.append(
                    Weighing(
                        reportIndex: mention.reportIndex, role: report.claim.speaksOfControl ? .discounted : .context,
                        weight: 0, reason: reason))
                continue
            }
            evidence += weighed(report, mention, scenario: scenario, at: at)
        }
        Independence.apply(to: &evidence, sources: scenario.sources, ownSideWeight: Self.weightOfOwnSide)
        return Verdict(
            placeIndex: placeIndex, evidence: evidence, context: context, log: scenario.log, at: at
        ).call
    }

    /// Why the report has no say, or nil where it has.
    private func reasonToDiscount(_ report: Report, _ mention: VisibleReports.Mention, at: Moment) -> String? {
        if let successor = mention.supersededBy { return "corrected by \(successor)" }
        switch report.claim {
        case .clash: return "fighting near the place says nothing of who holds it"
        case .strike: return "a strike says nothing of who holds the place"
        case .denies: return "a denial says nothing of who holds the place"
        default: break
        }
        if report.extent == .edge { return "speaks of the edge of the place only" }
        if report.publishedAt.end <= report.validFrom.start {
            return "claims something of a day after it was published"
        }
        guard report.validFrom.start >= at.end else { return nil }
        // What is said to have been taken later tells who held it until then.
        if case .holds(_, from: .some) = report.claim,
            report.validFrom.start.days(since: at.end) < Self.daysOfBefore
        {
            return nil
        }
        return "speaks of a later day"
    }

    private func weighed(_ report: Report, _ mention: VisibleReports.Mention, scenario: Scenario, at: Moment)
        -> [Evidence]
    {
        let source = scenario.sources[report.source]
        let reliability = source?.reliability ?? .f
        var weight = Grading.weight(reliability, report.credibility)
        var reason = "\(reliability.rawValue)\(report.credibility.rawValue)"
        if let area = mention.area {
            weight *= Self.weightOfArea
            reason += ", said of \(area) as a whole"
        }
        if report.extent == .part { weight *= 0.5 }
        func evidence(_ kind: Evidence.Kind, _ actor: String, time: Double, _ weight: Double, _ reason: String)
            -> Evidence
        {
            Evidence(
                reportIndex: mention.reportIndex, kind: kind, side: scenario.actors.side(of: actor), actor: actor,
                source: report.source, time: time, weight: weight, reason: reason)
        }
        let time = Self.time(of: report)
        let isLater = report.validFrom.start >= at.end
        switch report.claim {
        case .holds(let taker, from: .some(let before)) where isLater:
            let moment = Double(at.end.seconds) / 86_400
            return [
                evidence(
                    .before(taker: scenario.actors.side(of: taker)), before, time: moment, weight * Self.weightOfBefore,
                    reason + ", taken from \(before) on \(report.validFrom.text)")
            ]
        case .holds(let actor, _): return [evidence(.holding, actor, time: time, weight, reason)]
        case .contested(let actors): return actors.map { evidence(.inside, $0, time: time, weight, reason) }
        case .present(let actor): return [evidence(.inside, actor, time: time, weight, reason)]
        case .withdrew(let actor): return [evidence(.leaving, actor, time: time, weight, reason)]
        case .clash, .strike, .denies: return []
        }
    }

    /// When a claim is taken to be true, in days since 1970. Of two claims about one day the one published later knows
    /// more of it, by up to half a day.
    static func time(of report: Report) -> Double {
        let valid = Double(report.validFrom.start.seconds) / 86_400
        let published = Double(report.publishedAt.start.seconds) / 86_400
        return valid + min(max(published - valid, 0), 1) / 2
    }
}
