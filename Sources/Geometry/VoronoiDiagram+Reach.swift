internal import Glibc

/// Cutting each cell at a circle around its site.
///
/// On the edge between two cells both sites are equally far, so the circles of both meet the edge at the same two
/// points: a cut edge ends at one exit for both cells, and no intersections of circles have to be worked out.
extension VoronoiDiagram {
    /// One edge of a cell as seen from the cell, counter-clockwise.
    private struct Piece {
        var from: Int32
        var to: Int32
    }

    /// For each half-edge the edge of the diagram with the half-edge's start on its left; -1 when nothing of it is
    /// within reach.
    private struct Pieces {
        var from: [Int32]
        var to: [Int32]
    }

    mutating func cutAtReach(_ reach: Double, rim: Double?) {
        let within = trianglesWithin(reach)
        let count = delaunay.corners.count
        var pieces = Pieces(from: [Int32](repeating: -1, count: count), to: [Int32](repeating: -1, count: count))
        var start = [Int32](repeating: -1, count: sites)
        for e in 0..<count {
            let a = delaunay.corners[e]
            if a < sites { start[Int(a)] = Int32(e) }
            let twin = Int(delaunay.twins[e])
            guard e < twin else { continue }
            let b = delaunay.corners[twin]
            guard a < sites, b < sites else {
                if a < sites { isCut[Int(a)] = true }
                if b < sites { isCut[Int(b)] = true }
                continue
            }
            let (s, t) = (twin / 3, e / 3)
            var piece: Piece? = Piece(from: Int32(s), to: Int32(t))
            if !(within[s] && within[t]) {
                isCut[Int(a)] = true
                isCut[Int(b)] = true
                piece = cut(s, t, within[s], within[t], Int(a), Int(b), reach)
            }
            guard let piece else { continue }
            pieces.from[e] = piece.from
            pieces.to[e] = piece.to
            pieces.from[twin] = piece.to
            pieces.to[twin] = piece.from
            if touches(rim, piece.from, piece.to, slack: 0) {
                edges.append(Edge(from: piece.from, to: piece.to, left: a, right: b))
            }
        }
        // In the order given, on which the order of the edges depends.
        var siteOfGiven = [Int32](repeating: 0, count: sites)
        for site in 0..<sites { siteOfGiven[Int(given[site])] = Int32(site) }
        for site in siteOfGiven.lazy.map({ Int($0) }) where isCut[site] {
            addArcs(around: site, start: start[site], pieces, reach: reach, rim: rim)
        }
    }

    /// Whether the circumcentre of a triangle is within reach of its corners.
    private func trianglesWithin(_ reach: Double) -> [Bool] {
        (0..<delaunay.triangleCount).map { t in
            let site = Int(delaunay.corners[3 * t])
            let (dx, dy) = (x[t] - siteX[site], y[t] - siteY[site])
            return dx * dx + dy * dy <= reach * reach
        }
    }

    /// What is within reach of the edge between the circumcentres of triangles s and t.
    private mutating func cut(
        _ s: Int, _ t: Int, _ sWithin: Bool, _ tWithin: Bool, _ a: Int, _ b: Int, _ reach: Double
    ) -> Piece? {
        let (ex, ey) = (siteX[b] - siteX[a], siteY[b] - siteY[a])
        let squared = ex * ex + ey * ey
        guard squared < 4 * reach * reach else { return nil }
        // Along the bisector, with a on the left.
        let length = squared.squareRoot()
        let (ux, uy) = (-ey / length, ex / length)
        let (mx, my) = ((siteX[a] + siteX[b]) / 2, (siteY[a] + siteY[b]) / 2)
        let exit = (reach * reach - squared / 4).squareRoot()
        let sAlong = (x[s] - mx) * ux + (y[s] - my) * uy
        let tAlong = (x[t] - mx) * ux + (y[t] - my) * uy
        if !sWithin && !tWithin && !(sAlong < 0 && tAlong > 0) { return nil }
        func end(_ along: Double) -> Double { along > 0 ? exit : -exit }
        let from = sWithin ? Int32(s) : addVertex(mx + end(sAlong) * ux, my + end(sAlong) * uy)
        let to = tWithin ? Int32(t) : addVertex(mx + end(tAlong) * ux, my + end(tAlong) * uy)
        return Piece(from: from, to: to)
    }

