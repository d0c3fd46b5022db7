import Glibc
import Reports

/// One report's word on who holds a place, ready to be weighed.
struct Statement: Equatable {
    enum Kind: UInt8 {
        case holds, contested, present, withdrew, denies
    }

    /// How what is said stands to the side that its source favours.
    enum Relation: UInt8 {
        case forOwnSide, againstOwnSide, neutral
    }

    /// Why a statement is not counted.
    enum Fold: Equatable {
        case contradictsItself
        /// The source whose word it is.
        case copies(source: Int32)
        /// The mention that said it before.
        case repeats(mention: Int32)
        case crowd
    }

    /// Index among the mentions of its place.
    let mention: Int32
    let kind: Kind
    /// Index among the model's blocs.
    let bloc: Int
    /// The bloc that the place is said to have been taken from.
    let against: Int?
    /// Numbers of names: who holds, who says it.
    let actor: Int32
    let source: Int32
    /// Who really speaks: the source, or the one that it copies. All that nobody can grade speak with one voice.
    var voice: Int32
    /// The side that its source favours, as a number of a name.
    let leaning: Int32?
    /// When it is said to be so, in days since 1970; a day without a time counts from its noon.
    var time: Double
    let published: Double
    /// Of the alliances at that time.
    let era: Int
    let precision: DatePrecision
    let extent: Extent?
    let relation: Relation
    let reliability: Reliability
    let credibility: Credibility
    /// Others reported that its side fought there at the time.
    let fightingSeen: Bool
    /// It speaks of the place's canton as a whole.
    let isOfArea: Bool
    /// By the grades, the leaning and the fighting alone.
    var logOdds: Double
    /// Why it is not counted, where it is not: a copy, a repetition.
    var folded: Fold?
    /// A source of its own side had told the loss of the place shortly before.
    var followsAdmission = false
    /// Dated with the other reports of the same change.
    var isRedated = false
    /// The first to tell a change: the second to report a capture does not say that the place was another's until then.
    var isNews = true
    /// `logOdds` adjusted by the record of its voice.
    var adjustedLogOdds: Double
    /// What others made of it, which its own record leaves out: else they would weigh against it twice.
    var judged = Tally()
    /// How strongly it says that another held the place before.
    var news = 0.0

    /// From a source graded D, E or F, and not against the side that it favours.
    var isPoor: Bool { reliability >= .d && relation != .againstOwnSide && kind != .withdrew }

    /// Whether it may judge what others say: not where it serves the own side, and poor sources are too cheap.
    var isFair: Bool { relation != .forOwnSide && (reliability < .d || relation == .againstOwnSide) }

    /// Says that its bloc has left, or is not there.
    var speaksForOthers: Bool { kind == .withdrew || kind == .denies }

    /// What its record is kept under.
    struct RecordKey: Hashable {
        let voice: Int32
        let bloc: Int
        let kind: Kind
        let fightingSeen: Bool
        let isDoubtful: Bool
    }

    var recordKey: RecordKey {
        RecordKey(
            voice: voice, bloc: bloc, kind: kind, fightingSeen: fightingSeen,
            isDoubtful: credibility == .doubtful || credibility == .improbable)
    }
}

/// The chance that goes with log-odds.
func chance(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

/// The log-odds that go with a chance.
func logOdds(_ chance: Double) -> Double { log(chance / (1 - chance)) }
