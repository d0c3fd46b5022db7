/// Roads, and parts of a place.
extension RelativeParser {
    mutating func road(at start: Int) -> Read? {
        var body = Body(.road)
        let index = skip([.inside, .along, .near, .filler], at: start)
        if let (entry, next) = match(.road, at: index) {
            body.uses = [.init(role: "road", range: span(index..<next))]
            let behind = skip(at: next)
            if let (_, between) = match(.between, at: behind) {
                guard let ends = pair(at: between, joinedBy: [.and, .to]) else { return nil }
                return roadRead(body, ends)
            }
            if let (_, from) = match(.from, at: behind) {
                guard let ends = pair(at: from, joinedBy: [.to]) else { return nil }
                return roadRead(body, ends)
            }
            if let (_, to) = match(.to, at: behind) {
                if let (anchor, _) = anchor(at: to) { verdict = .roadNeedsTwoEnds(anchor: anchor.text) }
                return nil
            }
            // طريق أعزاز - حلب
            guard entry.language == "ar" else { return nil }
            if let ends = pair(at: behind, joinedBy: [.to, .and]) { return roadRead(body, ends) }
            return nil
        }
        // "the Aazaz–Aleppo road": the word stands behind.
        guard
            let roadIndex = (index..<min(tokens.count, index + 2 * Self.nameLimit)).first(where: {
                isWord(.road, at: $0)
            }),
            roadIndex > index, let (entry, next) = match(.road, at: roadIndex), entry.language == "en"
        else { return nil }
        guard !(index..<roadIndex).contains(where: { isWord(.of, at: $0) || isWord(.near, at: $0) }) else { return nil }
        guard let ends = pair(at: index, joinedBy: [.to, .and], until: roadIndex), ends.next == roadIndex else {
            return nil
        }
        body.uses = [.init(role: "road", range: span(roadIndex..<next))]
        return roadRead(body, (ends.first, ends.second, next))
    }

    private func roadRead(
        _ body: Body, _ ends: (first: RelativeExpression.Anchor, second: RelativeExpression.Anchor, next: Int)
    ) -> Read {
        var body = body
        body.anchors = [ends.first, ends.second]
        return adding(body, at: ends.next)
    }

    /// Outskirts, countryside, entrance; the direction stands before the word, or in Arabic behind the anchor.
    mutating func part(at start: Int) -> Read? {
        let index = skip([.inside, .filler], at: start)
        let before = match(.direction, at: index)
        let wordIndex = skip(at: before?.next ?? index)
        if let (entry, next) = match(.part, at: wordIndex), let kind = RelativeExpression.Kind(rawValue: entry.value) {
            var body = Body(kind)
            body.uses = [.init(role: "part", range: span(wordIndex..<next))]
            note(before, index, &body)
            // الريف الشمالي لحلب
            var behind = next
            if before == nil, let adjective = match(.direction, at: next), adjective.entry.language == "ar" {
                note(adjective, next, &body)
                behind = adjective.next
            }
            let of = match(.of, at: behind)
            guard of != nil || entry.language == "ar" else {
                expect("\"of\" and the name of a place", at: behind)
                return nil
            }
            let stops = Self.usualStops + (entry.language == "ar" && body.directions.isEmpty ? [.direction] : [])
            guard let (anchor, end) = anchor(at: of?.next ?? behind, stopping: stops) else { return nil }
            body.anchors = [entry.language == "ar" && of == nil && behind > next ? withoutLam(anchor) : anchor]
            // ريف حلب الشمالي
            if body.directions.isEmpty, let adjective = match(.direction, at: end), adjective.entry.language == "ar" {
                note(adjective, end, &body)
                return adding(body, at: adjective.next)
            }
            return adding(body, at: end)
        }
        return possessive(at: start) ?? named(before, index, wordIndex)
    }

    private func note(_ found: (entry: RelativeWords.Entry, next: Int)?, _ index: Int, _ body: inout Body) {
        guard let found, let point = CompassPoint(rawValue: found.entry.value) else { return }
        body.directions = [point]
        body.uses.append(.init(role: "direction", range: span(index..<found.next)))
    }

    /// "Aazaz's northern outskirts".
    private mutating func possessive(at start: Int) -> Read? {
        let first = skip([.inside, .filler], at: start)
        let bound = min(tokens.count, first + Self.nameLimit)
        guard let owner = (first..<max(first, bound)).first(where: { tokens[$0].stemEnd != nil }) else { return nil }
        for index in first..<owner {
            guard tokens[index].word != nil || tokens[index].kind == .hyphen, !isWord(.inside, at: index) else {
                return nil
            }
        }
        let direction = match(.direction, at: owner + 1)
        let wordIndex = direction?.next ?? owner + 1
        guard let (entry, next) = match(.part, at: wordIndex),
            let kind = RelativeExpression.Kind(rawValue: entry.value),
            let stemEnd = tokens[owner].stemEnd
        else { return nil }
        var body = Body(kind)
        let range = tokens[first].range.lowerBound..<stemEnd
        body.anchors = [.init(text: written(range), range: range)]
        body.uses = [.init(role: "part", range: span(wordIndex..<next))]
        note(direction, owner + 1, &body)
        return adding(body, at: next)
    }

    /// "Northern Aleppo countryside", "Aazaz countryside".
    private mutating func named(
        _ direction: (entry: RelativeWords.Entry, next: Int)?, _ index: Int, _ first: Int
    ) -> Read? {
        let bound = min(tokens.count, first + 2 * Self.nameLimit)
        guard let wordIndex = (first..<max(first, bound)).first(where: { isWord(.part, at: $0) }), wordIndex > first,
            let (entry, next) = match(.part, at: wordIndex), entry.language == "en",
            let kind = RelativeExpression.Kind(rawValue: entry.value),
            // "Aleppo's northern countryside of …" and "10 km from the outskirts" are other things.
            !(first..<wordIndex).contains(where: {
                isWord(.of, at: $0) || isWord(.near, at: $0) || isWord(.inside, at: $0)
            })
        else { return nil }
        var body = Body(kind)
        var last = wordIndex
        // "Aleppo northern countryside"
        if direction == nil, last - 1 > first, let adjective = match(.direction, at: last - 1),
            adjective.next == wordIndex
        {
            last -= 1
            note(adjective, last, &body)
        } else {
            note(direction, index, &body)
        }
        guard let (anchor, end) = anchor(at: first, until: last), end == last else { return nil }
        body.anchors = [anchor]
        body.uses.append(.init(role: "part", range: span(wordIndex..<next)))
        return adding(body, at: next)
    }
}
