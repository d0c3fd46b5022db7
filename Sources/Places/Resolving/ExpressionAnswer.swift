import Geometry

extension Resolver {
    /// The answer to "a village 10 km east of Aazaz", given where a name is expected; nil where it is no such phrase.
    func answer(toExpression query: Query) -> Resolution? {
        guard let expression = try? RelativeExpression(parsing: query.name) else { return nil }
        if let name = expression.named?.name {
            var inner = query
            inner.name = name
            inner.hint = query.name
            return resolve(inner)
        }
        let locality = locator.locate(expression, near: query.near, within: query.within)
        guard let first = locality.readings.first else {
            return Resolution(status: .notFound, candidates: [], reason: locality.reason)
        }
        let candidates = first.inside.map { inside in
            let place = gazetteer.place(at: inside.placeIndex)
            return Resolution.Candidate(
                placeIndex: inside.placeIndex, otherIndices: [],
                spelling: PlaceName(text: place.name, language: nil), rule: .position,
                probability: inside.probability * first.probability,
                distanceToContextInMetres: query.near.map { Geodesic.distanceInMetres($0, place.coordinate) }.min(),
                part: 0)
        }
        let rule = first.region.rule.sentence
        guard let best = candidates.first else {
            return Resolution(
                status: .notFound, candidates: [], reason: "no place of the gazetteer lies there: \(rule)")
        }
        let isSure = best.probability >= 0.75 && locality.status == .located
        return Resolution(
            status: isSure ? .resolved : .ambiguous, candidates: candidates,
            reason: candidates.count == 1
                ? "the only place there: \(rule)" : "\(candidates.count) places lie there: \(rule)")
    }

    /// What the hint says of each place, or nil where it holds no relation to a place that is known.
    func evidence(ofHint hint: String, near: [Coordinate]) -> RelativeEvidence? {
        let key = near.isEmpty ? hint : "\(hint)\u{1F}\(near)"
        if let known = evidenceOfHint[key] { return known }
        let evidence = RelativeEvidence(hint: hint, locator: locator, near: near)
        // Hints repeat within a report and hardly beyond it.
        if evidenceOfHint.count > 4096 { evidenceOfHint.removeAll() }
        evidenceOfHint[key] = .some(evidence)
        return evidence
    }
}
