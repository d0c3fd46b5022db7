import Places
import Reports

/// Turns the reports of one place into statements, each voice once, and says of every report left out why.
struct StatementBuilder {
    let scenario: Scenario
    /// Index of each side that ever claimed or was claimed to hold a place.
    let indexOfSide: [String: Int]

    struct Result {
        /// Sorted by time, publication and report id.
        var statements: [Statement]
        /// Reports that say nothing of control, or nothing that counts.
        var leftOut: [Weighing]
        var fights: [Fight]
    }

    func build(_ mentions: [KnownReports.Mention]) -> Result {
        let log = scenario.log
        var result = Result(statements: [], leftOut: [], fights: mentions.compactMap { fight($0) })
        func leave(_ index: Int, _ role: Weighing.Role, _ reason: String) {
            result.leftOut.append(Weighing(reportIndex: index, role: role, weight: 0, reason: reason))
        }
        for mention in mentions {
            let report = log.reports[mention.reportIndex]
            if let reason = contextReason(report) {
                leave(mention.reportIndex, .context, reason)
            } else if let successor = mention.supersededBy {
                leave(mention.reportIndex, .discounted, "corrected by \(successor)")
            } else if report.validFrom.dayNumber > report.publishedAt.dayNumber + Constants.futureInDays + 0.5 {
                leave(mention.reportIndex, .discounted, "claims something of a day after it was published")
            } else {
                result.statements += statements(
                    report, mention, fights: result.fights,
                    isDisputed: mention.area != nil && isDisputed(report, mentions))
            }
        }
        result.statements.sort {
            ($0.time, $0.published, log.reports[$0.reportIndex].id, $0.side)
                < ($1.time, $1.published, log.reports[$1.reportIndex].id, $1.side)
        }
        Voices.fold(&result.statements, log: log, sources: scenario.sources)
        return result
    }

    private func fight(_ mention: KnownReports.Mention) -> Fight? {
        let report = scenario.log.reports[mention.reportIndex]
        guard case .clash(let actors) = report.claim, mention.area == nil else { return nil }
        return Fight(
            time: report.validFrom.dayNumber, sides: Set(actors.map(scenario.actors.side(of:))), source: report.source,
            leaning: scenario.sources[report.source]?.leaning)
    }

    /// Whether any report of the place itself names another side than what is said of its canton.
    private func isDisputed(_ report: Report, _ mentions: [KnownReports.Mention]) -> Bool {
        func side(_ report: Report) -> String? { report.claim.actors.first.map(scenario.actors.side(of:)) }
        return mentions.contains { mention in
            let other = scenario.log.reports[mention.reportIndex]
            return mention.area == nil && other.claim.speaksOfControl && side(other) != side(report)
        }
    }

    /// Why a report says nothing of who holds the place, or nil where it does.
    private func contextReason(_ report: Report) -> String? {
        switch report.claim {
        case .clash: "fighting near the place says nothing of who holds it"
        case .strike: "a strike says nothing of who holds the place"
        case .denies: "a denial says nothing of who holds the place"
        case .holds, .contested, .present, .withdrew:
            report.extent == .edge ? "speaks of the edge of the place only" : nil
        }
    }

    private func statements(
        _ report: Report, _ mention: KnownReports.Mention, fights: [Fight], isDisputed: Bool
    ) -> [Statement] {
        switch report.claim {
        case .holds(let actor, let before):
            [statement(.holds, actor, against: before, report, mention, fights: fights, isDisputed: isDisputed)]
        case .contested(let actors):
            // One report of fighting inside is one word, however many fight.
            actors.prefix(1).map {
                statement(.contested, $0, against: nil, report, mention, fights: fights, isDisputed: isDisputed)
            }
        case .present(let actor):
            [statement(.present, actor, against: nil, report, mention, fights: fights, isDisputed: isDisputed)]
        case .withdrew(let actor):
            [statement(.withdrew, actor, against: nil, report, mention, fights: fights, isDisputed: isDisputed)]
        case .clash, .strike, .denies: []
        }
    }

    private func statement(
        _ kind: Statement.Kind, _ actor: String, against: String?, _ report: Report, _ mention: KnownReports.Mention,
        fights: [Fight], isDisputed: Bool
    ) -> Statement {
        let source = scenario.sources[report.source]
        let side = scenario.actors.side(of: actor)
        let reliability = source?.reliability ?? .f
        let time = Self.expectedTime(of: report)
        let relation: Statement.Relation
        if let leaning = source?.leaning {
            // To say that one's own side has left serves the other one.
            relation = (leaning == side) != (kind == .withdrew) ? .forOwnSide : .againstOwnSide
        } else {
            relation = .neutral
        }
        let seen = fights.contains {
            $0.supports(side: side, time: time, source: report.source, leaning: source?.leaning)
        }
        var odds = Constants.reliability(reliability) + Constants.credibility(report.credibility)
        switch relation {
        case .forOwnSide:
            odds +=
                (seen ? Constants.fightingSeen : 0)
                - Constants.ownSide * Constants.partOfOwnSide(report.credibility)
        case .againstOwnSide: odds += Constants.againstOwnSide
        case .neutral: break
        }
        if mention.area != nil { odds += isDisputed ? Constants.areaDisputed : Constants.areaUndisputed }
        odds = min(odds, Constants.cap(report.credibility))
        let copied = source?.echoes ?? []
        var voice = report.via.flatMap { copied.contains($0) ? $0 : nil } ?? report.source
        // Where sources are graded, those that nobody can judge speak with one voice: anybody can open a hundred accounts.
        if reliability == .f, voice == report.source, !scenario.sources.sources.isEmpty {
            voice = "(those that cannot be judged)"
        }
        return Statement(
            reportIndex: mention.reportIndex, kind: kind, side: indexOfSide[side]!,
            against: against.flatMap { indexOfSide[scenario.actors.side(of: $0)] }, actor: actor, source: report.source,
            voice: voice, time: time, published: report.publishedAt.dayNumber, precision: report.precision,
            extent: report.extent, relation: relation, reliability: reliability, credibility: report.credibility,
            fightingSeen: seen, area: mention.area, logOdds: odds, folded: nil, adjustedLogOdds: odds)
    }

    /// A capture on some day of a week is taken for the week's middle, but not for later than it was published.
    private static func expectedTime(of report: Report) -> Double {
        let first = report.validFrom.dayNumber
        guard report.precision == .week, case .holds(_, from: .some) = report.claim else { return first }
        return first + max(0, min(report.precision.days / 2, (report.publishedAt.dayNumber - first) / 2))
    }
}
