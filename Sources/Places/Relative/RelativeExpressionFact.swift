import Rows

/// Why a text is no relative expression.
package enum RelativeExpressionFact: Error, ProblemFact, Equatable {
    case empty
    case tooLong(words: Int)
    /// Nothing in it says a distance, a direction, between, near, a road or a part of a place.
    case nothingRelative(text: String)
    /// Read up to `offset` (UTF-8); there one of `expected` should stand.
    case unexpected(seen: String, offset: Int, expected: [String])
    /// "On the road to Aleppo": from where?
    case roadNeedsTwoEnds(anchor: String)
    /// "Aazaz-al-Bab road" or بين وادي ومارع: it could be cut in several ways.
    case severalCuts(text: String)
    case distanceTooLarge(text: String, limitInKilometres: Int)
    case notOrthogonal
    /// "-5 km east of Aazaz": to the other side, or a dash?
    case minus(text: String)
}
