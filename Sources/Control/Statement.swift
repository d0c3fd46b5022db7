import Glibc
import Reports

/// One report's word on who holds a place, ready to be weighed.
struct Statement {
    enum Kind: String, Hashable {
        case holds, contested, present, withdrew
    }

    /// How what is said stands to the side that its source favours.
    enum Relation {
        case forOwnSide, againstOwnSide, neutral
    }

    let reportIndex: Int
    let kind: Kind
    /// Index among the model's sides.
    let side: Int
    /// Whom the place is said to have been taken from.
    let against: Int?
    let actor: String
    let source: String
    /// Who really speaks: the source, or the one that it copies. All that nobody can grade speak with one voice.
    var voice: String
    /// When it is said to be so, in days since 1970; a day without a time counts from its noon.
    let time: Double
    let published: Double
    let precision: DatePrecision
    let extent: Extent?
    let relation: Relation
    let reliability: Reliability
    let credibility: Credibility
    /// Others reported that its side fought there at the time.
    let fightingSeen: Bool
    /// The canton that the report speaks of, where it is not the place itself.
    let area: String?
    /// By the grades, the leaning and the fighting alone.
    let logOdds: Double
    /// Why it is not counted, where it is not: a copy, a repetition.
    var folded: String?
    /// `logOdds` adjusted by the record of its voice.
    var adjustedLogOdds: Double
    /// How strongly it says that another held the place before.
    var news = 0.0

    /// From a source graded D, E or F, and not against the side that it favours.
    var isPoor: Bool { reliability >= .d && relation != .againstOwnSide && kind != .withdrew }

    /// What its record is kept under.
    struct RecordKey: Hashable {
        let voice: String
        let side: Int
        let kind: Kind
        let fightingSeen: Bool
        let isDoubtful: Bool
    }

    var recordKey: RecordKey {
        RecordKey(
            voice: voice, side: side, kind: kind, fightingSeen: fightingSeen,
            isDoubtful: credibility == .doubtful || credibility == .improbable)
    }
}

/// The chance that goes with log-odds.
func chance(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

/// The log-odds that go with a chance.
func logOdds(_ chance: Double) -> Double { log(chance / (1 - chance)) }
