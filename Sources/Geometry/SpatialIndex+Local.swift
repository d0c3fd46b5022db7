extension SpatialIndex {
    /// A point that may be among those sought: its place in the tree, and its distance by the local formula.
    struct Candidate {
        var squareMetres: Double
        var k: Int32
    }

    /// A node still to be looked into, and a bound to its points.
    private struct Node {
        var squareMetres: Double
        var node: Int32
        var level: Int32
    }

    /// More open nodes, or more points at one distance, than fit on the stack: the general way takes over.
    private static let nodeRoom = 1024
    private static let spareRoom = 128

    /// The nearest by the local formula, then by geodesics where that leaves a doubt. Nil where fewer than `count` lie
    /// within its reach and more are wanted, and where there is no room to work.
    func nearest(_ metric: LocalMetric, count wanted: Int, limitInMetres: Double) -> [Hit]? {
        guard wanted <= 4096 else { return nil }
        let reach = min(limitInMetres, LocalMetric.reachInMetres)
        return withUnsafeTemporaryAllocation(of: Candidate.self, capacity: wanted + Self.spareRoom) { best in
            withUnsafeTemporaryAllocation(of: Node.self, capacity: Self.nodeRoom) { nodes in
                let best = best.baseAddress!
                guard let found = collect(metric, wanted, reach, best, nodes.baseAddress!) else { return nil }
                if found < wanted, limitInMetres > reach, found < count { return nil }
                var hits = hits(metric, UnsafeBufferPointer(start: best, count: found), limitInMetres: reach)
                if hits.count > wanted { hits.removeLast(hits.count - wanted) }
                return hits
            }
        }
    }

    /// Fills `best`, nearest first, and returns how many they are; nil where they do not fit.
    private func collect(
        _ metric: LocalMetric, _ wanted: Int, _ reach: Double, _ best: UnsafeMutablePointer<Candidate>,
        _ heap: UnsafeMutablePointer<Node>
    ) -> Int? {
        // Nothing beyond it, by the formula or by the bound, can be among the nearest.
        var horizon = Self.widened(reach * reach, metric)
        var found = 0
        var open = 1
        heap[0] = Node(squareMetres: 0, node: 0, level: Int32(levels.count - 1))
        while open > 0 {
            let next = heap[0]
            if next.squareMetres > horizon { break }
            open -= 1
            Self.sink(heap[open], heap, open)
            let first = Int(next.node) * Self.nodeSize
            if next.level > 0 {
                let level = Int(next.level) - 1
                let base = boxes + 4 * levels[level]
                for node in first..<min(nodeCount(level: level), first + Self.nodeSize) {
                    let square = metric.lowestSquareMetres(toBox: base + 4 * node)
                    if square > horizon { continue }
                    if open == Self.nodeRoom { return nil }
                    Self.rise(
                        Node(
                            squareMetres: square, node: Int32(truncatingIfNeeded: node),
                            level: Int32(truncatingIfNeeded: level)), heap, open)
                    open += 1
                }
                continue
            }
            for k in first..<min(count, first + Self.nodeSize) {
                let square = metric.squareMetres(points[2 * k], points[2 * k + 1])
                if square > horizon { continue }
                if found == wanted + Self.spareRoom { return nil }
                var at = found
                while at > 0, best[at - 1].squareMetres > square {
                    best[at] = best[at - 1]
                    at -= 1
                }
                best[at] = Candidate(squareMetres: square, k: Int32(truncatingIfNeeded: k))
                found += 1
                if found >= wanted, at < wanted {
                    horizon = min(horizon, Self.widened(best[wanted - 1].squareMetres, metric))
                    while found > wanted, best[found - 1].squareMetres > horizon { found -= 1 }
                }
            }
        }
        return found
    }

    /// Puts a node into the heap at its end and lets it rise to its place.
    @inline(__always)
    private static func rise(_ node: Node, _ heap: UnsafeMutablePointer<Node>, _ end: Int) {
        var at = end
        while at > 0 {
            let above = (at - 1) / 2
            if heap[above].squareMetres <= node.squareMetres { break }
            heap[at] = heap[above]
            at = above
        }
        heap[at] = node
    }

    /// Puts a node on top of a heap of `count` and lets it sink to its place.
    @inline(__always)
    private static func sink(_ node: Node, _ heap: UnsafeMutablePointer<Node>, _ count: Int) {
        var at = 0
        while true {
            var child = 2 * at + 1
            if child >= count { break }
            if child + 1 < count, heap[child + 1].squareMetres < heap[child].squareMetres { child += 1 }
            if heap[child].squareMetres >= node.squareMetres { break }
            heap[at] = heap[child]
            at = child
        }
        heap[at] = node
    }

    /// The square beyond which, by the formula, nothing is nearer than the given one.
    @inline(__always)
    private static func widened(_ square: Double, _ metric: LocalMetric) -> Double {
        square * (1 + 4.02 * metric.relativeError(squareMetres: square)) + 1e-9
    }

    // MARK: Within a radius

    /// The points within the radius, nearest first.
    func within(_ metric: LocalMetric, radiusInMetres: Double) -> [Hit] {
        var found: [Candidate] = []
        found.reserveCapacity(128)
        scan(metric, Self.widened(radiusInMetres * radiusInMetres, metric)) { k, square in
            found.append(Candidate(squareMetres: square, k: Int32(truncatingIfNeeded: k)))
        }
        found.sort { $0.squareMetres < $1.squareMetres }
        return found.withUnsafeBufferPointer { hits(metric, $0, limitInMetres: radiusInMetres) }
    }

    /// The numbers of the points within the radius; only those at the very edge need a geodesic.
    func numbers(_ metric: LocalMetric, radiusInMetres: Double) -> [Int] {
        guard radiusInMetres >= 0 else { return [] }
        var found: [Int] = []
        found.reserveCapacity(64)
        let square = radiusInMetres * radiusInMetres
        let certain = square * (1 - 2.01 * metric.relativeError(squareMetres: square))
        scan(metric, Self.widened(square, metric)) { k, square in
            guard let number = number(k) else { return }
            if square <= certain || Geodesic.distanceInMetres(metric.origin, coordinate(k)) <= radiusInMetres {
                found.append(number)
            }
        }
        return found
    }

    /// Every point that the formula puts within the horizon, depth first.
    @inline(__always)
    private func scan(_ metric: LocalMetric, _ horizon: Double, _ body: (Int, Double) -> Void) {
        guard let top = levels.indices.last else { return }
        // Each level leaves at most fifteen siblings waiting.
        withUnsafeTemporaryAllocation(of: (Int32, Int32).self, capacity: Self.nodeSize * levels.count + 1) { stack in
            stack[0] = (Int32(top), 0)
            var open = 1
            while open > 0 {
                open -= 1
                let (level, node) = (Int(stack[open].0), Int(stack[open].1))
                let first = node * Self.nodeSize
                if level == 0 {
                    for k in first..<min(count, first + Self.nodeSize) {
                        let square = metric.squareMetres(points[2 * k], points[2 * k + 1])
                        if square <= horizon { body(k, square) }
                    }
                    continue
                }
                let base = boxes + 4 * levels[level - 1]
                for child in first..<min(nodeCount(level: level - 1), first + Self.nodeSize)
                where metric.lowestSquareMetres(toBox: base + 4 * child) <= horizon {
                    stack[open] = (Int32(truncatingIfNeeded: level - 1), Int32(truncatingIfNeeded: child))
                    open += 1
                }
            }
        }
    }

    // MARK: Exact distances

    /// Candidates, nearest first by the formula, as hits, nearest first. Where two distances differ by less than the
    /// chord is good for, geodesics decide.
    private func hits(
        _ metric: LocalMetric, _ candidates: UnsafeBufferPointer<Candidate>, limitInMetres: Double
    ) -> [Hit] {
        [Hit](unsafeUninitializedCapacity: candidates.count) { hits, count in
            for candidate in candidates {
                let k = Int(candidate.k)
                guard number(k) != nil else { continue }
                let isNear = candidate.squareMetres < LocalMetric.chordLimitInMetres * LocalMetric.chordLimitInMetres
                var metres =
                    isNear
                    ? metric.metres(points[2 * k], points[2 * k + 1])
                    : Geodesic.distanceInMetres(metric.origin, coordinate(k))
                if isNear, abs(metres - limitInMetres) < Self.doubtInMetres {
                    metres = Geodesic.distanceInMetres(metric.origin, coordinate(k))
                }
                guard metres <= limitInMetres else { continue }
                hits.initializeElement(at: count, to: Hit(index: k, distanceInMetres: metres))
                count += 1
                Self.settle(hits.baseAddress!, count - 1, 0) { $0.distanceInMetres < $1.distanceInMetres }
            }
            settleDoubts(metric, UnsafeMutableBufferPointer(rebasing: hits[..<count]))
        }
    }

    /// Turns places in the tree into numbers, and puts into order what the chord cannot tell apart.
    private func settleDoubts(_ metric: LocalMetric, _ hits: UnsafeMutableBufferPointer<Hit>) {
        var start = 0
        while start < hits.count {
            var end = start + 1
            var isOneSpot = true
            let first = hits[start].index
            while end < hits.count,
                hits[end].distanceInMetres - hits[end - 1].distanceInMetres < Self.doubtInMetres
            {
                let k = hits[end].index
                isOneSpot =
                    isOneSpot && points[2 * k] == points[2 * first] && points[2 * k + 1] == points[2 * first + 1]
                end += 1
            }
            for at in start..<end {
                let k = hits[at].index
                let metres =
                    isOneSpot
                    ? hits[at].distanceInMetres : Geodesic.distanceInMetres(metric.origin, coordinate(k))
                hits[at] = Hit(index: number(k) ?? 0, distanceInMetres: metres)
                Self.settle(hits.baseAddress!, at, start) {
                    ($0.distanceInMetres, $0.index) < ($1.distanceInMetres, $1.index)
                }
            }
            start = end
        }
    }

    /// Moves the hit at `end` forward to its place among those from `start` on.
    @inline(__always)
    private static func settle(
        _ hits: UnsafeMutablePointer<Hit>, _ end: Int, _ start: Int, _ areInOrder: (Hit, Hit) -> Bool
    ) {
        let hit = hits[end]
        var at = end
        while at > start, areInOrder(hit, hits[at - 1]) {
            hits[at] = hits[at - 1]
            at -= 1
        }
        hits[at] = hit
    }

    /// Chords are better than this.
    private static let doubtInMetres = 1e-5
}
