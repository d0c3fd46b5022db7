/// Where segments on the grid have to be split so that they meet at their ends only.
struct SegmentSplits {
    /// A place on a segment, not a vertex yet: adding vertices while segments are compared would copy them all.
    struct Split {
        var segment: Int32
        var point: GridPoint
    }

    private(set) var all: [Split] = []

    mutating func removeAll() { all.removeAll(keepingCapacity: true) }

    /// Notes where segment i, from a to b, and segment k, from c to d, have to be split, if anywhere. True where they
    /// cross inside both, and do not merely touch or cover each other.
    @inline(__always)
    mutating func meet(
        _ i: Int32, _ a: GridPoint, _ b: GridPoint, _ k: Int32, _ c: GridPoint, _ d: GridPoint
    ) -> Bool {
        let sideC = GridPoint.orientation(a, b, c)
        let sideD = GridPoint.orientation(a, b, d)
        if (sideC > 0 && sideD > 0) || (sideC < 0 && sideD < 0) { return false }
        let sideA = GridPoint.orientation(c, d, a)
        let sideB = GridPoint.orientation(c, d, b)
        if (sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0) { return false }
        if sideC != 0 && sideD != 0 && sideA != 0 && sideB != 0 {
            let p = Self.crossing(a, b, c, d)
            if p != a && p != b { all.append(Split(segment: i, point: p)) }
            if p != c && p != d { all.append(Split(segment: k, point: p)) }
            return true
        }
        if sideC == 0 { touch(i, a, b, c) }
        if sideD == 0 { touch(i, a, b, d) }
        if sideA == 0 { touch(k, c, d, a) }
        if sideB == 0 { touch(k, c, d, b) }
        return false
    }

    /// Splits segment i, from a to b, at a point on its line, if that lies between its ends.
    @inline(__always)
    private mutating func touch(_ i: Int32, _ a: GridPoint, _ b: GridPoint, _ p: GridPoint) {
        if p == a || p == b { return }
        if p.x < min(a.x, b.x) || p.x > max(a.x, b.x) || p.y < min(a.y, b.y) || p.y > max(a.y, b.y) { return }
        all.append(Split(segment: i, point: p))
    }

    /// The splits by segment and in the order along it, each with the vertex that it becomes.
    func ordered(
        ends: (Int32) -> (GridPoint, GridPoint), vertex: (GridPoint) -> Int32
    ) -> [(segment: Int32, along: Int64, vertex: Int32)] {
        var ordered: [(segment: Int32, along: Int64, vertex: Int32)] = []
        ordered.reserveCapacity(all.count)
        for split in all {
            let ((a, b), p) = (ends(split.segment), split.point)
            let along =
                (Int64(b.x) - Int64(a.x)) * (Int64(p.x) - Int64(a.x))
                + (Int64(b.y) - Int64(a.y)) * (Int64(p.y) - Int64(a.y))
            ordered.append((split.segment, along, vertex(p)))
        }
        ordered.sort { ($0.segment, $0.along, $0.vertex) < ($1.segment, $1.along, $1.vertex) }
        return ordered
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
