import Glibc
import Places
import Reports

/// Turns the reports of one place into statements, each voice once, and says of every report left out why.
struct StatementBuilder {
    struct Result {
        /// Sorted by time, publication and report id.
        var statements: [Statement]
        /// Mentions that say nothing of control, or nothing that counts.
        var leftOut: [(mention: Int32, role: Weighing.Role, cause: Cause)]
        /// Sorted by time.
        var fights: [Fight]
    }

    private let scenario: Scenario
    private let blocs: Blocs
    /// Whether any source is graded. Where none is, F says nothing of any of them.
    private let hasGrades: Bool
    private(set) var names: NameTable
    private var sources: [String: Origin] = [:]
    private var sidesOfLeaning: [String: [String]] = [:]

    /// What is known of who says it.
    private struct Origin {
        let number: Int32
        let reliability: Reliability
        let leaning: String?
        let leaningNumber: Int32?
        let copied: [String]
    }

    init(scenario: Scenario, blocs: Blocs, names: NameTable = NameTable()) {
        self.scenario = scenario
        self.blocs = blocs
        self.names = names
        hasGrades = scenario.sources.hasGrades
    }

    mutating func build(_ mentions: [KnownReports.Mention]) -> Result {
        let log = scenario.log
        var result = Result(statements: [], leftOut: [], fights: fights(mentions))
        func report(_ mention: KnownReports.Mention) -> Report { log.reports[Int(mention.reportIndex)] }
        let named = blocsNamed(mentions)
        var denials: [Int] = []
        for (index, mention) in mentions.enumerated() {
            let report = report(mention)
            func leave(_ role: Weighing.Role, _ cause: Cause) {
                result.leftOut.append((Int32(index), role, cause))
            }
            if case .denies = report.claim, mention.supersededBy < 0 {
                denials.append(index)
            } else if let cause = context(report) {
                leave(.context, cause)
            } else if mention.supersededBy >= 0 {
                leave(.discounted, .corrected(by: log.reports[Int(mention.supersededBy)].id))
            } else if isAheadOfItself(report) {
                leave(.discounted, .datedAhead)
            } else if let one = statement(index, mention, report, named, result.fights) {
                result.statements.append(one)
            }
        }
        let holders = Set(result.statements.lazy.filter { !$0.speaksForOthers }.map(\.actor))
        for index in denials { deny(index, mentions, named, holders, &result) }
        result.statements.sort {
            if ($0.time, $0.published) != ($1.time, $1.published) {
                return ($0.time, $0.published) < ($1.time, $1.published)
            }
            let (a, b) = (report(mentions[Int($0.mention)]), report(mentions[Int($1.mention)]))
            return a.id != b.id ? a.id < b.id : $0.bloc < $1.bloc
        }
        Voices.fold(&result.statements, texts: texts(mentions), copied: copied(mentions), blocs: blocs)
        Changes.mark(&result.statements, blocs: blocs)
        return result
    }

    /// A denial counts against those who name that very group here. That one group takes no part says nothing of the
    /// others of its side.
    private mutating func deny(
        _ index: Int, _ mentions: [KnownReports.Mention], _ named: Set<Int>, _ holders: Set<Int32>,
        _ result: inout Result
    ) {
        let report = scenario.log.reports[Int(mentions[index].reportIndex)]
        guard case .denies(let actor) = report.claim else { return }
        let number = names.number(actor)
        guard mentions[index].area < 0, !isAheadOfItself(report),
            holders.contains(number),
            let one = statement(index, mentions[index], report, named, result.fights)
        else {
            result.leftOut.append((Int32(index), .context, .denialOfNobodyNamed))
            return
        }
        result.statements.append(one)
    }

    private func isAheadOfItself(_ report: Report) -> Bool {
        report.validFrom.dayNumber > report.publishedAt.dayNumber + Constants.futureInDays + 0.5
    }

    private mutating func fights(_ mentions: [KnownReports.Mention]) -> [Fight] {
        var fights: [Fight] = []
        for mention in mentions where mention.area < 0 {
            let report = scenario.log.reports[Int(mention.reportIndex)]
            guard case .clash(let actors) = report.claim else { continue }
            let time = report.validFrom.dayNumber
            let origin = origin(report.source)
            let era = blocs.eras[blocs.era(at: time)]
            let sides = Set(actors.compactMap { blocs.bloc(of: $0).map { era.sideOfBloc[$0] } }).sorted()
            let fight = Fight(time: time, sides: sides, source: origin.number, leaning: origin.leaningNumber)
            if fights.last != fight { fights.append(fight) }
        }
        return fights.sorted { $0.time < $1.time }
    }

    /// All that any report of the place itself names.
    private func blocsNamed(_ mentions: [KnownReports.Mention]) -> Set<Int> {
        var named: Set<Int> = []
        for mention in mentions where mention.area < 0 {
            let claim = scenario.log.reports[Int(mention.reportIndex)].claim
            guard claim.speaksOfControl, let actor = claim.actors.first, let bloc = blocs.bloc(of: actor) else {
                continue
            }
            named.insert(bloc)
        }
        return named
    }

