extension NameMatcher {
    /// The one answer to a name, for lists of names: no strings, no candidates.
    package struct Best: Sendable {
        package let place: Int
        package let probability: Double
        package let outcome: Answer.Outcome
    }

    /// A suggestion is given in a list if it is at least this likely …
    static let leastSuggestion = 0.2
    /// … and has this share of what is not "none".
    static let leastShare = 0.3

    /// The best place, or nil where nothing listed is likely to be meant.
    ///
    /// `outcome` tells a match from several places of one name (`ambiguous`) and from a likely typing error
    /// (`didYouMean`): only a match may be used without a warning.
    package func best(_ name: UnsafeBufferPointer<UInt8>, context: MatchContext = .none) -> Best? {
        if context.isEmpty, let exact = exact(name) { return exact }
        let groups = self.groups(scored(name, context: context), context: context)
        guard let first = groups.first else { return nil }
        let (shares, none) = shares(of: groups)
        let outcome = self.outcome(shares, none)
        if outcome == .notFound { return nil }
        if outcome == .didYouMean, shares[0] < Self.leastSuggestion || shares[0] < Self.leastShare * (1 - none) {
            return nil
        }
        return Best(place: Int(first.scored.place), probability: shares[0], outcome: outcome)
    }
}
