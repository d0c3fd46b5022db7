/// What a name was found to mean.
package struct Resolution: Sendable {
    package enum Status: String, Sendable {
        /// One place is meant, `candidates[0]`.
        case resolved
        /// Several could be meant, or none of them; likeliest first.
        case ambiguous
        /// No place bears the name; the candidates are what comes nearest: "did you mean".
        case notFound = "not_found"
        /// The query could not be read.
        case error
    }

    package let status: Status
    /// Likeliest first.
    package let candidates: [Candidate]
    /// Why the first candidate was chosen, or why none was.
    package let reason: String

    package struct Candidate: Sendable {
        package let placeIndex: Int
        /// Further listings of the same place.
        package let otherIndices: [Int]
        /// The spelling of the gazetteer that came nearest.
        package let spelling: PlaceName
        package let rule: MatchRule
        /// Of the candidates given with this probability, that share is meant.
        package let probability: Double
        /// Distance to the nearest of the places given as context.
        package let distanceToContextInMetres: Double?
        /// Which of the names in a string of two names matched.
        let part: Int
        /// The letters tell a slip of the fingers rather than another spelling.
        var isTypedBadly = false
    }

    /// The answer to a query that could not be read.
    package init(problem: String) {
        self.init(status: .error, candidates: [], reason: problem)
    }

    init(status: Status, candidates: [Candidate], reason: String) {
        self.status = status
        self.candidates = candidates
        self.reason = reason
    }

    package var best: Candidate? { status == .resolved ? candidates.first : nil }

    /// What may have been meant, where nothing bears the name.
    package var suggestions: [Candidate] {
        status == .resolved || candidates.first.map { $0.rule < .spelling } ?? true
            ? [] : candidates.filter { $0.probability >= Self.leastSuggestion }
    }

    /// A place less likely than this is not suggested.
    static let leastSuggestion = 0.05
}

/// Which rule made two spellings the same, best first.
package enum MatchRule: Int, Comparable, Sendable {
    case exact, folded, withoutArticle, spelling, position

    package static func < (a: MatchRule, b: MatchRule) -> Bool { a.rawValue < b.rawValue }

    package var sentence: String {
        switch self {
        case .exact: "same spelling"
        case .folded: "same but for case, marks, hyphens and letter variants"
        case .withoutArticle: "same but for the article or the word for what it is"
        case .spelling: "another spelling"
        case .position: "no name was given, only where it lies"
        }
    }
}
