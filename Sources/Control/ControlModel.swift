import Geometry
import Glibc
import Places
package import Reports

/// Who holds each place, from partial, late, partisan, copied and false reports.
///
/// 1. Reports become statements with log-odds by their grades and leanings, each voice once (`StatementBuilder`).
/// 2. The record of each voice moves its odds (`Judge`).
/// 3. The statements of a place are walked through time to a chance for each bloc of allies (`Course`).
/// 4. The surroundings pull: of places with reports a little, of places without all the way (`Surroundings`).
/// 5. A side that is likely enough holds the place; else it is unknown; with an enemy inside it is contested.
///
/// Deterministic: reports are sorted, passes are counted, nothing is drawn by chance, and no source, side or region is
/// known to it by name. Made once for what was known at a moment, then asked for any number of days: what does not change
/// from day to day is kept.
package final class ControlModel {
    package static let method = Method(
        name: "weighed-claims", version: 2,
        parameters: [
            ("least_probability", "\(Constants.leastProbability)"),
            ("inference_reach_km", "\(Constants.reachInKilometres)"),
            ("neighbours", "\(Constants.neighbours)"), ("record_prior", "\(Constants.recordPrior)"),
            ("own_side", "\(-Constants.ownSide)"), ("against_own_side", "\(Constants.againstOwnSide)"),
        ])

    let scenario: Scenario
    package let asKnownOn: Moment?
    let blocs: Blocs
    let names: NameTable
    /// For each place of the gazetteer.
    let mentions: [[KnownReports.Mention]]
    let built: [StatementBuilder.Result]
    private(set) var courses: [Course]
    let neighbourhoods: Neighbourhoods
    private(set) var records: [Statement.RecordKey: Tally] = [:]
    /// How much each place's vote counts for those around: less where only its canton was spoken of.
    let voteWeights: [Double]
    /// Whether a place can be held as one spot and lies in the area of interest: elsewhere nothing is called.
    let isDrawn: [Bool]
    /// Between the first statement and the last.
    let firstTime: Double
    private let lastTime: Double
    /// One for each question that is asked day by day, so that from one day to the next little changes in each: the two
    /// passes, and the past.
    var near: [Surroundings]
    var wide: [Surroundings]
    var nearThen: Surroundings
    /// Lean of the surroundings at moments asked before.
    var leanAtTime: [LeanKey: [Double]] = [:]

    struct LeanKey: Hashable {
        let time: Double
        let era: Int
    }

    /// Weighs all that was known at the end of `asKnownOn`; all there is where that is nil.
    /// O(reports × voices of their place + places × neighbours).
    package init(_ scenario: Scenario, asKnownOn: Moment? = nil) {
        self.scenario = scenario
        self.asKnownOn = asKnownOn
        let mentions = KnownReports(scenario, asKnownOn: asKnownOn).mentions
        self.mentions = mentions
        let blocs = Blocs(named: Self.actorsNamed(mentions, scenario.log), table: scenario.actors)
        self.blocs = blocs
        var builder = StatementBuilder(scenario: scenario, blocs: blocs)
        let built = mentions.map { builder.build($0) }
        self.built = built
        names = builder.names
        let places = scenario.gazetteer.places
        let reporting = places.indices.filter { !built[$0].statements.isEmpty && places[$0].kind.isPointLike }
        neighbourhoods = Neighbourhoods(PlaceMap(places), reporting: reporting)
        nearThen = Surroundings(neighbourhoods, .near)
        near = .init(repeating: nearThen, count: Constants.passes)
        wide = .init(repeating: Surroundings(neighbourhoods, .wide), count: Constants.passes)
        voteWeights = built.map { result in
            result.statements.contains { !$0.isOfArea && $0.folded == nil } ? 1 : Constants.voteOfAreaStatement
        }
        isDrawn = places.map { place in
            place.kind.isPointLike && scenario.area.map { PointInPolygon.contains($0, place.coordinate) } ?? true
        }
        var times: (first: Double, last: Double) = (.infinity, -.infinity)
        for result in built {
            for one in result.statements where one.folded == nil {
                times = (min(times.first, one.time), max(times.last, one.time))
            }
        }
        firstTime = times.first.isFinite ? times.first : 0
        lastTime = times.last.isFinite ? min(asKnownOn?.endDayNumber ?? .infinity, times.last) : 0
        courses = built.map { Course($0.statements, blocs) }
        keepRecords()
    }

    private static func actorsNamed(_ mentions: [[KnownReports.Mention]], _ log: ReportLog) -> Set<String> {
        var named: Set<String> = []
        for list in mentions {
            for mention in list {
                let claim = log.reports[Int(mention.reportIndex)].claim
                if claim.speaksOfControl { named.formUnion(claim.actors) }
            }
        }
        return named
    }

    /// Moments to ask the surroundings at, for the records. They lie on a fixed grid of days, so that a report more does not
    /// move them.
    private var epochs: [Double] {
        var spacing = Constants.recordEpochInDays
        while (lastTime - firstTime) / spacing > Constants.recordEpochs { spacing *= 2 }
        let first = ((firstTime + 1) / spacing).rounded(.up)
        let last = (lastTime / spacing).rounded(.down)
        return first > last ? [lastTime] : stride(from: first, through: last, by: 1).map { $0 * spacing }
    }

    private func keepRecords() {
        guard blocs.count > 1 else { return }
        for _ in 0..<Constants.recordPasses {
            let judge = Judge(blocs: blocs, epochs: epochs.map { ($0, sharesOfBlocs(at: $0)) })
            let tallies = built.enumerated().map { judge.tallies($1.statements, place: $0) }
            records = [:]
            for (result, ofPlace) in zip(built, tallies) {
                for (one, tally) in zip(result.statements, ofPlace) where tally.count > 0 {
                    records[one.recordKey, default: Tally()].add(tally)
                }
            }
            courses = zip(built, tallies).map { result, ofPlace in
                Course(zip(result.statements, ofPlace).map(adjusted), blocs)
            }
        }
    }

    private func adjusted(_ one: Statement, _ tally: Tally) -> Statement {
        // What is said of a canton is one sentence, however many places lie in it: they cannot bear each other out.
        guard tally.count > 0, let sum = records[one.recordKey] else { return one }
        let record = sum.record(without: tally)
        var one = one
        one.judged = tally
        one.adjustedLogOdds = min(one.logOdds + record.shift, Constants.cap(one.credibility))
        guard one.kind == .holds else { return one }
        one.news = record.news
        if let against = one.against, against != one.bloc { one.news = max(one.news, Constants.newsDefault) }
        return one
    }
}
