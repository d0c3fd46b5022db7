internal import Glibc

extension SpatialIndex {
    /// A point that may be among those sought: its place in the tree, and its distance by the local formula.
    struct Candidate {
        var squareMetres: Double
        var k: Int32
    }

    /// The nearest by the local formula, then by geodesics where that leaves a doubt. Nil where fewer than `count` lie
    /// within its reach and more are wanted.
    func nearest(_ metric: LocalMetric, count wanted: Int, limitInMetres: Double) -> [Hit]? {
        let reach = min(limitInMetres, LocalMetric.reachInMetres)
        var best: [Candidate] = []
        best.reserveCapacity(min(wanted, 1024) + 17)
        /// Nothing beyond it, by the formula or by the bound, can be among the nearest.
        var horizon = Self.widened(reach * reach, metric)
        func offer(_ candidate: Candidate) {
            guard candidate.squareMetres <= horizon else { return }
            var at = best.count
            best.append(candidate)
            while at > 0, best[at - 1].squareMetres > candidate.squareMetres {
                best[at] = best[at - 1]
                at -= 1
            }
            best[at] = candidate
            if best.count >= wanted, at < wanted {
                horizon = min(horizon, Self.widened(best[wanted - 1].squareMetres, metric))
                while best.count > wanted, best[best.count - 1].squareMetres > horizon { best.removeLast() }
            }
        }
        var heap = NodeHeap()
        heap.push(0, levels.count - 1, 0)
        while let next = heap.pop(), next.squareMetres <= horizon {
            let first = next.node * Self.nodeSize
            if next.level == 0 {
                for k in first..<min(count, first + Self.nodeSize) {
                    let square = metric.squareMetres(longitudes[k], latitudes[k])
                    if square <= horizon { offer(Candidate(squareMetres: square, k: Int32(truncatingIfNeeded: k))) }
                }
                continue
            }
            let level = next.level - 1
            let base = boxes + 4 * levels[level]
            for node in first..<min(nodeCount(level: level), first + Self.nodeSize) {
                let square = metric.lowestSquareMetres(toBox: base + 4 * node)
                if square <= horizon { heap.push(square, level, node) }
            }
        }
        if best.count < wanted, limitInMetres > reach, best.count < count { return nil }
        return Array(hits(metric, best, limitInMetres: reach).prefix(wanted))
    }

    /// The points that may lie within the radius.
    func candidates(_ metric: LocalMetric, radiusInMetres: Double) -> [Candidate] {
        var found: [Candidate] = []
        let horizon = Self.widened(radiusInMetres * radiusInMetres, metric)
        scan(metric, horizon) { k, square in
            found.append(Candidate(squareMetres: square, k: Int32(truncatingIfNeeded: k)))
        }
        return found
    }

    /// The numbers of the points that do; only those at the very edge need a geodesic.
    func inside(_ metric: LocalMetric, radiusInMetres: Double) -> [Int] {
        guard radiusInMetres >= 0 else { return [] }
        var found: [Int] = []
        let square = radiusInMetres * radiusInMetres
        let horizon = Self.widened(square, metric)
        let certain = square * (1 - 2.01 * metric.relativeError(squareMetres: square))
        scan(metric, horizon) { k, square in
            guard let number = number(k) else { return }
            if square <= certain || Geodesic.distanceInMetres(metric.origin, coordinate(k)) <= radiusInMetres {
                found.append(number)
            }
        }
        return found
    }

    /// The square beyond which, by the formula, nothing is nearer than the given one.
    private static func widened(_ square: Double, _ metric: LocalMetric) -> Double {
        square * (1 + 4.02 * metric.relativeError(squareMetres: square)) + 1e-9
    }

