#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One name of a report, as written, with what the report says of where it lies.
package struct Mention {
    package var name: String
    /// "north of Aleppo", "قرب اعزاز": place names in it draw the answer towards them.
    package var hint: String
    package var context: MatchContext

    package init(name: String, hint: String = "", context: MatchContext = .none) {
        self.name = name
        self.hint = hint
        self.context = context
    }
}

extension NameMatcher {
    /// A place that may be the centre of a report, or that hints at it.
    private struct Anchor {
        var latitude: Double
        var longitude: Double
    }

    /// What a hint says: somewhere near one of these.
    private struct Pull {
        var places: [(anchor: Anchor, share: Double)]
        var kernel: NearnessKernel
    }

    /// The places that the names of one report mean, found together.
    ///
    /// The report is about some neighbourhood: each candidate in turn is tried as its centre, and every name is judged by
    /// how well it fits there. Answers are averaged over the centres, so doubt about the centre is doubt about the answer.
    package func resolve(_ mentions: [Mention], limit: Int = 10) -> [Answer] {
        var lists: [[Group]] = []
        var first: [String: Int] = [:]
        var owner: [Int] = []
        var pulls: [Pull] = []
        var hints: Set<String> = []
        for mention in mentions {
            let key = mention.name + "\u{1}" + (mention.context.isEmpty ? "" : "\(mention.context)")
            if let known = first[key] {
                owner.append(known)
            } else {
                first[key] = lists.count
                owner.append(lists.count)
                var text = mention.name
                lists.append(
                    text.withUTF8 {
                        Array(groups(scored($0, context: mention.context), context: mention.context).prefix(60))
                    })
            }
            for hint in [mention.hint, trailingHint(in: mention.name)] where !hint.isEmpty {
                if hints.insert(hint).inserted { pulls += pull(of: hint) }
            }
        }
        if lists.count + pulls.count > 1 { together(&lists, pulls) }
        return owner.map { answer(lists[$0], limit: limit) }
    }

    /// The places that a name may mean, the best sixty.
    func listed(_ name: String, context: MatchContext) -> [Group] {
        var name = name
        return name.withUTF8 { Array(groups(scored($0, context: context), context: context).prefix(60)) }
    }

    /// Judges the lists of the names of one report together, by each other and by the hints.
    func settle(_ lists: inout [[Group]], hints: [String]) {
        let pulls = hints.flatMap { pull(of: $0) }
        if lists.count + pulls.count > 1 { together(&lists, pulls) }
    }

    /// Replaces the log-odds of every group by those in the light of the others.
    private func together(_ lists: inout [[Group]], _ pulls: [Pull]) {
        var centres: [Anchor] = []
        for list in lists {
            for group in list.prefix(12) where group.logit > (list[0].logit - 9) {
                centres.append(Anchor(latitude: group.latitude, longitude: group.longitude))
            }
        }
        for pull in pulls { centres += pull.places.prefix(3).map(\.anchor) }
        guard !centres.isEmpty else { return }
        let kernel = NearnessKernel.report
        var weights: [Double] = []
        var odds: [[[Double]]] = []
        var nones: [[Double]] = []
        for centre in centres {
            var weight = 0.0
            var own: [[Double]] = []
            var none: [Double] = []
            for list in lists {
                var values: [Double] = []
                var total = 1.0
                var listed = 1.0
                for group in list {
                    let distance = RoughDistance.kilometres(
                        centre.latitude, centre.longitude, group.latitude, group.longitude)
                    let ratio = kernel.ratio(distance)
                    let value = exp(min(40, group.logit))
                    values.append(value * ratio)
                    total += value * ratio
                    listed += value * Self.tempered(ratio, group)
                }
                weight += log(total)
                own.append(values)
                none.append(1 / listed)
            }
            for pull in pulls {
                var total = 0.0
                for place in pull.places {
                    let distance = RoughDistance.kilometres(
                        centre.latitude, centre.longitude, place.anchor.latitude, place.anchor.longitude)
                    total += place.share * pull.kernel.ratio(distance)
                }
                weight += log(total)
            }
            weights.append(weight)
            odds.append(own)
            nones.append(none)
        }
        let top = weights.max() ?? 0
        weights = weights.map { exp($0 - top) }
        let sum = weights.reduce(0, +)
        for list in lists.indices {
            var shares = [Double](repeating: 0, count: lists[list].count)
            var none = 0.0
            for (centre, weight) in weights.enumerated() where weight > 1e-9 * sum {
                let values = odds[centre][list]
                let total = max(1e-300, values.reduce(0, +))
                let listed = 1 - nones[centre][list]
                for (place, value) in values.enumerated() { shares[place] += weight / sum * listed * value / total }
                none += weight / sum * nones[centre][list]
            }
            for place in shares.indices { lists[list][place].logit = log(max(1e-12, shares[place]) / max(1e-12, none)) }
            lists[list].sort { ($1.logit, $0.scored.place) < ($0.logit, $1.scored.place) }
        }
    }

