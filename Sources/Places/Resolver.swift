package import Geometry

/// Finds which place a name means.
///
/// Exact look-up of the folded spelling for now; `resolve(_:)` is where a matcher over unknown spellings takes its place.
package struct Resolver: Sendable {
    package let gazetteer: Gazetteer

    package struct Query: Sendable {
        package var name: String
        /// Places known to be near, such as Aazaz in "Kafrah near Aazaz".
        package var near: [Coordinate] = []
        /// How those places are called, for the reason.
        package var nearLabel: String?
        /// Only places of this unit: a district's name, or the id or name of a place with an area.
        package var within: String?

        package init(_ name: String) { self.name = name }
    }

    /// Beyond this distance a place is not "near" another: 60 km, two districts.
    static let nearLimitInMetres = 60_000.0

    package init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// The place that `query` means, or those that it could mean.
    ///
    /// Constant time for a name that is known. Where none is, the nearest spellings are looked for among all names,
    /// unless `suggesting` is false.
    package func resolve(_ query: Query, suggesting: Bool = true) -> Resolution {
        if let index = gazetteer.index(id: query.name) { return resolution(ofID: query.name, index, query) }
        let folding = Folding(query.name)
        let found = gazetteer.lookUp(folding)
        var best: [Int: (rule: MatchRule, name: Int)] = [:]
        func offer(_ reference: Gazetteer.NameReference, _ rule: MatchRule) {
            if let old = best[reference.place], (old.rule, old.name) <= (rule, reference.name) { return }
            best[reference.place] = (rule, reference.name)
        }
        for reference in found.equal {
            let text = gazetteer.places[reference.place].names[reference.name].text
            offer(reference, text.unicodeScalars.elementsEqual(query.name.unicodeScalars) ? .exact : .folded)
        }
        for reference in found.butArticle { offer(reference, .withoutArticle) }
        if best.isEmpty, let bare = KindWords.stripped(folding) {
            let found = gazetteer.lookUp(bare)
            for reference in found.equal + found.butArticle { offer(reference, .withoutKind) }
        }

        var places = best.keys.sorted()
        let unfiltered = places.count
        if let within = query.within {
            let unit = Unit(within, gazetteer: gazetteer)
            guard unit.isKnown else {
                return Resolution(
                    status: .notFound, candidates: [],
                    reason: "no district or canton is called \(within); known are "
                        + Unit.names(in: gazetteer).joined(separator: ", "),
                    suggestions: [])
            }
            places = places.filter { unit.contains(gazetteer.places[$0]) }
        }
        guard !places.isEmpty else {
            return Resolution(
                status: .notFound, candidates: [],
                reason: unfiltered > 0
                    ? "\(unfiltered) of that name, none within \(query.within ?? "")"
                    : "no place of that name is known",
                suggestions: suggesting ? suggestions(for: query.name) : [])
        }
        let candidates = places.map { index in
            Resolution.Candidate(
                placeIndex: index, spelling: gazetteer.places[index].names[best[index]!.name], rule: best[index]!.rule,
                distanceToContextInMetres: query.near.map {
                    Geodesic.distanceInMetres($0, gazetteer.places[index].coordinate)
                }.min())
        }
        return decide(candidates, query: query)
    }

    private func resolution(ofID id: String, _ index: Int, _ query: Query) -> Resolution {
        let place = gazetteer.places[index]
        let candidate = Resolution.Candidate(
            placeIndex: index, spelling: PlaceName(text: id, language: nil), rule: .exact,
            distanceToContextInMetres: query.near.map { Geodesic.distanceInMetres($0, place.coordinate) }.min())
        return Resolution(status: .resolved, candidates: [candidate], reason: "the place of that id", suggestions: [])
    }

    private func suggestions(for name: String) -> [Resolution.Suggestion] {
        gazetteer.closestNames(to: name).compactMap { suggestion in
            gazetteer.index(id: suggestion.place.id).map { .init(name: suggestion.name.text, placeIndex: $0) }
        }
    }

    /// Ranks by distance to the context where there is one, else by what is better known, and says whether that decides.
    private func decide(_ unsorted: [Resolution.Candidate], query: Query) -> Resolution {
        let candidates = unsorted.sorted { a, b in
            if let x = a.distanceToContextInMetres, let y = b.distanceToContextInMetres, x != y { return x < y }
            return (a.rule, -weight(a), gazetteer.places[a.placeIndex].id)
                < (b.rule, -weight(b), gazetteer.places[b.placeIndex].id)
        }
        func answer(_ status: Resolution.Status, _ reason: String) -> Resolution {
            Resolution(status: status, candidates: candidates, reason: reason, suggestions: [])
        }
        let label = query.nearLabel ?? "the places named beside it"
        let first = candidates[0]
        if let distance = first.distanceToContextInMetres {
            guard distance <= Self.nearLimitInMetres else {
                return answer(
                    .ambiguous, "the nearest of that name is \(kilometres(distance)) from \(label): too far to be sure")
            }
            guard candidates.count > 1, let second = candidates[1].distanceToContextInMetres else {
                return answer(.resolved, "the only place of that name, \(kilometres(distance)) from \(label)")
            }
            // Places of one name lie apart; the nearer one is meant unless both are about as near.
            if second > 2 * distance || second - distance > 15_000 {
                return answer(
                    .resolved,
                    "the nearest to \(label) of \(candidates.count) places of that name: \(kilometres(distance)), the next \(kilometres(second))"
                )
            }
            return answer(
                .ambiguous,
                "two places of that name are about as near to \(label): \(kilometres(distance)) and \(kilometres(second))"
            )
        }
        guard candidates.count > 1 else { return answer(.resolved, "the only place of that name") }
        if candidates[1].rule > first.rule, gazetteer.places[first.placeIndex].kind.isTown {
            return answer(.resolved, "the town of that name; \(candidates.count - 1) other, but for an article")
        }
        if weight(first) >= 100 * max(weight(candidates[1]), 1), first.rule == candidates[1].rule {
            return answer(.resolved, "the best known of \(candidates.count) places of that name")
        }
        return answer(
            .ambiguous, "\(candidates.count) places share the name; add --near to tell them apart")
    }

    /// How well known a place is: its people, or a guess by its kind.
    private func weight(_ candidate: Resolution.Candidate) -> Double {
        let place = gazetteer.places[candidate.placeIndex]
        if let population = place.population, population > 0 { return Double(population) }
        switch place.kind {
        case .city: return 100_000
        case .town: return 10_000
        case .village, .crossing, .base, .canton, .road: return 500
        default: return 100
        }
    }

    private func kilometres(_ metres: Double) -> String { Distance.text(inMetres: metres) }
}
