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

    /// Where no source has a grade, each is taken for this: to give none is not to call all of them unknown accounts.
    static let reliabilityOfUngraded = Reliability.c

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

    /// So much of what remains is taken off where nobody ever named another side as holder: who boasts is contradicted.
    static let partWhereUndisputed = 0.5

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
    /// Moments at which the surroundings judge: so many days apart, or doubled until there are no more than so many.
    static let recordEpochInDays = 32.0
    static let recordEpochs = 12.0
    /// Records move in such steps of log-odds.
    static let recordStep = 1.0 / 32
    /// Voices × statements of one place that are gone through to judge its voices, the first ones first: a flood must not
    /// take hours.
    static let mostJudgementSteps = 2_000_000
    static let recordPasses = 2

    // Time, in days.
    /// Chance a day that a place changes hands without a report.
    static let silentChangePerDay = 1.0 / 20000
    static let fightingBeforeInDays = 20.0
    static let fightingAfterInDays = 10.0
    static let futureInDays = 1.0
    static let memoryOfVisitorsInDays = 14.0

    /// Reports of one change within so many days are taken for reports of one day.
    static let sameChangeInDays = 3.0
    /// A claim for the same side within so many days tells no second change.
    static let newsInDays = 7.0
    /// A claim dated so much later says nothing of before.
    static let newsReachesBackInDays = 2000.0
    /// A side that told the loss of a place is believed more on its return, for so long.
    static let admissionInDays = 30.0
    static let afterAdmission = 1.4
    static let copiedWithinDays = 14.0
    static let backedWithinDays = 2.0
    /// That an actor is seen at a place, not said to hold part of it, is so much of an enemy inside.
    static let insideWithoutHolding = 0.35
    /// A denial moves so much of what a withdrawal does.
    static let weightOfDenial = 0.3

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
    static let wideClip = 1.1
    /// The surroundings pull by no more than this between two sides.
    static let mostPull = 6.0
    /// The same where two good voices agree: a well-attested pocket stays.
    static let mostPullWhereAttested = 3.0
    /// Good voices that agree are hardly all wrong where the chance of it is no more than this.
    static let attestedAllWrong = 0.05
    static let weightOfOwnReports = 1.15
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
    /// A place of which only its canton was spoken is no surer than this.
    static let mostOfAreaStatement = 0.8
    /// Further than this from every reporting place nothing is called.
    static let reachInKilometres = 35.0
    /// Nor further than so many times the spacing of the votes where the nearest one stands.
    static let reachInSpacings = 1.5
    /// A report more likely than this may name the actor that holds the place for its side.
    static let likelyActorLogOdds = -0.85
    /// Up to so many places of one side amid another's rear, on one voice's word, are a speck: uncertain, not an island.
    static let speckPlaces = 3
    /// Amid another's rear: the wide view leans away from the side by so much.
    static let rearLean = 0.5
    /// The surroundings of the past year agreed with a place's reports where they leaned to their side by so much.
    static let agreedInThePast = 0.05
}
