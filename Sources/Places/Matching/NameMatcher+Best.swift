extension NameMatcher {
    /// The one answer to a name, for lists of names: no strings, no candidates.
    package struct Best: Sendable {
        package let place: Int
        package let probability: Double
        package let outcome: Answer.Outcome
    }

    /// Fewer spellings are compared with care where only the best one is asked for.
    private static let breadthOfLists = 16

    /// The best place, or nil where nothing listed is likely to be meant.
    ///
    /// `outcome` tells a match from several places of one name (`ambiguous`) and from a likely typing error
    /// (`didYouMean`): only a match may be used without a warning.
    package func best(_ name: UnsafeBufferPointer<UInt8>, context: MatchContext = .none) -> Best? {
        if context.isEmpty, let exact = exact(name) { return exact }
        let usual = breadth
        breadth = min(usual, Self.breadthOfLists)
        defer { breadth = usual }
        let groups = self.groups(scored(name, context: context), context: context)
        guard let first = groups.first else { return nil }
        let (shares, none) = shares(of: groups)
        let outcome = self.outcome(shares, none)
        if outcome == .notFound { return nil }
        return Best(place: Int(first.scored.place), probability: shares[0], outcome: outcome)
    }
}
