import Reports

/// The numbers of the method, each with what it means. Log-odds unless said otherwise: 0 is even, 1 is 73 %, 2 is 88 %,
/// 3 is 95 %.
enum Constants {
    // Grades (NATO AJP-2.1): how likely what a source claims is so. F and 6 cannot be judged: they lie between, not last.
    static func reliability(_ grade: Reliability) -> Double {
        switch grade {
        case .a: 4.0
        case .b: 3.2
        case .c: 1.3
        case .d: 0.3
        case .e: -1.1
        case .f: -0.3
        }
    }

    static func credibility(_ grade: Credibility) -> Double {
        switch grade {
        case .confirmed: 0.8
        case .probable: 0
        case .possible, .unjudged: -0.7
        case .doubtful: -2.5
        case .improbable: -4
        }
    }

    /// A doubtful or improbable claim is never better than this, whoever makes it.
    static func cap(_ grade: Credibility) -> Double {
        switch grade {
        case .doubtful: -1
        case .improbable: -2
        default: 9
        }
    }

    /// Taken off a claim by which a source serves the side that it favours.
    static let ownSide = 2.0
    /// Added to a claim against the side that its source favours.
    static let againstOwnSide = 1.0
    /// Given back to a claim for the own side where somebody else reported fighting there at the time.
    static let fightingSeen = 0.7
    /// The part of `ownSide` that is taken off a claim that somebody judged true apart from its source: the leaning was
    /// weighed then.
    static func partOfOwnSide(_ grade: Credibility) -> Double {
        switch grade {
        case .confirmed: 0
        case .probable: 0.5
        default: 1
        }
    }

    /// Added to a claim about a whole canton, for a place in it of which nobody says otherwise: whoever runs a canton says
    /// so, and who does not is contradicted.
    static let areaUndisputed = 1.0
    /// The same for a place of which somebody says otherwise.
    static let areaDisputed = -1.5

    /// "Taken from the rebels" says that the rebels held the place before, this strongly.
    static let newsDefault = 0.8
    static let newsMost = 2.0

    /// Of the poorly graded voices that say one thing so many are heard.
    static let poorVoicesHeard = 2

    // The record of a voice: how often others bore its claims out.
    static let recordPrior = 8.0
    static let recordSwing = 2.5
    static let recordGraceInDays = 20.0
    static let recordSaidInDays = 30.0
    static let recordEpochs = 8
    static let recordPasses = 2

    // Time, in days.
    /// Chance a day that a place changes hands without a report.
    static let silentChangePerDay = 1.0 / 8000
    static let fightingBeforeInDays = 20.0
    static let fightingAfterInDays = 10.0
    static let futureInDays = 1.0
    static let memoryOfVisitorsInDays = 14.0

    /// How far a claim dated after the moment still reaches back, by the precision of its date. A day that names no
    /// capture is mostly the day of the news, some days after the fact.
    static func slackInDays(_ precision: DatePrecision, namesCapture: Bool) -> Double {
        switch precision {
        case .day: namesCapture ? 0.1 : 2
        case .fewDays: namesCapture ? 1 : 4
        case .week: namesCapture ? 1 : 6
        case .month, .year: 15
        }
    }

    /// Where the fall of a place is dated on different days, those who name the later one speak against those who name a
    /// day up to so many days before.
    static let disputedBeginningInDays = 3.0

    // Surroundings.
    static let neighbours = 16
    static let bandwidth = 0.7
    static let bandwidthNeighbour = 6
    static let wideNeighbours = 36
    static let wideBandwidth = 0.8
    static let wideBandwidthNeighbour = 20
    static let widePull = 4.0
    static let ridge = 0.3
    static let linearPull = 3.2
    static let cubicPull = 2.5
    static let clip = 1.15
    static let unreportedLinearPull = 1.0
    static let unreportedCubicPull = 2.0
    static let pastPull = 4.0
    static let pastInDays = [60.0, 120, 180, 240, 300, 360]
    static let mostPull = 5.0
    static let weightOfOwnReports = 1.2
    static let pullWhereFought = 0.4
    static let foughtInDays = 120.0
    static let passes = 2
    /// A place votes where its likeliest side leads the next by this much.
    static let leastLead = 0.15

    /// The vote of a place of which only its canton was spoken: one sentence is not a vote for each village.
    static let voteOfAreaStatement = 0.3

    // Calls.
    /// A side less likely than this does not carry a call: the place is unknown.
    static let leastProbability = 0.65
    /// The same where reports of the place itself name the side and none names another.
    static let leastProbabilityUndisputed = 0.5
    /// The same against all that was reported of the place itself.
    static let leastProbabilityAgainstReports = 0.85
    /// A place of which only its canton was spoken is no surer than this.
    static let mostOfAreaStatement = 0.8
    /// Reports of one capture within so many days are about the same capture.
    static let sameCaptureInDays = 10.0
    /// Further than this from every reporting place nothing is called.
    static let reachInKilometres = 35.0
    /// Nor further than so many times the spacing of the votes where the nearest one stands.
    static let reachInSpacings = 1.5
}
