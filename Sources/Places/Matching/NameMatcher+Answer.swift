#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension NameMatcher {
    /// When an answer is given without a warning.
    enum Threshold {
        /// A match is at least this likely …
        static let match = 0.9
        /// … and that nothing listed is meant at most this.
        static let none = 0.1
        /// … and no other place is more likely than this: of two homonyms the one where things happen is not taken in
        /// silence.
        static let rival = 0.05
        /// A suggestion ("did you mean") is at least this likely …
        static let suggestion = 0.2
        /// … and has this share of what is not "none".
        static let suggestionShare = 0.3
    }

    /// Places further apart than this are two places, whatever their names.
    static let samePlaceKilometres = 2.0
    static let mostGroups = 120

    /// The places that a name may mean.
    ///
    /// - Parameters:
    ///   - name: in any spelling and script; two names of one place ("A / B") are read apart.
    ///   - limit: at most so many candidates.
    package func answer(_ name: String, context: MatchContext = .none, limit: Int = 10) -> Answer {
        var name = name
        return name.withUTF8 { answer($0, context: context, limit: limit) }
    }

    package func answer(_ name: UnsafeBufferPointer<UInt8>, context: MatchContext = .none, limit: Int = 10) -> Answer {
        answer(groups(scored(name, context: context), context: context), limit: limit)
    }

    /// A place with all its listings, and its log-odds.
    struct Group {
        var scored: Scored
        var form: FormScore
        /// Which of the names in the query matched.
        var part: Int
        var duplicates: [Int]
        var logit: Double
        var latitude: Double
        var longitude: Double
    }

    /// Merges listings of one place: within two kilometres, and not set apart by modifiers (upper, lower). Best first.
    func groups(_ scored: [Scored], context: MatchContext) -> [Group] {
        var groups: [Group] = []
        var order = scored.indices.map { (logit: Double(scored[$0].logit), at: $0) }
        order.sort { ($1.logit, scored[$0.at].place) < ($0.logit, scored[$1.at].place) }
        for (logit, at) in order.prefix(Self.mostGroups) {
            let item = scored[at]
            let place = index.places[Int(item.place)]
            let latitude = Double(place.latitude) / 1e7
            let longitude = Double(place.longitude) / 1e7
            var logit = logit
            if let evidence = context.evidence { logit += evidence(Int(item.place)) }
            // 0.02 degrees of latitude are more than two kilometres.
            if let known = groups.firstIndex(where: {
                abs($0.latitude - latitude) < 0.02 && isSameSort($0.form, $0.scored, item)
                    && RoughDistance.kilometres($0.latitude, $0.longitude, latitude, longitude)
                        <= Self.samePlaceKilometres
            }) {
                groups[known].duplicates.append(Int(item.place))
                // Either listing is the right answer: their chances add up.
                groups[known].logit += log(1 + exp(logit - groups[known].logit))
                continue
            }
            let form = forms[Int(item.form)]
            groups.append(
                Group(
                    scored: item, form: form, part: owner[Int(form.reading)], duplicates: [], logit: logit,
                    latitude: latitude, longitude: longitude))
        }
        // What speaks for a place, and listings that add up, may have changed the order.
        groups.sort { ($1.logit, $0.scored.place) < ($0.logit, $1.scored.place) }
        return groups
    }

    /// Not set apart by modifiers, and no district beside its town, no air base beside its village.
    private func isSameSort(_ form: FormScore, _ one: Scored, _ other: Scored) -> Bool {
        func sort(_ scored: Scored) -> Int {
            switch GazetteerPlace.Kind(rawValue: index.places[Int(scored.place)].kind) ?? .other {
            case .locality, .neighbourhood: 0
            case .country, .region, .county: 1
            case .other: 2
            }
        }
        return index.forms[Int(form.form)].modifiers == modifiers(other) && sort(one) == sort(other)
    }

    private func modifiers(_ scored: Scored) -> UInt32 { index.forms[Int(forms[Int(scored.form)].form)].modifiers }

    /// Probabilities of the groups, and that none of them is meant.
    func shares(of groups: [Group]) -> (shares: [Double], none: Double) {
        let top = max(0, groups.first?.logit ?? 0)
        var total = exp(-top)
        let shares = groups.map { exp($0.logit - top) }
        for share in shares { total += share }
        return (shares.map { $0 / total }, exp(-top) / total)
    }

    func answer(_ groups: [Group], limit: Int) -> Answer {
        let (shares, none) = shares(of: groups)
        let candidates = zip(groups, shares).prefix(limit).map { group, share in
            let name = index.names[Int(group.scored.name)]
            return Candidate(
                place: index.place(Int(group.scored.place)), name: index.string(name.text, Int(name.textLength)),
                language: index.languages[Int(name.language)], probability: share, duplicates: group.duplicates,
                score: group.form, isTypedBadly: isTypedBadly(group), part: group.part)
        }
        return Answer(outcome: outcome(shares, none), candidates: candidates, noneProbability: none)
    }

    func isTypedBadly(_ group: Group) -> Bool {
        (1...2).contains(group.form.letterEdits) && model.isTypedBadly(features(group.form))
    }

    func outcome(_ shares: [Double], _ none: Double) -> Answer.Outcome {
        guard let best = shares.first else { return .notFound }
        if none <= Threshold.none {
            let hasRival = shares.dropFirst().contains { $0 > Threshold.rival }
            return best >= Threshold.match && !hasRival ? .match : .ambiguous
        }
        let isWorth = best >= Threshold.suggestion && best >= Threshold.suggestionShare * (1 - none)
        return isWorth ? .didYouMean : .notFound
    }
}
