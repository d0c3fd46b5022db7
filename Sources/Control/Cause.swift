package import Reports

/// Why a report counts as it does. Facts only; `Cause+Wording` has the words.
package enum Cause: Hashable, Sendable {
    case clash, strike, denialOfNobodyNamed, edge
    case corrected(by: String)
    case datedAhead
    case contradictsItself
    case copies(String)
    case repeats(String)
    case crowd
    case ofALaterDay
    case weighed(Grounds)

    /// What made the weight of a report.
    package struct Grounds: Hashable, Sendable {
        /// Nil where no source is graded.
        package let reliability: Reliability?
        package let credibility: Credibility
        let relation: Statement.Relation
        let fightingSeen: Bool
        let followsAdmission: Bool
        let isRedated: Bool
        let isDenial: Bool
        let isDatedLater: Bool
        /// The canton that it speaks of, where it is not the place itself.
        let area: String?
        /// By grades and leaning alone, and by the record of its voice too.
        let byGrades: Double
        let adjusted: Double
        let record: Record?
    }
}
