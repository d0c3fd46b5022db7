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
    private var splits = SegmentSplits()
    private var twins: [(Int32, Int32)] = []

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
        return splits.all.map(\.point)
            + twins.map { vertices.points[Int(segments[Int($0.0)].from)] }
    }

    /// Compares all pairs that are near each other and have a suspect among them.
    private mutating func look() {
        splits.removeAll()
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
        if splits.all.isEmpty && twins.isEmpty { return false }
        changed = true
        dead = [Bool](repeating: false, count: segments.count)
        isSuspect = [Bool](repeating: false, count: isSuspect.count)
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
        let isCrossing = splits.meet(i, a, b, k, c, d)
        if isCrossing && s.winding != 0 && o.winding != 0 { bordersCross = true }
    }

    private mutating func applySplits() {
        let ordered = splits.ordered {
            (vertices.points[Int(segments[Int($0)].from)], vertices.points[Int(segments[Int($0)].to)])
        } vertex: {
            vertices.insert($0)
        }
        changedVertices += ordered.map(\.vertex)
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
}