    /// Why a report says nothing of who holds the place, or nil where it does.
    private func context(_ report: Report) -> Cause? {
        switch report.claim {
        case .clash: .clash
        case .strike: .strike
        case .denies: .denialOfNobodyNamed
        case .holds, .contested, .present, .withdrew: report.extent == .edge ? .edge : nil
        }
    }

    private mutating func origin(_ id: String) -> Origin {
        if let known = sources[id] { return known }
        let source = scenario.sources[id]
        let origin = Origin(
            number: names.number(id),
            reliability: hasGrades ? source?.reliability ?? .f : Constants.reliabilityOfUngraded,
            leaning: source?.leaning,
            leaningNumber: source?.leaning.map { names.number($0) }, copied: source?.echoes ?? [])
        sources[id] = origin
        return origin
    }

    private mutating func statement(
        _ index: Int, _ mention: KnownReports.Mention, _ report: Report, _ named: Set<Int>, _ fights: [Fight]
    ) -> Statement? {
        let kind: Statement.Kind
        var before: String?
        switch report.claim {
        case .holds(_, let from): (kind, before) = (.holds, from)
        // One report of fighting inside is one word, however many fight.
        case .contested: kind = .contested
        case .present: kind = .present
        case .withdrew: kind = .withdrew
        case .denies: kind = .denies
        case .clash, .strike: return nil
        }
        guard let actor = report.claim.actors.first, let bloc = blocs.bloc(of: actor) else { return nil }
        let origin = origin(report.source)
        let time = Self.expectedTime(of: report)
        let era = blocs.era(at: time)
        let side = blocs.eras[era].sideOfBloc[bloc]
        var relation = Statement.Relation.neutral
        if let leaning = origin.leaning {
            if sidesOfLeaning[leaning] == nil {
                sidesOfLeaning[leaning] = blocs.sides(of: leaning, in: scenario.actors)
            }
            let favours = sidesOfLeaning[leaning]![era] == blocs.eras[era].sides[side]
            // To say that one's own side has left serves the other one.
            relation = favours != (kind == .withdrew || kind == .denies) ? .forOwnSide : .againstOwnSide
        }
        let seen = Fight.isSeen(
            by: fights, side: side, time: time, source: origin.number, leaning: origin.leaningNumber)
        let isDisputed = named.contains { !blocs.areAllied($0, bloc, era: era) }
        var odds = Constants.reliability(origin.reliability) + Constants.credibility(report.credibility)
        switch relation {
        case .forOwnSide:
            let isUndisputed = kind == .holds && mention.area < 0 && !isDisputed
            odds +=
                (seen ? Constants.fightingSeen : 0)
                - Constants.ownSide * Constants.partOfOwnSide(report.credibility)
                * (isUndisputed ? Constants.partWhereUndisputed : 1)
        case .againstOwnSide: odds += Constants.againstOwnSide
        case .neutral: break
        }
        if mention.area >= 0 {
            odds += isDisputed ? Constants.areaDisputed : Constants.areaUndisputed
        }
        odds = min(odds, Constants.cap(report.credibility))
        var voice = origin.number
        if let via = report.via, origin.copied.contains(via) {
            voice = names.number(via)
        } else if origin.reliability == .f {
            // Where sources are graded, those that nobody can judge speak with one voice: anybody can open a hundred accounts.
            voice = names.number("(those that cannot be judged)")
        }
        return Statement(
            mention: Int32(index), kind: kind, bloc: bloc, against: before.flatMap(blocs.bloc(of:)),
            actor: names.number(actor), source: origin.number, voice: voice, leaning: origin.leaningNumber, time: time,
            published: report.publishedAt.dayNumber, era: era, precision: report.precision, extent: report.extent,
            relation: relation, reliability: origin.reliability, credibility: report.credibility, fightingSeen: seen,
            isOfArea: mention.area >= 0, logOdds: odds, adjustedLogOdds: odds)
    }

    /// A capture on some day of a week is taken for the week's middle, but not for later than it was published.
    private static func expectedTime(of report: Report) -> Double {
        let first = report.validFrom.dayNumber
        guard report.precision == .week, case .holds(_, from: .some) = report.claim else { return first }
        return first + max(0, min(report.precision.days / 2, (report.publishedAt.dayNumber - first) / 2))
    }

    /// The words of each mention that has any, folded, where they are long enough to tell a copy.
    private mutating func texts(_ mentions: [KnownReports.Mention]) -> [Int32: Int32] {
        var texts: [Int32: Int32] = [:]
        for (index, mention) in mentions.enumerated() {
            guard let text = scenario.log.reports[Int(mention.reportIndex)].textKey, text.unicodeScalars.count > 20
            else { continue }
            texts[Int32(index)] = names.number("\u{1F}" + text)
        }
        return texts
    }

    /// The sources that each source copies, of those that speak here.
    private mutating func copied(_ mentions: [KnownReports.Mention]) -> [Int32: [Int32]] {
        var copied: [Int32: [Int32]] = [:]
        for mention in mentions {
            let origin = origin(scenario.log.reports[Int(mention.reportIndex)].source)
            guard !origin.copied.isEmpty, copied[origin.number] == nil else { continue }
            copied[origin.number] = origin.copied.map { names.number($0) }
        }
        return copied
    }
}
