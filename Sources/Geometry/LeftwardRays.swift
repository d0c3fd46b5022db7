/// Finds the edge that a ray to the left meets first, which tells in which face a part of a graph lies.
package struct LeftwardRays: Sendable {
    private let points: [GridPoint]
    /// Where half-edges start: `2i` is edge i from its start to its end, `2i + 1` the same backwards.
    private let origin: [Int32]
    private let south: Int64
    /// A row is as high as two to this power: rows are found by shifting, not by dividing.
    private let rowShift: Int64
    private var starts: [Int32]
    private var members: [Int32]

    /// - Complexity: O(n + rows passed), about O(n) for edges as they occur.
    package init(_ graph: PlanarGraph) {
        self.init(points: graph.points, origin: graph.origin)
    }

    /// The same for edges without a graph.
    init(points: [GridPoint], origin: [Int32]) {
        (self.points, self.origin) = (points, origin)
        let count = origin.count / 2
        var low = Int64.max
        var high = Int64.min
        for v in origin {
            let y = Int64(points[Int(v)].y)
            low = min(low, y)
            high = max(high, y)
        }
        if count == 0 { (low, high) = (0, 0) }
        let rows = max(1, Int64(Double(count).squareRoot()))
        south = low
        var shift: Int64 = 0
        while (high - low) >> shift >= 2 * rows { shift += 1 }
        rowShift = shift
        starts = [Int32](repeating: 0, count: Int((high - low) >> shift) + 2)
        members = []
        for i in 0..<count {
            for row in rowsOfEdge(i) { starts[row + 1] += 1 }
        }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        var fill = starts
        var list = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        for i in 0..<count {
            for row in rowsOfEdge(i) {
                list[Int(fill[row])] = Int32(truncatingIfNeeded: i)
                fill[row] += 1
            }
        }
        members = list
    }

    /// The first edge to the left of a point, as the half-edge on whose left the point lies; nil when there is none.
    ///
    /// The ray runs just above the point's own latitude, so that it never meets a vertex. Edges through the point
    /// itself do not count.
    ///
    /// - Complexity: O(√n) for edges as they occur.
    package func firstHit(from p: GridPoint) -> Int32? {
        let offset = Int64(p.y) - south
        guard offset >= 0, Int(offset >> rowShift) + 1 < starts.count else { return nil }
        let row = Int(offset >> rowShift)
        var best: (low: GridPoint, high: GridPoint, downward: Int32)?
        for k in starts[row]..<starts[row + 1] {
            let edge = upward(members[Int(k)])
            let (low, high) = (edge.low, edge.high)
            // Most edges of a row lie wholly to the right of the point, or of the best so far on its left: those need no
            // exact test.
            guard low.y <= p.y, p.y < high.y, min(low.x, high.x) <= p.x else { continue }
            if let best, max(low.x, high.x) < min(best.low.x, best.high.x) { continue }
            guard GridPoint.orientation(low, high, p) < 0 else { continue }
            if let best, !Self.isRight(low, high, of: best.low, best.high, at: p.y) { continue }
            best = edge
        }
        return best?.downward
    }

    /// The ends of an edge from the lower to the higher, and the half-edge that runs down.
    @inline(__always)
    private func upward(_ edge: Int32) -> (low: GridPoint, high: GridPoint, downward: Int32) {
        let a = points[Int(origin[Int(2 * edge)])]
        let b = points[Int(origin[Int(2 * edge + 1)])]
        return a.y < b.y ? (a, b, 2 * edge + 1) : (b, a, 2 * edge)
    }

    private func rowsOfEdge(_ i: Int) -> Range<Int> {
        let (low, high, _) = upward(Int32(i))
        if low.y == high.y { return 0..<0 }
        return Int((Int64(low.y) - south) >> rowShift)..<Int((Int64(high.y) - south) >> rowShift) + 1
    }

    /// Whether an edge passes to the right of another just above a latitude that both pass. Exact.
    private static func isRight(
        _ a: GridPoint, _ b: GridPoint, of c: GridPoint, _ d: GridPoint, at y: Int32
    ) -> Bool {
        let (height, otherHeight) = (Int128(b.y) - Int128(a.y), Int128(d.y) - Int128(c.y))
        let (width, otherWidth) = (Int128(b.x) - Int128(a.x), Int128(d.x) - Int128(c.x))
        let at = (Int128(a.x) * height + width * (Int128(y) - Int128(a.y))) * otherHeight
        let otherAt = (Int128(c.x) * otherHeight + otherWidth * (Int128(y) - Int128(c.y))) * height
        return at != otherAt ? at > otherAt : width * otherHeight > otherWidth * height
    }
}
