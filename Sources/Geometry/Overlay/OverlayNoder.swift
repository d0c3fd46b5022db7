/// Splits the edges of an overlay until they meet at their ends only.
///
/// As ``Noder``: exact predicates on the grid, splits at the grid point nearest to a crossing, repeated for the pieces.
/// But edges that come to lie over each other add their windings instead of choosing a cell.
struct OverlayNoder {
    private(set) var edges: OverlayEdges
    /// Layers of which an edge met another of the same layer other than at its ends, before anything was split.
    private(set) var layersMeetingThemselves: Set<Int32> = []

    private var isSuspect: [Bool]
    private var splits: [Split] = []
    private var hasLooked = false

    private struct Split {
        var segment: Int32
        var point: GridPoint
    }

    /// More comparisons than this are refused: honest maps need some dozens an edge.
    private static let comparisonLimit = 400_000_000
    /// More crossings in one look are refused: 2,000 random vertices have a million.
    private static let splitLimit = 500_000

    init(_ edges: OverlayEdges) {
        self.edges = edges
        isSuspect = edges.changes.map { $0 != 0 }
    }

    /// Compares all edges that are near each other; afterwards ``layersMeetingThemselves`` is known.
    ///
    /// - Throws: ``OverlayError/tooTangled``.
    /// - Complexity: O(n + k) for n edges and k pairs of near neighbours.
    mutating func look() throws(OverlayError) {
        splits.removeAll(keepingCapacity: true)
        let points = edges.vertices.points
        let segments = edges.segments
        let isFirst = !hasLooked
        hasLooked = true
        guard let grid = SegmentGrid(segments: segments, isSuspect: isSuspect, points: points) else { return }
        let pairs = grid.nearPairs(segments, isSuspect: isSuspect, points: points, limit: Self.comparisonLimit)
        guard let pairs else { throw .tooTangled }
        for (i, k) in pairs where edges.changes[Int(i)] != 0 && edges.changes[Int(k)] != 0 {
            let before = splits.count
            meet(i, k, segments, points)
            guard splits.count > before else { continue }
            guard splits.count <= Self.splitLimit else { throw .tooTangled }
            if isFirst, let layer = windings(i).commonLayer(with: windings(k)) {
                layersMeetingThemselves.insert(layer)
            }
        }
    }

    /// True where the last look found anything to split.
    var hasSplits: Bool { !splits.isEmpty }

    /// Splits until nothing is left to split. Goes on from a look that was made.
    ///
    /// - Throws: ``OverlayError``: not done after 40 rounds; two or three are usual.
    mutating func run() throws(OverlayError) {
        if !hasLooked { try look() }
        for _ in 0..<40 {
            guard hasSplits else { return }
            applySplits()
            try look()
        }
        throw .notNoded
    }

    private func windings(_ i: Int32) -> Windings { edges.table.all[Int(edges.changes[Int(i)])] }

    /// Notes where two edges have to be split, if anywhere.
    @inline(__always)
    private mutating func meet(_ i: Int32, _ k: Int32, _ segments: [Segment], _ points: [GridPoint]) {
        let (s, o) = (segments[Int(i)], segments[Int(k)])
        let (a, b) = (points[Int(s.from)], points[Int(s.to)])
        let (c, d) = (points[Int(o.from)], points[Int(o.to)])
        let sideC = GridPoint.orientation(a, b, c)
        let sideD = GridPoint.orientation(a, b, d)
        if (sideC > 0 && sideD > 0) || (sideC < 0 && sideD < 0) { return }
        let sideA = GridPoint.orientation(c, d, a)
        let sideB = GridPoint.orientation(c, d, b)
        if (sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0) { return }
        if sideC != 0 && sideD != 0 && sideA != 0 && sideB != 0 {
            let p = Noder.crossing(a, b, c, d)
            if p != a && p != b { splits.append(Split(segment: i, point: p)) }
            if p != c && p != d { splits.append(Split(segment: k, point: p)) }
            return
        }
        if sideC == 0 { touch(i, a, b, c) }
        if sideD == 0 { touch(i, a, b, d) }
        if sideA == 0 { touch(k, c, d, a) }
        if sideB == 0 { touch(k, c, d, b) }
    }

    @inline(__always)
    private mutating func touch(_ i: Int32, _ a: GridPoint, _ b: GridPoint, _ p: GridPoint) {
        if p == a || p == b { return }
        if p.x < min(a.x, b.x) || p.x > max(a.x, b.x) || p.y < min(a.y, b.y) || p.y > max(a.y, b.y) { return }
        splits.append(Split(segment: i, point: p))
    }

    private mutating func applySplits() {
        for i in isSuspect.indices { isSuspect[i] = false }
        var ordered: [(segment: Int32, along: Int64, vertex: Int32)] = []
        ordered.reserveCapacity(splits.count)
        for split in splits {
            let s = edges.segments[Int(split.segment)]
            let (a, b, p) = (edges.vertices.points[Int(s.from)], edges.vertices.points[Int(s.to)], split.point)
            let along =
                (Int64(b.x) - Int64(a.x)) * (Int64(p.x) - Int64(a.x))
                + (Int64(b.y) - Int64(a.y)) * (Int64(p.y) - Int64(a.y))
            ordered.append((split.segment, along, edges.vertex(p)))
        }
        ordered.sort { ($0.segment, $0.along, $0.vertex) < ($1.segment, $1.along, $1.vertex) }
        // All that are split go before any piece comes, which may lie over one of them.
        var whole: [Int32: Int32] = [:]
        for item in ordered where whole[item.segment] == nil {
            whole[item.segment] = edges.changes[Int(item.segment)]
            edges.clear(Int(item.segment))
        }
        var i = 0
        while i < ordered.count {
            let segment = ordered[i].segment
            let (start, end) = (edges.segments[Int(segment)].from, edges.segments[Int(segment)].to)
            let change = whole[segment]!
            var last = start
            while i < ordered.count, ordered[i].segment == segment {
                addPiece(from: last, to: ordered[i].vertex, change)
                last = ordered[i].vertex
                i += 1
            }
            addPiece(from: last, to: end, change)
        }
    }

    private mutating func addPiece(from: Int32, to: Int32, _ change: Int32) {
        guard from != to else { return }
        let i = edges.add(from: from, to: to, change: change)
        if i < isSuspect.count { isSuspect[i] = true } else { isSuspect.append(true) }
    }
}