    /// Closes a cut cell by arcs of its circle, drawn as chords.
    private mutating func addArcs(around site: Int, start: Int32, _ pieces: Pieces, reach: Double, rim: Double?) {
        var ring: [Piece] = []
        var e = start
        repeat {
            if pieces.from[Int(e)] >= 0 { ring.append(Piece(from: pieces.from[Int(e)], to: pieces.to[Int(e)])) }
            e = delaunay.twins[Int(Delaunay.previous(e))]
        } while e != start
        guard !ring.isEmpty else {
            addCircle(around: site, reach: reach, rim: rim)
            return
        }
        for gap in gaps(in: ring, around: site) {
            addArc(gap, around: site, reach: reach, rim: rim)
        }
    }

    private struct Gap {
        var from: Int32
        var to: Int32
        var startAngle: Double
        var sweep: Double
    }

    /// The arcs between the end of each piece and the start of the next.
    private func gaps(in ring: [Piece], around site: Int) -> [Gap] {
        let turn = 2 * Double.pi
        func angle(_ v: Int32) -> Double { atan2(y[Int(v)] - siteY[site], x[Int(v)] - siteX[site]) }
        func positive(_ a: Double) -> Double { a < 0 ? a + turn : a }
        var gaps: [Gap] = []
        var total = 0.0
        for (i, piece) in ring.enumerated() {
            let next = ring[(i + 1) % ring.count].from
            let end = angle(piece.to)
            // A short piece may come out with its ends swapped by rounding; it sweeps nothing then.
            let own = positive(end - angle(piece.from))
            total += own > turn - 0.1 ? 0 : own
            if piece.to == next { continue }
            let sweep = positive(angle(next) - end)
            gaps.append(Gap(from: piece.to, to: next, startAngle: end, sweep: sweep))
            total += sweep
        }
        // Two exits in nearly the same place may come out in the wrong order: an arc of nothing then looks like a full
        // turn. All pieces and arcs together make one turn, which tells.
        while total > turn + 1, let widest = gaps.indices.max(by: { gaps[$0].sweep < gaps[$1].sweep }),
            gaps[widest].sweep > turn - 0.1
        {
            gaps[widest].sweep = 0
            total -= turn
        }
        return gaps
    }

    /// Corners stand at fixed directions, so that an arc does not depend on where its neighbours cut it.
    private mutating func addArc(_ gap: Gap, around site: Int, reach: Double, rim: Double?) {
        let step = Circle.stepInRadians
        let margin = step / 10
        let first = Int(((gap.startAngle + margin) / step).rounded(.up))
        let last = Int(((gap.startAngle + gap.sweep - margin) / step).rounded(.down))
        var from = gap.from
        if first <= last {
            for k in first...last {
                let direction = Circle.direction(k)
                let to = addVertex(siteX[site] + reach * direction.x, siteY[site] + reach * direction.y)
                addChord(from: from, to: to, site: site, reach: reach, rim: rim)
                from = to
            }
        }
        addChord(from: from, to: gap.to, site: site, reach: reach, rim: rim)
    }

    private mutating func addCircle(around site: Int, reach: Double, rim: Double?) {
        let first = Int32(x.count)
        for k in 0..<Circle.steps {
            let direction = Circle.direction(k)
            _ = addVertex(siteX[site] + reach * direction.x, siteY[site] + reach * direction.y)
        }
        for k in 0..<Int32(Circle.steps) {
            let next = (k + 1) % Int32(Circle.steps)
            addChord(from: first + k, to: first + next, site: site, reach: reach, rim: rim)
        }
    }

    private mutating func addChord(from: Int32, to: Int32, site: Int, reach: Double, rim: Double?) {
        guard touches(rim, from, to, slack: reach / 10) else { return }
        edges.append(Edge(from: from, to: to, left: Int32(site), right: Tessellation.beyondReach))
    }

    /// Whether an edge may have a part within the rim. Edges shorter than the slack are judged by their ends.
    private func touches(_ rim: Double?, _ from: Int32, _ to: Int32, slack: Double) -> Bool {
        guard let rim else { return true }
        let limit = (rim + slack) * (rim + slack)
        let (px, py) = (x[Int(from)], y[Int(from)])
        let (qx, qy) = (x[Int(to)], y[Int(to)])
        if px * px + py * py <= limit || qx * qx + qy * qy <= limit { return true }
        // The nearest point of the segment to the origin.
        let (dx, dy) = (qx - px, qy - py)
        let t = -(px * dx + py * dy) / (dx * dx + dy * dy)
        guard t > 0, t < 1 else { return false }
        let (nx, ny) = (px + t * dx, py + t * dy)
        return nx * nx + ny * ny <= limit
    }
}
