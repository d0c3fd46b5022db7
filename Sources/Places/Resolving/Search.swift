extension Resolver {
    /// The candidates of one query, with what its context says of each.
    struct Search {
        let query: Query
        /// Best first.
        var groups: [NameMatcher.Group]
        /// Nothing near bears the name, so these lie far away.
        var isFar = false
        /// The hint of the query gives a region.
        var isPlaced = false
        /// The last words name a better known place beside it: "Soran Azaz".
        private var tail: TailContext?
        /// How many bear the name outside of the unit that was asked for, where none does inside.
        var countOutside = 0

        /// A place further than this from all places given as context is not near them.
        static let nearLimitInKilometres = 60.0

        init(_ query: Query, in resolver: Resolver) {
            self.query = query
            let matcher = resolver.matcher
            var context = MatchContext()
            if let within = query.within {
                let unit = resolver.unit(within)
                context.admits = { unit.contains($0) }
            }
            let kind = KindEvidence(query.kind, name: query.name, resolver: resolver)
            if !kind.isEmpty { context.evidence = { kind.logOdds(of: $0) } }
            if let hint = query.hint, let region = resolver.evidence(ofHint: hint, near: query.near) {
                let index = resolver.gazetteer.names
                context.evidence = { kind.logOdds(of: $0) + region.weight(of: index.coordinate($0)).logOdds }
                isPlaced = true
            }
            if let region = TailContext(query.name, in: resolver) { tail = region }
            defer { tail?.weigh(&groups, index: resolver.gazetteer.names) }
            guard !query.near.isEmpty else {
                groups = matcher.listed(query.name, context: context)
                if query.within != nil, !Self.hasName(groups) {
                    var everywhere = context
                    everywhere.admits = nil
                    countOutside = matcher.listed(query.name, context: everywhere).count { $0.isSameName }
                }
                return
            }
            let index = resolver.gazetteer.names
            let near = Nearness(query.near, index: index)
            let (admits, evidence) = (context.admits, context.evidence)
            var local = context
            local.admits = { number in
                near.kilometres(to: number) <= Self.nearLimitInKilometres && admits?(number) ?? true
            }
            local.evidence = { number in near.logOdds(of: number) + (evidence?(number) ?? 0) }
            groups = matcher.listed(query.name, context: local)
            guard !Self.hasName(groups) else { return }
            // What lies far is meant only where nothing near comes close.
            context.admits = { number in
                near.kilometres(to: number) > Self.nearLimitInKilometres && admits?(number) ?? true
            }
            context.evidence = { number in (evidence?(number) ?? 0) - Self.oddsAgainstFar }
            let far = matcher.listed(query.name, context: context)
            let least = groups.first?.logit ?? -.infinity
            isFar = far.first.map { $0.logit > least } ?? false
            groups = (groups + far).sorted { ($1.logit, $0.scored.place) < ($0.logit, $1.scored.place) }
            if isFar, let first = far.first, first.logit + Self.oddsAgainstFar > 0 {
                // It is told that the name exists, far away.
                for index in groups.indices { groups[index].logit += Self.oddsAgainstFar }
            }
        }

        /// How much less likely a place is beyond the limit, in log-odds.
        private static let oddsAgainstFar = 7.0

        /// The likeliest bears just that name, or nearly.
        var hasName: Bool { Self.hasName(groups) }

        private static func hasName(_ groups: [NameMatcher.Group]) -> Bool {
            groups.first.map { $0.isSameName || $0.logit > 0 } ?? false
        }
    }
}

extension NameMatcher.Group {
    /// The spelling differs by habit only: case, marks, an article, the word for what it is.
    var isSameName: Bool { form.sameLetters || form.cost == 0 && !form.mixedScript }
}
