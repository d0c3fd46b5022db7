/// The relations, one function each. Each gives what it read and the token behind it, or nil.
extension RelativeParser {
    typealias Read = (body: Body, next: Int)

    mutating func body(at start: Int) -> Read? {
        let index = skip([.filler], at: start)
        return offset(at: start) ?? (index > start ? offset(at: index) : nil) ?? within(at: index) ?? part(at: start)
            ?? between(at: index) ?? road(at: start) ?? heading(at: index) ?? near(at: index)
    }

    /// The direction at a token, after "to the".
    func direction(at start: Int) -> (point: CompassPoint, language: String, range: Range<Int>, next: Int)? {
        let index = skip([.filler, .to, .inside], at: start)
        guard let (entry, next) = match(.direction, at: index), let point = CompassPoint(rawValue: entry.value) else {
            return nil
        }
        return (point, entry.language, span(index..<next), next)
    }

    private mutating func within(at start: Int) -> Read? {
        guard let (_, next) = match(.within, at: start), let stated = distance(at: skip(at: next)) else { return nil }
        guard let (_, of) = match(.of, at: stated.next), let (anchor, end) = anchor(at: of) else {
            expect("\"of\" and the name of a place", at: stated.next)
            return nil
        }
        var body = Body(.within)
        body.distance = stated.value
        body.anchors = [anchor]
        body.uses = [
            .init(role: "within", range: span(start..<next)), .init(role: "distance", range: stated.range),
        ]
        return adding(body, at: end)
    }

    private mutating func heading(at start: Int) -> Read? {
        guard let found = direction(at: start) else { return nil }
        var body = Body(.heading)
        body.directions = [found.point]
        body.uses = [.init(role: "direction", range: found.range)]
        let of = match(.of, at: found.next)
        guard of != nil || found.language == "ar" else {
            expect(
                "\"of\" (\"north of Aleppo\"); for a part of it, \"the northern outskirts of Aleppo\"", at: found.next)
            return nil
        }
        guard let (anchor, end) = anchor(at: of?.next ?? found.next, stopping: Self.usualStops + [.by]) else {
            return nil
        }
        body.anchors = [of == nil ? withoutLam(anchor) : anchor]
        // "east of Aazaz by 10 km", شرق أعزاز ب 10 كم
        var behind = end
        if behind < tokens.count, tokens[behind].kind == .comma { behind += 1 }
        behind = match(.by, at: behind)?.next ?? behind
        if behind <= tokens.count, let stated = distance(at: behind) {
            body.kind = .offset
            body.distance = stated.value
            body.uses.append(.init(role: "distance", range: stated.range))
            return adding(body, at: stated.next)
        }
        return adding(body, at: end)
    }

    private mutating func near(at start: Int) -> Read? {
        guard let (_, next) = match(.near, at: start), let (anchor, end) = anchor(at: next) else { return nil }
        var body = Body(.near)
        body.anchors = [anchor]
        body.uses = [.init(role: "near", range: span(start..<next))]
        return adding(body, at: end)
    }

    private mutating func between(at start: Int) -> Read? {
        var body = Body(.between)
        var index = start
        if let (_, next) = match(.halfway, at: index) {
            body.kind = .halfway
            body.uses.append(.init(role: "halfway", range: span(index..<next)))
            index = skip(at: next)
        }
        let joint: RelativeWords.Class
        if let (_, next) = match(.between, at: index) {
            joint = .and
            body.uses.append(.init(role: "between", range: span(index..<next)))
            index = next
        } else if body.kind == .halfway, let (_, next) = match(.from, at: index) {
            joint = .to
            index = next
        } else {
            return nil
        }
        guard let ends = pair(at: index, joinedBy: [joint]) else { return nil }
        body.anchors = [ends.first, ends.second]
        return adding(body, at: ends.next)
    }

    /// Notes where the anchors stand.
    func adding(_ body: Body, at next: Int) -> Read {
        var body = body
        body.uses += body.anchors.map { .init(role: "anchor", range: $0.range) }
        return (body, next)
    }
}
