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
/// from day to day is kept. With further reports a model is made out of the one before, which it equals to the last bit
/// of every number where nothing changed.
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
    var courses: [Course]
    let neighbourhoods: Neighbourhoods
    var records: [Statement.RecordKey: Tally] = [:]
    /// How much each place's vote counts for those around: less where only its canton was spoken of.
    let voteWeights: [Double]
    /// Whether a place can be held as one spot and lies in the area of interest: elsewhere nothing is called.
    let isDrawn: [Bool]
    /// Between the first statement and the last.
    let firstTime: Double
    let lastTime: Double
    /// One for each question that is asked day by day, so that from one day to the next little changes in each: the two
    /// passes, and the past.
    var near: [Surroundings]
    var wide: [Surroundings]
    var nearThen: Surroundings
    /// Lean of the surroundings at moments asked before.
    var leanAtTime: [LeanKey: [Double]] = [:]
    /// What the next model can take over; nothing where it is not to be made out of this one.
    var kept: Kept?
    /// The same of the model before, with the places around which all reporting places are the same ones.
    var before: (kept: Kept, isSameGround: [Bool])?
    /// How much was computed, not taken over.
    package internal(set) var work = Work()

    struct LeanKey: Hashable {
        let time: Double
        let era: Int
    }

    /// Weighs all that was known at the end of `asKnownOn`; all there is where that is nil.
    ///
    /// Takes over from `old` what is the same there, where that one was made to keep its work. The calls are those of a
    /// model made anew, to the last bit.
    /// O(reports × voices of their place + places × neighbours).
    package init(
        _ scenario: Scenario, asKnownOn: Moment? = nil, reusing old: ControlModel? = nil, keepsWork: Bool = false
    ) {
        self.scenario = scenario
        self.asKnownOn = asKnownOn
        let mentions = KnownReports(scenario, asKnownOn: asKnownOn).mentions
        self.mentions = mentions
        let blocs = Blocs(named: Self.actorsNamed(mentions, scenario.log), table: scenario.actors)
        self.blocs = blocs
        let old = old.flatMap { $0.kept != nil && $0.isOnOneGround(with: scenario, blocs) ? $0 : nil }
        var builder = StatementBuilder(scenario: scenario, blocs: blocs, names: old?.names ?? NameTable())
        var isTakenOver = [Bool](repeating: false, count: mentions.count)
        let built = mentions.indices.map { place in
            if let old, old.saysTheSame(place, mentions[place], scenario) {
                isTakenOver[place] = true
                return old.built[place]
            }
            return builder.build(mentions[place])
        }
        self.built = built
        names = builder.names
        let places = scenario.gazetteer.places
        let reporting = places.indices.filter { !built[$0].statements.isEmpty && places[$0].kind.isPointLike }
        if let old, old.neighbourhoods.reporting == reporting {
            neighbourhoods = old.neighbourhoods
        } else {
            neighbourhoods = Neighbourhoods(old?.neighbourhoods.map ?? PlaceMap(places), reporting: reporting)
        }
        nearThen = Surroundings(neighbourhoods, .near)
        near = .init(repeating: nearThen, count: Constants.passes)
        wide = .init(repeating: Surroundings(neighbourhoods, .wide), count: Constants.passes)
        voteWeights = built.map { result in
            result.statements.contains { !$0.isOfArea && $0.folded == nil } ? 1 : Constants.voteOfAreaStatement
        }
        isDrawn =
            old?.isDrawn
            ?? places.map { place in
                place.kind.isPointLike
                    && scenario.area.map { PointInPolygon.contains($0, place.coordinate) } ?? true
            }
        var times: (first: Double, last: Double) = (.infinity, -.infinity)
        for result in built {
            for one in result.statements where one.folded == nil {
                times = (min(times.first, one.time), max(times.last, one.time))
            }
        }
        firstTime = times.first.isFinite ? times.first : 0
        lastTime = times.last.isFinite ? min(asKnownOn?.endDayNumber ?? .infinity, times.last) : 0
        courses = []
        kept = keepsWork ? Kept() : nil
        work.placesBuilt = isTakenOver.count { !$0 }
        if let old { before = (old.kept!, neighbourhoods.isSameGround(as: old.neighbourhoods)) }
        weigh(isTakenOver)
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
}
