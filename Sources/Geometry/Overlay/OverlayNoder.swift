/// Splits the edges of an overlay until they meet at their ends only.
///
/// As ``Noder``: exact predicates on the grid, splits at the grid point nearest to a crossing, repeated for the pieces.
/// But edges that come to lie over each other add their windings instead of choosing a cell.
struct OverlayNoder {
    private(set) var edges: OverlayEdges
    /// Layers of which an edge met another of the same layer other than at its ends, before anything was split.
    private(set) var layersMeetingThemselves: Set<Int32> = []

    private var isSuspect: [Bool]
    private var splits = SegmentSplits()
    private var hasLooked = false

    private static let comparisonLimit = Overlay.comparisonLimit
    private static let splitLimit = Overlay.crossingLimit

    init(_ edges: OverlayEdges) {
        self.edges = edges
        isSuspect = edges.changes.map { $0 != 0 }
    }

    /// Compares all edges that are near each other; afterwards ``layersMeetingThemselves`` is known.
    ///
    /// - Throws: ``OverlayError/tooTangled``.
    /// - Complexity: O(n + k) for n edges and k pairs of near neighbours.
    mutating func look() throws(OverlayError) {
        splits.removeAll()
        let points = edges.vertices.points
        let segments = edges.segments
        let isFirst = !hasLooked
        hasLooked = true
        guard let grid = SegmentGrid(segments: segments, isSuspect: isSuspect, points: points) else { return }
        let pairs = grid.nearPairs(segments, isSuspect: isSuspect, points: points, limit: Self.comparisonLimit)
        guard let pairs else { throw .tooTangled }
        for (i, k) in pairs where edges.changes[Int(i)] != 0 && edges.changes[Int(k)] != 0 {
            let before = splits.all.count
            let (one, other) = (segments[Int(i)], segments[Int(k)])
            _ = splits.meet(
                i, points[Int(one.from)], points[Int(one.to)], k, points[Int(other.from)], points[Int(other.to)])
            guard splits.all.count > before else { continue }
            guard splits.all.count <= Self.splitLimit else { throw .tooTangled }
            if isFirst, let layer = windings(i).commonLayer(with: windings(k)) {
                layersMeetingThemselves.insert(layer)
            }
        }
    }

    /// True where the last look found anything to split.
    var hasSplits: Bool { !splits.all.isEmpty }

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

    private mutating func applySplits() {
        for i in isSuspect.indices { isSuspect[i] = false }
        let ordered = splits.ordered {
            let segment = edges.segments[Int($0)]
            return (edges.vertices.points[Int(segment.from)], edges.vertices.points[Int(segment.to)])
        } vertex: {
            edges.vertex($0)
        }
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