    /// Company makes it likelier that a name is listed at all; for another spelling only so far, since some look-alike lies
    /// near any centre.
    private static func tempered(_ ratio: Double, _ group: Group) -> Double {
        group.form.sameLetters || group.form.cost == 0 && !group.form.mixedScript ? ratio : min(ratio, cap)
    }

    private static let cap = 40.0

    /// The last words of a name that is not listed as a whole: "Soran Azaz" is the Soran near Azaz.
    private func trailingHint(in name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last else { return "" }
        var name = name
        let folded = foldedForExact
        name.withUTF8 { reader.read($0, into: folded) }
        return search.forms(withLetters: folded).isEmpty ? String(last) : ""
    }

    /// Well-known places named in a hint.
    private func pull(of hint: String) -> [Pull] {
        var pulls: [Pull] = []
        let words = hint.split { " ,،.()-–".contains($0) }.map(String.init)
        var index = 0
        while index < words.count {
            var taken = 1
            for length in [2, 1] where index + length <= words.count {
                let text = words[index..<(index + length)].joined(separator: " ")
                if let pull = pull(named: text) ?? (length == 1 ? stripped(text).flatMap(pull(named:)) : nil) {
                    pulls.append(pull)
                    taken = length
                    break
                }
            }
            index += taken
        }
        return pulls
    }

    /// Without the Arabic prepositions ب, ل, و and without an apostrophe s.
    private func stripped(_ word: String) -> String? {
        if word.hasSuffix("'s") || word.hasSuffix("’s") { return String(word.dropLast(2)) }
        guard let first = word.first, "بلو".contains(first), word.count > 3 else { return nil }
        return String(word.dropFirst())
    }

    private func pull(named text: String) -> Pull? {
        var text = text
        let folded = foldedForExact
        text.withUTF8 { reader.read($0, into: folded) }
        guard folded.letterCount > 2 else { return nil }
        rules.findRoles(folded)
        guard folded.words.contains(where: { $0.role == .core || $0.role == .generic }) else { return nil }
        var places: [(anchor: Anchor, share: Double)] = []
        var isDistrict = false
        for form in search.forms(withLetters: folded) {
            for number in index.namesOf(form: form) {
                let place = index.places[Int(index.names[number].place)]
                let isAdmin =
                    place.kind == GazetteerPlace.Kind.region.rawValue
                    || place.kind == GazetteerPlace.Kind.county.rawValue
                guard place.kind != GazetteerPlace.Kind.country.rawValue, isAdmin || place.population > 3000 else {
                    continue
                }
                if isAdmin { isDistrict = true }
                let anchor = Anchor(latitude: Double(place.latitude) / 1e7, longitude: Double(place.longitude) / 1e7)
                places.append((anchor, 1))
            }
        }
        if places.isEmpty { return nil }
        let share = 1 / Double(places.count)
        return Pull(places: places.map { ($0.anchor, share) }, kernel: isDistrict ? .district : .hint)
    }
}
