package import Geometry

/// Finds the places that a name may mean. The one thing that relative expressions ask of name matching.
package protocol AnchorLookup: Sendable {
    /// The places, likeliest first, with probabilities that sum up to at most 1; empty where the name is not known.
    ///
    /// - Parameters:
    ///   - near: points that the place is likely to be near; may be empty.
    ///   - within: a district or governorate that the text names; to be passed over where it is not known.
    func places(named name: String, near: [Coordinate], within: String?) -> AnchorAnswer
}

package struct AnchorAnswer: Sendable {
    package struct Candidate: Sendable {
        package let placeIndex: Int
        package let probability: Double

        package init(placeIndex: Int, probability: Double) {
            self.placeIndex = placeIndex
            self.probability = probability
        }
    }

    package let candidates: [Candidate]
    /// Why these, or why none; with "did you mean" where there is something to mean.
    package let reason: String

    package init(candidates: [Candidate], reason: String) {
        self.candidates = candidates
        self.reason = reason
    }
}

/// The exact matcher as an `AnchorLookup`. Its probabilities are plain guesses: 0.95 for what it calls resolved, equal
/// shares for what it calls ambiguous.
package struct ResolverLookup: AnchorLookup {
    private let resolver: Resolver

    package init(_ resolver: Resolver) { self.resolver = resolver }

    package func places(named name: String, near: [Coordinate], within: String?) -> AnchorAnswer {
        var query = Resolver.Query(name)
        query.near = near
        query.within = within
        var answer = resolver.resolve(query)
        if answer.candidates.isEmpty, within != nil {
            query.within = nil
            answer = resolver.resolve(query)
        }
        var candidates: [AnchorAnswer.Candidate] = []
        for (rank, candidate) in answer.candidates.enumerated() {
            let rest = Double(max(1, answer.candidates.count - 1))
            let probability =
                answer.status == .resolved ? (rank == 0 ? 0.95 : 0.05 / rest) : 1 / Double(answer.candidates.count)
            candidates.append(.init(placeIndex: candidate.placeIndex, probability: probability))
        }
        let names = answer.suggestions.map { suggestion in
            let place = resolver.gazetteer.places[suggestion.placeIndex]
            return suggestion.name == place.name ? place.name : "\(suggestion.name) = \(place.name)"
        }
        return AnchorAnswer(
            candidates: candidates,
            reason: answer.reason + (names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", "))?"))
    }
}
