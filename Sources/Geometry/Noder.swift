/// A directed edge on the grid that separates two cells, or the inside of the area from the outside, or both.
struct Segment {
    var from: Int32
    var to: Int32
    /// The cells on either side, or ``noCell`` when the edge does not separate cells.
    var left: Int32
    var right: Int32
    /// By how much the winding number around the area is higher on the left than on the right.
    var winding: Int32

    static let noCell = Int32.min

    @inline(__always)
    mutating func reverse() {
        swap(&from, &to)
        swap(&left, &right)
        winding = -winding
    }
}

/// Brings segments to the state in which they meet at their ends only: a planar graph on the grid.
///
/// Crossings are found by exact integer predicates, split at the grid point nearest to the crossing, and looked at
/// again, since rounding may bring new ones (the idea of J. D. Hobby, "Practical segment intersection with finite
/// precision output", Comput. Geom. 13, 1999, repeated until nothing changes). Only suspects are looked at, against
/// everything: the caller vouches that the other segments do not meet among themselves.
struct Noder {
    var vertices: VertexTable
    var segments: [Segment]
    /// Whether each segment may cross others.
    var isSuspect: [Bool]
    /// Set when two segments of the border crossed; the area may be invalid.
    private(set) var bordersCross = false
    private(set) var changed = false
    /// Where segments were split or joined.
    private(set) var changedVertices: [Int32] = []

    private var dead: [Bool] = []
    private var splits: [Split] = []
    private var twins: [(Int32, Int32)] = []

    /// A place on a segment, not a vertex yet: adding vertices while segments are compared would copy them all.
    private struct Split {
        var segment: Int32
        var point: GridPoint
    }

    init(vertices: VertexTable, segments: [Segment], isSuspect: [Bool]) {
        self.vertices = vertices
        self.segments = segments
        self.isSuspect = isSuspect
    }

    /// Splits and joins until segments meet at their ends only.
    ///
    /// - Throws: ``TessellationError/notNoded`` if 40 rounds are not enough; two or three are usual.
    /// - Complexity: O(n + k) for n segments and k pairs of near neighbours with a suspect among them.
    mutating func run() throws(TessellationError) {
        for _ in 0..<40 {
            guard round() else { return }
        }
        throw .notNoded
    }

    /// Where segments meet other than at their ends, or cover each other.
    mutating func conflicts() -> [GridPoint] {
        look()
        return splits.map(\.point)
            + twins.map { vertices.points[Int(segments[Int($0.0)].from)] }
    }

    /// Compares all pairs that are near each other and have a suspect among them.
    private mutating func look() {
        splits.removeAll(keepingCapacity: true)
        twins.removeAll(keepingCapacity: true)
        guard let grid = SegmentGrid(segments: segments, isSuspect: isSuspect, points: vertices.points) else {
            return
        }
        let points = vertices.points
        for (i, k) in grid.nearPairs(segments, isSuspect: isSuspect, points: points) { compare(i, k, points) }
    }

    /// One look and what follows from it; false when there was nothing to do.
    private mutating func round() -> Bool {
        look()
        if splits.isEmpty && twins.isEmpty { return false }
        changed = true
        dead = [Bool](repeating: false, count: segments.count)
        for i in isSuspect.indices { isSuspect[i] = false }
        applySplits()
        joinTwins()
        var kept = 0
        for i in segments.indices where !dead[i] {
            segments[kept] = segments[i]
            isSuspect[kept] = isSuspect[i]
            kept += 1
        }
        segments.removeSubrange(kept...)
        isSuspect.removeSubrange(kept...)
        return true
    }

    /// Notes where two segments have to be split, if anywhere.
    private mutating func compare(_ i: Int32, _ k: Int32, _ points: [GridPoint]) {
        let s = segments[Int(i)]
        let o = segments[Int(k)]
        let (a, b) = (points[Int(s.from)], points[Int(s.to)])
        let (c, d) = (points[Int(o.from)], points[Int(o.to)])
        if (s.from == o.from && s.to == o.to) || (s.from == o.to && s.to == o.from) {
            twins.append((min(i, k), max(i, k)))
            return
        }
        let sideC = GridPoint.orientation(a, b, c)
        let sideD = GridPoint.orientation(a, b, d)
        if (sideC > 0 && sideD > 0) || (sideC < 0 && sideD < 0) { return }
        let sideA = GridPoint.orientation(c, d, a)
        let sideB = GridPoint.orientation(c, d, b)
        if (sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0) { return }
        if sideC != 0 && sideD != 0 && sideA != 0 && sideB != 0 {
            if s.winding != 0 && o.winding != 0 { bordersCross = true }
            let p = Self.crossing(a, b, c, d)
            if p != a && p != b { splits.append(Split(segment: i, point: p)) }
            if p != c && p != d { splits.append(Split(segment: k, point: p)) }
            return
        }
        if sideC == 0 { touch(i, a, b, c) }
        if sideD == 0 { touch(i, a, b, d) }
        if sideA == 0 { touch(k, c, d, a) }
        if sideB == 0 { touch(k, c, d, b) }
    }

