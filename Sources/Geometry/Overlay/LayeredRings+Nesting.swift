extension LayeredRings {
    /// Whether these are the rings of a polygon with which nothing is wrong at a glance: no two edges meet but neighbours at
    /// their common vertex, all rings lie in the first, and none of the others in another.
    ///
    /// Rings that touch in a vertex are right as well, and false here: that takes an ``Overlay`` to tell.
    ///
    /// - Complexity: O(n) for edges as they occur; false where they come near each other too often.
    package var nestOnce: Bool {
        guard count > 1 else { return true }
        if let (low, high) = box, Int64(high.x) - Int64(low.x) > 1_800_000_000 { return false }
        var table = VertexTable(minimumCapacity: points.count)
        for p in points {
            let known = table.points.count
            if Int(table.insert(p)) < known { return false }
        }
        // All vertices differ, so each has the number of its place.
        let segments = segmentsOfRings
        return !meet(segments) && lieInTheFirst(segments)
    }

    private var segmentsOfRings: [Segment] {
        var segments: [Segment] = []
        segments.reserveCapacity(points.count)
        for ring in 0..<count {
            let (first, end) = (starts[ring], starts[ring + 1])
            for v in first..<end {
                let next = v + 1 == end ? first : v + 1
                segments.append(
                    Segment(
                        from: Int32(truncatingIfNeeded: v), to: Int32(truncatingIfNeeded: next),
                        left: Int32(truncatingIfNeeded: ring), right: Segment.noCell, winding: 0))
            }
        }
        return segments
    }

    /// Whether two edges meet other than at their ends.
    private func meet(_ segments: [Segment]) -> Bool {
        let all = [Bool](repeating: true, count: segments.count)
        guard let grid = SegmentGrid(segments: segments, isSuspect: all, points: points) else { return false }
        let pairs = grid.nearPairs(segments, isSuspect: all, points: points, limit: Overlay.comparisonLimit)
        guard let pairs else { return true }
        var splits = SegmentSplits()
        return pairs.contains { i, k in
            let (one, other) = (segments[Int(i)], segments[Int(k)])
            let cross = splits.meet(
                i, points[Int(one.from)], points[Int(one.to)], k, points[Int(other.from)], points[Int(other.to)])
            return cross || !splits.all.isEmpty
        }
    }

    /// Whether the ray to the left of each ring's first vertex meets the inside of the outline first, or the outside of
    /// another ring of which that was found before.
    private func lieInTheFirst(_ segments: [Segment]) -> Bool {
        let rays = LeftwardRays(points: points, origin: segments.flatMap { [$0.from, $0.to] })
        let runsLeft = (0..<count).map { OverlayBuilder.doubledArea(ring($0)) > 0 }
        let firsts = (1..<count).map { ring($0).min()! }.sorted()
        return firsts.allSatisfy { first in
            guard let hit = rays.firstHit(from: first) else { return false }
            let ring = Int(segments[Int(hit >> 1)].left)
            let isInside = (hit & 1 == 0) == runsLeft[ring]
            return isInside == (ring == 0)
        }
    }
}
