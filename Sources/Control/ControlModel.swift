import Geometry
import Glibc
import Places
package import Reports

/// Who holds each place, from partial, late, partisan, copied and false reports.
///
/// 1. Reports become statements with log-odds by their grades and leanings, each voice once (`StatementBuilder`).
/// 2. The record of each voice moves its odds (`RecordKeeper`).
/// 3. The statements of a place are walked through time to a chance for each side (`Belief`).
/// 4. The surroundings pull: of places with reports a little, of places without all the way (`Surroundings`).
/// 5. A side that is likely enough holds the place; else it is unknown; with an enemy inside it is contested.
///
/// Deterministic: reports are sorted, passes are counted, nothing is drawn by chance, and no source, side or region is
/// known to it by name. Made once for what was known at a moment, then asked for any number of days.
package final class ControlModel {
    package static let method = Method(
        name: "weighed-claims", version: 1,
        parameters: [
            ("least_probability", "\(Constants.leastProbability)"),
            ("inference_reach_km", "\(Constants.reachInKilometres)"),
            ("neighbours", "\(Constants.neighbours)"), ("record_prior", "\(Constants.recordPrior)"),
            ("own_side", "\(-Constants.ownSide)"), ("against_own_side", "\(Constants.againstOwnSide)"),
        ])

    let scenario: Scenario
    package let asKnownOn: Moment?
    /// Stands for all others where only one side is named. It never holds a place.
    static let nobodyNamed = "(others)"
    /// The sides that ever claimed a place, sorted.
    package let sides: [String]
    /// For each place of the gazetteer, sorted by time; empty for most.
    private(set) var statements: [[Statement]]
    let leftOut: [[Weighing]]
    let fights: [[Fight]]
    let neighbourhoods: Neighbourhoods
    private(set) var records: [Statement.RecordKey: Record] = [:]
    /// How much each place's vote counts for those around: less where only its canton was spoken of.
    private let voteWeights: [Double]
    /// Whether each place lies in the area of interest: beyond it nothing is inferred.
    let isInArea: [Bool]
    private let firstTime: Double
    private let lastTime: Double
    /// Lean of the surroundings at moments asked before.
    private var leanAtTime: [Double: [Double]] = [:]

    /// Weighs all that was known at the end of `asKnownOn`; all there is where that is nil.
    /// O(reports × reports of their place + places × neighbours).
    package init(_ scenario: Scenario, asKnownOn: Moment? = nil) {
        self.scenario = scenario
        self.asKnownOn = asKnownOn
        let known = KnownReports(scenario, asKnownOn: asKnownOn)
        var sides: Set<String> = []
        for mentions in known.mentionsOfPlace.values {
            for mention in mentions where scenario.log.reports[mention.reportIndex].claim.speaksOfControl {
                sides.formUnion(scenario.log.reports[mention.reportIndex].claim.actors.map(scenario.actors.side(of:)))
            }
        }
        // Where only one side is ever named, the others are those who were not: otherwise all would be that side's.
        if sides.count == 1 { sides.insert(Self.nobodyNamed) }
        let sorted = sides.sorted()
        self.sides = sorted
        let builder = StatementBuilder(
            scenario: scenario, indexOfSide: Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) }))
        let count = scenario.gazetteer.places.count
        var statements = [[Statement]](repeating: [], count: count)
        var leftOut = [[Weighing]](repeating: [], count: count)
        var fights = [[Fight]](repeating: [], count: count)
        for (place, mentions) in known.mentionsOfPlace {
            let result = builder.build(mentions)
            statements[place] = result.statements
            leftOut[place] = result.leftOut
            fights[place] = result.fights
        }
        self.statements = statements
        self.leftOut = leftOut
        self.fights = fights
        let places = scenario.gazetteer.places
        neighbourhoods = Neighbourhoods(
            places: places, reporting: places.indices.filter { !statements[$0].isEmpty && places[$0].kind.isPointLike })
        voteWeights = statements.map { list in
            list.contains { $0.area == nil && $0.folded == nil } ? 1 : Constants.voteOfAreaStatement
        }
        isInArea = places.map { place in scenario.area.map { PointInPolygon.contains($0, place.coordinate) } ?? true }
        let times = statements.joined().lazy.filter { $0.folded == nil }.map(\.time)
        firstTime = times.min() ?? 0
        lastTime = min(asKnownOn?.endDayNumber ?? .infinity, times.max() ?? 0)
        keepRecords()
    }

    /// The chances of each side at each place by its own reports, and which places have any.
    func ownBelief(at time: Double) -> (chances: [Double], reports: [Bool], visitors: [Double]) {
        let count = statements.count
        var chances = [Double](repeating: 1 / Double(max(sides.count, 1)), count: count * sides.count)
        var reports = [Bool](repeating: false, count: count)
        var visitors = [Double](repeating: 0, count: count)
        for place in statements.indices where !statements[place].isEmpty {
            guard let belief = Belief.walk(statements[place], at: time, sides: sides.count) else { continue }
            reports[place] = true
            visitors[place] = belief.visitors
            for side in sides.indices { chances[place * sides.count + side] = belief.chances[side] }
        }
        return (chances, reports, visitors)
    }

    func surroundings(
        _ chances: [Double], _ reports: [Bool], _ view: Surroundings.View, only: [Int]? = nil,
        weights: ((Int, [(place: Int, distance: Double, weight: Double)]) -> Void)? = nil
    ) -> Surroundings {
        Surroundings(
            neighbourhoods, chances: chances, reports: reports, voices: voteWeights, sides: sides.count, view: view,
            only: only, weights: weights)
    }

    /// Log-odds by which surroundings pull: odd, and steeper where they agree.
    static func pull(_ lean: Double) -> Double {
        0.5 * (Constants.linearPull * lean + Constants.cubicPull * lean * lean * lean)
    }

    /// How the surroundings of each place leaned on the way to `time`: the mean over half a year and a year before.
    func past(before time: Double) -> [Double] {
        let moments = Set(Constants.pastInDays.map { max(time - $0, firstTime + 1) }).sorted()
        var past = [Double](repeating: 0, count: statements.count * sides.count)
        for moment in moments {
            let lean = lean(at: moment)
            for entry in past.indices { past[entry] += lean[entry] / Double(moments.count) }
        }
        return past
    }

    private func lean(at time: Double) -> [Double] {
        if let known = leanAtTime[time] { return known }
        let own = ownBelief(at: time)
        let around = surroundings(own.chances, own.reports, .near)
        let lean = around.shares.indices.map { around.lean($0) }
        if leanAtTime.count > 800 { leanAtTime.removeAll() }
        leanAtTime[time] = lean
        return lean
    }

    private func keepRecords() {
        guard sides.count > 1 else { return }
        for _ in 0..<Constants.recordPasses {
            let span = lastTime - firstTime - 1
            let moments = Set(
                (0..<Constants.recordEpochs).map {
                    firstTime + 1 + span * Double($0) / Double(Constants.recordEpochs - 1)
                }
            ).sorted()
            let epochs = moments.map { moment in
                let own = ownBelief(at: moment)
                let around = surroundings(own.chances, own.reports, .near)
                return (time: moment, pull: around.shares.indices.map { Self.pull(around.lean($0)) })
            }
            let keeper = RecordKeeper(statements: statements, epochs: epochs, sides: sides.count, last: lastTime)
            records = keeper.records()
            for place in statements.indices {
                for index in statements[place].indices { apply(to: &statements[place][index]) }
            }
        }
    }

    private func apply(to one: inout Statement) {
        // What is said of a canton is one sentence, however many places lie in it: they cannot bear each other out.
        guard one.area == nil, let record = records[one.recordKey] else { return }
        one.adjustedLogOdds = min(one.logOdds + record.shift, Constants.cap(one.credibility))
        guard one.kind == .holds else { return }
        one.news = record.news
        if let against = one.against, against != one.side { one.news = max(one.news, Constants.newsDefault) }
    }
}
