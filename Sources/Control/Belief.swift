import Glibc
import Reports

/// What the reports of one place leave to believe at a moment: a chance for each side, walked through time.
struct Belief {
    /// One chance a side, summing to 1.
    private(set) var chances: [Double]
    /// Chance that an enemy is inside beside the holder.
    private(set) var visitors = 0.0
    private var lastTime: Double?

    /// A step of the walk, for the reasons.
    struct Step {
        let statement: Int
        let counted: Double
        let before: Double
        let after: Double
        let likeliestBefore: Int
        let likeliestAfter: Int
    }

    /// The belief at `moment` from statements sorted by time, or nil where none speaks.
    ///
    /// Each `holds` moves the chances towards its side by the chance that it is so; a later one moves on from there, so
    /// the newer of two equals wins. Between reports the chances drift apart by the chance of a change that nobody told.
    /// A claim dated after the moment says who held the place until then, and reaches back by the slack of its date.
    ///
    /// `grades`: by the grades alone, without the record.
    static func walk(
        _ statements: [Statement], at moment: Double, sides: Int, grades: Bool = false,
        skipping: (Statement) -> Bool = { _ in false }, trace: ((Step) -> Void)? = nil
    ) -> Belief? {
        var belief: Belief?
        for (index, one) in statements.enumerated() where one.folded == nil && !skipping(one) {
            var reach = 1.0
            if one.time >= moment {
                // Who is seen inside later says nothing of before.
                guard one.kind == .holds else { continue }
                let gap = one.time - moment
                if belief == nil { belief = Belief(sides: sides) }
                let news = (grades ? Constants.newsDefault : one.news) * exp(-gap / 365)
                let alreadySaid = statements.contains {
                    $0.folded == nil && $0.time < moment && $0.side == one.side && $0.kind == .holds
                        && (one.against == nil || one.time - $0.time > Constants.disputedBeginningInDays)
                }
                if news > 0, !alreadySaid {
                    let (before, likeliest) = (belief!.chances[one.side], belief!.likeliest)
                    belief!.weaken(one.side, by: news)
                    trace?(
                        Step(
                            statement: index, counted: 1 - exp(-news), before: before,
                            after: belief!.chances[one.side], likeliestBefore: likeliest,
                            likeliestAfter: belief!.likeliest))
                }
                reach = exp(-gap / Constants.slackInDays(one.precision, namesCapture: one.against != nil))
                if reach < 0.05 { continue }
            }
            if belief == nil { belief = Belief(sides: sides) }
            belief!.advance(to: min(one.time, moment), last: moment)
            let counted = chance(grades ? one.logOdds : one.adjustedLogOdds) * reach
            let before = belief!.chances[one.side]
            let likeliest = belief!.likeliest
            // The second to report a capture does not say that the place was another's until then.
            let isSameCapture = statements[..<index].contains {
                $0.folded == nil && $0.kind == .holds && $0.side == one.side
                    && one.time - $0.time <= Constants.sameCaptureInDays
            }
            belief!.take(one, counted: counted, news: grades || one.time >= moment || isSameCapture ? 0 : one.news)
            trace?(
                Step(
                    statement: index, counted: counted, before: before, after: belief!.chances[one.side],
                    likeliestBefore: likeliest, likeliestAfter: belief!.likeliest))
        }
        belief?.advance(to: moment, last: moment)
        return belief
    }

    init(sides: Int) {
        chances = [Double](repeating: 1 / Double(sides), count: sides)
    }

    var likeliest: Int { chances.indices.max { (chances[$0], $1) < (chances[$1], $0) } ?? 0 }

    private mutating func advance(to time: Double, last: Double) {
        defer { lastTime = time }
        guard let from = lastTime, time > from else { return }
        let count = Double(chances.count)
        let drift = 1 - exp(-count / max(count - 1, 1) * Constants.silentChangePerDay * (time - from))
        for side in chances.indices { chances[side] += drift * (1 / count - chances[side]) }
        visitors *= exp(-(time - from) / Constants.memoryOfVisitorsInDays)
    }

    private mutating func weaken(_ side: Int, by logOdds: Double) {
        chances[side] *= exp(-logOdds)
        let sum = chances.reduce(0, +)
        for side in chances.indices { chances[side] /= sum }
    }

    private mutating func move(to side: Int, by weight: Double) {
        for other in chances.indices { chances[other] *= 1 - weight }
        chances[side] += weight
    }

    private mutating func take(_ one: Statement, counted: Double, news: Double) {
        switch one.kind {
        case .holds:
            if news > 0 { weaken(one.side, by: news) }
            switch one.extent {
            case .part:
                visitors = 1 - (1 - visitors) * (1 - 0.3 * counted)
                move(to: one.side, by: 0.3 * counted)
            case .most:
                visitors = 1 - (1 - visitors) * (1 - 0.32 * counted)
                move(to: one.side, by: 0.8 * counted)
            default:
                visitors *= 1 - counted
                move(to: one.side, by: counted)
            }
        case .present:
            visitors = 1 - (1 - visitors) * (1 - 0.6 * counted * (1 - chances[one.side]))
            move(to: one.side, by: 0.15 * counted)
        case .contested:
            visitors = 1 - (1 - visitors) * (1 - counted)
        case .withdrew:
            let given = chances[one.side] * counted
            let others = 1 - chances[one.side]
            for side in chances.indices where side != one.side {
                chances[side] +=
                    given * (others > 1e-9 ? chances[side] / others : 1 / Double(max(chances.count - 1, 1)))
            }
            chances[one.side] -= given
            visitors *= 1 - counted
        }
    }
}
