/// Relations that begin with a distance.
extension RelativeParser {
    mutating func offset(at start: Int) -> Read? {
        let index = skip([.by, .inside], at: start)
        guard let stated = distance(at: index) ?? distance(at: start) else { return nil }
        var body = Body(.distance)
        body.distance = stated.value
        body.uses = [.init(role: "distance", range: stated.range)]
        var next = skip([.filler], at: skipConversion(at: stated.next))
        if let way = roadDistance(body, at: next) { return way }
        if let (_, after) = match(.byRoad, at: next) {
            body.isByRoad = true
            next = skip(at: after)
        }
        if let found = direction(at: next) {
            body.kind = .offset
            body.directions = [found.point]
            body.uses.append(.init(role: "direction", range: found.range))
            if let legs = orthogonal(body, at: found.next) { return legs }
            var behind = match(.of, at: found.next)?.next ?? found.next
            if let (_, after) = match(.outside, at: behind) {
                body.isFromEdge = true
                behind = after
            }
            guard let (anchor, end) = anchor(at: behind) else { return nil }
            body.anchors = [found.language == "ar" && behind == found.next ? withoutLam(anchor) : anchor]
            return adding(body, at: end)
        }
        guard let from = match(.outside, at: next) ?? match(.from, at: next) else {
            expect("a direction such as \"east of\", or \"from\"", at: next)
            return nil
        }
        body.isFromEdge = from.entry.role == .outside
        guard let (anchor, end) = anchor(at: from.next, stopping: Self.usualStops + [.to, .along, .byRoad]) else {
            return nil
        }
        body.anchors = [anchor]
        if let (_, after) = match(.byRoad, at: end), after == tokens.count || !isWord(.to, at: after) {
            body.isByRoad = true
            return adding(body, at: after)
        }
        if let onward = roadBehind(body, at: end) { return onward }
        // "10 km from Aazaz to the east", 10 كم عن أعزاز شرقا
        let after = tokens.indices.contains(end) && tokens[end].kind == .comma ? end + 1 : end
        if let (entry, behind) = match(.directionAfter, at: after), let point = CompassPoint(rawValue: entry.value) {
            body.kind = .offset
            body.directions = [point]
            body.uses.append(.init(role: "direction", range: span(after..<behind)))
            return adding(body, at: behind)
        }
        if isWord(.to, at: end), let found = direction(at: end) {
            body.kind = .offset
            body.directions = [found.point]
            body.uses.append(.init(role: "direction", range: found.range))
            return adding(body, at: found.next)
        }
        return adding(body, at: end)
    }

    /// "20 kilometers (12 miles)": the same distance again.
    private mutating func skipConversion(at index: Int) -> Int {
        guard index < tokens.count, tokens[index].kind == .openBracket, let again = distance(at: index + 1),
            again.next < tokens.count, tokens[again.next].kind == .closeBracket
        else { return index }
        return again.next + 1
    }

    /// "10 km north and 5 km east of Aazaz".
    private mutating func orthogonal(_ start: Body, at index: Int) -> Read? {
        let joint =
            match(.and, at: index)?.next ?? (index < tokens.count && tokens[index].kind == .comma ? index + 1 : index)
        guard joint > index, let second = distance(at: joint), let found = direction(at: second.next) else {
            return nil
        }
        let turn = abs(found.point.azimuthInDegrees - start.directions[0].azimuthInDegrees)
        guard turn == 90 || turn == 270 else {
            verdict = .notOrthogonal
            return nil
        }
        guard let (anchor, end) = anchor(at: match(.of, at: found.next)?.next ?? found.next) else { return nil }
        var body = start
        body.kind = .orthogonal
        body.secondDistance = second.value
        body.directions.append(found.point)
        body.anchors = [anchor]
        body.uses += [.init(role: "distance", range: second.range), .init(role: "direction", range: found.range)]
        return adding(body, at: end)
    }

    /// "10 km along the road from A to B".
    private mutating func roadDistance(_ start: Body, at index: Int) -> Read? {
        guard let (_, along) = match(.along, at: index), let (_, road) = match(.road, at: skip(at: along)) else {
            return nil
        }
        guard let (_, from) = match(.from, at: road), let ends = pair(at: from, joinedBy: [.to]) else { return nil }
        var body = start
        body.kind = .roadDistance
        body.isByRoad = true
        body.anchors = [ends.first, ends.second]
        body.uses.append(.init(role: "road", range: span(along..<road)))
        return adding(body, at: ends.next)
    }

    /// "10 km from A along the road to B".
    private mutating func roadBehind(_ start: Body, at index: Int) -> Read? {
        let along = match(.along, at: index)?.next ?? index
        guard let (_, road) = match(.road, at: skip(at: along)), let (_, to) = match(.to, at: road),
            let (anchor, end) = anchor(at: to)
        else { return nil }
        var body = start
        body.kind = .roadDistance
        body.isByRoad = true
        body.anchors.append(anchor)
        body.uses.append(.init(role: "road", range: span(along..<road)))
        return adding(body, at: end)
    }
}
