package import Geometry

/// Finds the places that a name may mean. The one thing that relative expressions ask of name matching.
package protocol AnchorLookup {
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

/// The resolver as an `AnchorLookup`.
package struct ResolverLookup: AnchorLookup {
    private let resolver: Resolver

    package init(_ resolver: Resolver) { self.resolver = resolver }

    /// A candidate less likely than this is no anchor.
    private static let leastProbability = 0.05

    package func places(named name: String, near: [Coordinate], within: String?) -> AnchorAnswer {
        var query = Resolver.Query(name)
        query.near = near
        query.within = within
        var answer = resolver.resolve(query)
        if answer.status == .notFound, within != nil {
            query.within = nil
            answer = resolver.resolve(query)
        }
        let names = answer.suggestions.prefix(5).map { candidate in
            let place = resolver.gazetteer.place(at: candidate.placeIndex)
            let spelling = candidate.spelling.text
            return spelling == place.name ? place.name : "\(spelling) = \(place.name)"
        }
        let meant =
            names.isEmpty || answer.status != .notFound ? "" : "; did you mean \(names.joined(separator: ", "))?"
        // What is not found is not guessed at.
        let candidates = answer.status == .notFound ? [] : answer.candidates
        return AnchorAnswer(
            candidates: candidates.filter { $0.probability >= Self.leastProbability }
                .map { .init(placeIndex: $0.placeIndex, probability: $0.probability) },
            reason: answer.reason + meant)
    }
}