    /// Splits segment i, from a to b, at a point on its line, if that lies between its ends.
    @inline(__always)
    private mutating func touch(_ i: Int32, _ a: GridPoint, _ b: GridPoint, _ p: GridPoint) {
        if p == a || p == b { return }
        if p.x < min(a.x, b.x) || p.x > max(a.x, b.x) || p.y < min(a.y, b.y) || p.y > max(a.y, b.y) { return }
        splits.append(Split(segment: i, point: p))
    }

    private mutating func applySplits() {
        var ordered: [(segment: Int32, along: Int64, vertex: Int32)] = []
        ordered.reserveCapacity(splits.count)
        for split in splits {
            let s = segments[Int(split.segment)]
            let (a, b, p) = (vertices.points[Int(s.from)], vertices.points[Int(s.to)], split.point)
            let along =
                (Int64(b.x) - Int64(a.x)) * (Int64(p.x) - Int64(a.x))
                + (Int64(b.y) - Int64(a.y)) * (Int64(p.y) - Int64(a.y))
            ordered.append((split.segment, along, vertices.insert(p)))
            changedVertices.append(ordered[ordered.count - 1].vertex)
        }
        ordered.sort { ($0.segment, $0.along, $0.vertex) < ($1.segment, $1.along, $1.vertex) }
        var i = 0
        while i < ordered.count {
            let index = Int(ordered[i].segment)
            let whole = segments[index]
            dead[index] = true
            var last = whole.from
            while i < ordered.count, Int(ordered[i].segment) == index {
                addPiece(of: whole, from: last, to: ordered[i].vertex)
                last = ordered[i].vertex
                i += 1
            }
            addPiece(of: whole, from: last, to: whole.to)
        }
    }

    private mutating func addPiece(of whole: Segment, from: Int32, to: Int32) {
        guard from != to else { return }
        var piece = whole
        piece.from = from
        piece.to = to
        segments.append(piece)
        isSuspect.append(true)
        dead.append(false)
    }

    /// Makes one segment of two with the same ends.
    private mutating func joinTwins() {
        twins.sort { $0 < $1 }
        for (first, second) in twins {
            let (i, k) = (Int(first), Int(second))
            // One that was split as well comes again as its pieces.
            if dead[i] || dead[k] { continue }
            var other = segments[k]
            if other.from != segments[i].from { other.reverse() }
            segments[i].winding += other.winding
            if segments[i].left == Segment.noCell {
                segments[i].left = other.left
                segments[i].right = other.right
            } else if other.left != Segment.noCell {
                // The cell between the two has no width here.
                if segments[i].right == other.left {
                    segments[i].right = other.right
                } else if other.right == segments[i].left {
                    segments[i].left = other.left
                }
            }
            dead[k] = true
            isSuspect[i] = true
            changedVertices.append(segments[i].from)
            changedVertices.append(segments[i].to)
        }
    }

    /// The grid point nearest to where two segments cross. Exact up to the final rounding.
    static func crossing(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> GridPoint {
        let numerator = Int128(GridPoint.orientation(c, d, a))
        let denominator = numerator - Int128(GridPoint.orientation(c, d, b))
        func at(_ from: Int32, _ to: Int32) -> Int32 {
            let shift = divideRounded((Int128(to) - Int128(from)) * numerator, denominator)
            return Int32(truncatingIfNeeded: Int64(from) + shift)
        }
        return GridPoint(x: at(a.x, b.x), y: at(a.y, b.y))
    }

    /// The integer nearest to n / d, halves towards positive.
    private static func divideRounded(_ n: Int128, _ d: Int128) -> Int64 {
        let (n, d) = d < 0 ? (-n, -d) : (n, d)
        let doubled = 2 * n + d
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * d)
        return Int64(remainder < 0 ? quotient - 1 : quotient)
    }
}
