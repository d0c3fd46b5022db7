/// What the matcher says of one name.
package struct Answer: Sendable {
    package enum Outcome: String, Sendable {
        /// One place stands out.
        case match
        /// Several places bear the name; the context does not decide.
        case ambiguous
        /// No place bears the name, some come near: "did you mean …?".
        case didYouMean
        case notFound
    }

    package let outcome: Outcome
    /// The best first. Empty where nothing comes near.
    package let candidates: [Candidate]
    /// That the place meant is not listed at all.
    package let noneProbability: Double

    /// The place, if the matcher stands by one.
    package var place: MatchedPlace? { outcome == .match ? candidates.first?.place : nil }
}

/// A place that may be meant.
package struct Candidate: Sendable {
    package let place: MatchedPlace
    /// The spelling that came nearest, as the gazetteer has it.
    package let name: String
    package let language: String
    /// Of the answers given with this probability, that share is right.
    package let probability: Double
    /// Further numbers of the same place, listed twice in the gazetteer.
    package let duplicates: [Int]
    let score: FormScore
    /// The name is more likely typed badly than written in another way.
    package let isTypedBadly: Bool
    /// Which of the names in the query matched.
    let part: Int
}