    private func scan(_ metric: LocalMetric, _ horizon: Double, _ body: (Int, Double) -> Void) {
        var stack: [Int32] = []
        stack.reserveCapacity(64)
        guard var level = levels.indices.last else { return }
        // Level by level: the nodes of the level above that are near enough.
        if metric.lowestSquareMetres(toBox: boxes + 4 * levels[level]) <= horizon { stack.append(0) }
        var next: [Int32] = []
        while level > 0 {
            level -= 1
            let base = boxes + 4 * levels[level]
            let nodes = nodeCount(level: level)
            next.removeAll(keepingCapacity: true)
            for above in stack {
                let first = Int(above) * Self.nodeSize
                for node in first..<min(nodes, first + Self.nodeSize) {
                    if metric.lowestSquareMetres(toBox: base + 4 * node) <= horizon {
                        next.append(Int32(truncatingIfNeeded: node))
                    }
                }
            }
            swap(&stack, &next)
        }
        for leaf in stack {
            let first = Int(leaf) * Self.nodeSize
            for k in first..<min(count, first + Self.nodeSize) {
                let square = metric.squareMetres(longitudes[k], latitudes[k])
                if square <= horizon { body(k, square) }
            }
        }
    }

    /// Candidates as hits, nearest first. Up to 10 km a distance comes from the chord (see `Geodesic.lengthInMetres`);
    /// where two differ by less than that is good for, geodesics decide.
    func hits(_ metric: LocalMetric, _ candidates: [Candidate], limitInMetres: Double) -> [Hit] {
        let origin = SurfacePoint(metric.origin)
        var hits: [(metres: Double, number: Int, k: Int)] = []
        hits.reserveCapacity(candidates.count)
        for candidate in candidates {
            let k = Int(candidate.k)
            guard let number = number(k) else { continue }
            var metres = 0.0
            if candidate.squareMetres < 9_900 * 9_900 {
                let there = SurfacePoint(coordinate(k))
                metres = origin.arc(to: there, chord: origin.chord(to: there))
                if abs(metres - limitInMetres) < Self.doubtInMetres {
                    metres = Geodesic.distanceInMetres(metric.origin, coordinate(k))
                }
            } else {
                metres = Geodesic.distanceInMetres(metric.origin, coordinate(k))
            }
            if metres <= limitInMetres { hits.append((metres, number, k)) }
        }
        hits.sort { ($0.metres, $0.number) < ($1.metres, $1.number) }
        var start = 0
        while start < hits.count {
            // Neighbours in the order that the chord cannot tell apart.
            var end = start + 1
            while end < hits.count, hits[end].metres - hits[end - 1].metres < Self.doubtInMetres { end += 1 }
            let isOneSpot = hits[start..<end].allSatisfy {
                longitudes[$0.k] == longitudes[hits[start].k] && latitudes[$0.k] == latitudes[hits[start].k]
            }
            if !isOneSpot {
                for at in start..<end {
                    hits[at].metres = Geodesic.distanceInMetres(metric.origin, coordinate(hits[at].k))
                }
                hits[start..<end].sort { ($0.metres, $0.number) < ($1.metres, $1.number) }
            }
            start = end
        }
        return hits.map { Hit(index: $0.number, distanceInMetres: $0.metres) }
    }

    /// Chords are better than this.
    private static let doubtInMetres = 1e-5
}

/// Nodes to be looked at, the nearest on top.
private struct NodeHeap {
    private struct Entry {
        var squareMetres: Double
        var node: Int32
        var level: Int32
    }

    private var entries: [Entry] = []

    init() { entries.reserveCapacity(96) }

    mutating func push(_ squareMetres: Double, _ level: Int, _ node: Int) {
        let entry = Entry(
            squareMetres: squareMetres, node: Int32(truncatingIfNeeded: node), level: Int32(truncatingIfNeeded: level))
        var at = entries.count
        entries.append(entry)
        while at > 0 {
            let above = (at - 1) / 2
            if entries[above].squareMetres <= squareMetres { break }
            entries[at] = entries[above]
            at = above
        }
        entries[at] = entry
    }

    mutating func pop() -> (squareMetres: Double, level: Int, node: Int)? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        if !entries.isEmpty {
            var at = 0
            while true {
                var child = 2 * at + 1
                if child >= entries.count { break }
                if child + 1 < entries.count, entries[child + 1].squareMetres < entries[child].squareMetres {
                    child += 1
                }
                if entries[child].squareMetres >= last.squareMetres { break }
                entries[at] = entries[child]
                at = child
            }
            entries[at] = last
        }
        return (first.squareMetres, Int(first.level), Int(first.node))
    }
}
