import Geometry

extension Resolver {
    /// From the candidates of one name, as they stand in the light of all that is known, to the answer and its reason.
    struct Verdict {
        let resolution: Resolution

        init(_ search: Search, groups: [NameMatcher.Group], hint: String?, isJoint: Bool, resolver: Resolver) {
            let matcher = resolver.matcher
            let query = search.query
            let (shares, none) = matcher.shares(of: groups)
            let told = max(Self.fewest, shares.firstIndex { $0 < Self.leastTold } ?? shares.count)
            let candidates = zip(groups, shares).prefix(min(told, resolver.limit)).map { group, share in
                Self.candidate(group, probability: share, query: query, resolver: resolver)
            }
            let outcome = matcher.outcome(shares, none)
            let wording = Wording(search, candidates: candidates, hint: hint, isJoint: isJoint)
            let isAlone = !isJoint && hint == nil && query.near.isEmpty
            // Upper and lower are never the same: with that word on one side only, it may be the twin.
            let isTwin = groups.first.map { $0.form.modifierGap > 0 || $0.form.modifierConflict > 0 } ?? false
            let isSure =
                !isTwin
                && (outcome == .match || Self.isTheOnlyOne(candidates, none)
                    || !query.near.isEmpty && (shares.first ?? 0) >= Self.sureNear && none <= 1 - Self.sureNear)
            switch outcome {
            case _ where isSure && search.isFar:
                resolution = Resolution(status: .ambiguous, candidates: candidates, reason: wording.far)
            case _ where isSure:
                resolution = Resolution(status: .resolved, candidates: candidates, reason: wording.resolved)
            case .ambiguous where isAlone && Self.isTheTown(candidates, resolver):
                resolution = Resolution(status: .resolved, candidates: candidates, reason: wording.town)
            case .ambiguous, .match:
                resolution = Resolution(status: .ambiguous, candidates: candidates, reason: wording.ambiguous)
            case .didYouMean where shares[0] >= Self.leastLikely && shares[0] >= Self.leastShare * (1 - none):
                resolution = Resolution(status: .ambiguous, candidates: candidates, reason: wording.likeNone)
            case .didYouMean, .notFound:
                resolution = Resolution(status: .notFound, candidates: candidates, reason: wording.notFound)
            }
        }

        /// A candidate that would be told with a probability of 0.0000 is not told …
        private static let leastTold = 0.00005
        /// … except where nothing comes near: then these few.
        private static let fewest = 3

        /// Whoever names a place nearby has looked for the nearest: this is sure enough.
        private static let sureNear = 0.75

        /// One place bears just that name, and what else comes near is spelt in another way.
        private static func isTheOnlyOne(_ candidates: [Resolution.Candidate], _ none: Double) -> Bool {
            guard let first = candidates.first, first.rule < .withoutArticle, first.probability >= 0.5, none <= 0.25
            else {
                return false
            }
            return !candidates.dropFirst().contains { $0.rule < .spelling && $0.probability >= 0.05 }
        }

        /// Without any context a name means the town rather than the villages that share it.
        private static func isTheTown(_ candidates: [Resolution.Candidate], _ resolver: Resolver) -> Bool {
            func isTown(_ candidate: Resolution.Candidate) -> Bool { resolver.kinds.kind(candidate.placeIndex).isTown }
            let rivals = candidates.dropFirst().filter { $0.probability >= 0.05 }
            return candidates[0].rule < .spelling && candidates[0].probability >= 0.6 && isTown(candidates[0])
                && !rivals.contains(where: isTown)
        }

        /// What is less likely than this is not found rather than in doubt …
        private static let leastLikely = 0.2
        /// … and so is what has a smaller share than this of all that could be meant.
        private static let leastShare = 0.3

        /// To the nearest of the points. Of many only those are measured that may be it: the rough distance is good to one
        /// per cent within a country.
        private static func distanceInMetres(to place: Coordinate, from points: [Coordinate]) -> Double? {
            let rough = points.map {
                RoughDistance.kilometres($0.latitude, $0.longitude, place.latitude, place.longitude)
            }
            let least = rough.min() ?? 0
            let isRoughEnough = points.count > 4 && least < 1000 && abs(place.latitude) < 60
            return zip(points, rough).lazy.filter { !isRoughEnough || $1 <= 1.1 * least + 0.1 }
                .map { Geodesic.distanceInMetres($0.0, place) }.min()
        }

        private static func candidate(
            _ group: NameMatcher.Group, probability: Double, query: Query, resolver: Resolver
        ) -> Resolution.Candidate {
            let index = resolver.gazetteer.names
            let matcher = resolver.matcher
            let name = index.names[Int(group.scored.name)]
            let text = index.string(name.text, Int(name.textLength))
            let language = index.languages[Int(name.language)]
            let form = group.form
            let rule: MatchRule
            if form.sameLetters {
                rule = text.unicodeScalars.elementsEqual(query.name.unicodeScalars) ? .exact : .folded
            } else {
                rule = form.cost == 0 && !form.mixedScript ? .withoutArticle : .spelling
            }
            let number = Int(group.scored.place)
            var distance: Double?
            if !query.near.isEmpty {
                let coordinate = Coordinate(longitude: group.longitude, latitude: group.latitude)
                distance = Self.distanceInMetres(to: coordinate, from: query.near)
            }
            return Resolution.Candidate(
                placeIndex: number, otherIndices: group.duplicates,
                spelling: PlaceName(text: text, language: language.isEmpty ? nil : language), rule: rule,
                probability: probability, distanceToContextInMetres: distance, part: group.part,
                isTypedBadly: matcher.isTypedBadly(group))
        }
    }
}
