/// What a name was found to mean.
package struct Resolution: Sendable {
    package enum Status: String, Sendable {
        /// One place is meant, `candidates[0]`.
        case resolved
        /// Several could be meant, likeliest first; nothing decides between them.
        case ambiguous
        case notFound = "not_found"
    }

    package let status: Status
    /// Likeliest first.
    package let candidates: [Candidate]
    /// Why the first candidate was chosen, or why none was.
    package let reason: String
    /// The nearest spellings, where nothing was found.
    package let suggestions: [Suggestion]

    package struct Suggestion: Sendable {
        package let name: String
        package let placeIndex: Int
    }

    package struct Candidate: Sendable {
        package let placeIndex: Int
        /// The spelling of the gazetteer that matched.
        package let spelling: PlaceName
        package let rule: MatchRule
        /// Distance to the nearest of the places given as context.
        package let distanceToContextInMetres: Double?
    }

    /// The answer to a query that could not be read.
    package init(problem: String) {
        self.init(status: .notFound, candidates: [], reason: problem, suggestions: [])
    }

    init(status: Status, candidates: [Candidate], reason: String, suggestions: [Suggestion]) {
        self.status = status
        self.candidates = candidates
        self.reason = reason
        self.suggestions = suggestions
    }

    package var best: Candidate? { status == .resolved ? candidates.first : nil }
}

/// Which rule made two spellings the same, best first.
package enum MatchRule: Int, Comparable, Sendable {
    case exact, folded, withoutArticle, withoutKind

    package static func < (a: MatchRule, b: MatchRule) -> Bool { a.rawValue < b.rawValue }

    package var sentence: String {
        switch self {
        case .exact: "same spelling"
        case .folded: "same but for case, marks, hyphens and letter variants"
        case .withoutArticle: "same but for the article"
        case .withoutKind: "same without the word for what it is"
        }
    }
}
