/// A triangulation that grows outward from a seed triangle, point by point in the order of their distance from it.
///
/// A point farther out than all before lies outside their convex hull: it is joined to the hull's edges that it sees,
/// and edges are flipped until all circles are empty (after D. A. Sinclair, "S-hull", arXiv:1604.01428; the flips are
/// C. L. Lawson's, 1977; the table by angle that finds a visible edge follows A. Biniaz and G. Dastghaibyfard,
/// "A faster circle-sweep Delaunay triangulation algorithm", Adv. Eng. Softw. 43, 2012).
/// All decisions are exact, so it ends for every input.
struct SweepHull {
    let count: Int
    let origin: PlanePoint
    let px: UnsafeMutablePointer<Double>
    let py: UnsafeMutablePointer<Double>
    let corner: UnsafeMutablePointer<Int32>
    let twin: UnsafeMutablePointer<Int32>
    var halfedgeCount = 0

    /// The hull as a ring of points, counter-clockwise; a point that left it points at itself.
    let hullNext: UnsafeMutablePointer<Int32>
    let hullPrevious: UnsafeMutablePointer<Int32>
    /// The half-edge on the hull that starts at a point of the hull.
    let hullEdge: UnsafeMutablePointer<Int32>
    private let byAngle: UnsafeMutablePointer<Int32>
    private let angleCount: Int
    /// Edges still to be looked at: of those opposite to one apex, so no more than points.
    let pending: UnsafeMutablePointer<Int32>

    init(count: Int, origin: PlanePoint) {
        self.count = count
        self.origin = origin
        func room<T>(_ n: Int, _ value: T) -> UnsafeMutablePointer<T> {
            let pointer = UnsafeMutablePointer<T>.allocate(capacity: n)
            pointer.initialize(repeating: value, count: n)
            return pointer
        }
        px = .allocate(capacity: count)
        py = .allocate(capacity: count)
        corner = .allocate(capacity: 6 * count)
        twin = .allocate(capacity: 6 * count)
        pending = .allocate(capacity: count)
        hullNext = room(count, -1)
        hullPrevious = room(count, -1)
        hullEdge = room(count, -1)
        angleCount = max(4, Int(Double(count).squareRoot()))
        byAngle = room(angleCount, -1)
    }

    func free() {
        px.deallocate()
        py.deallocate()
        corner.deallocate()
        twin.deallocate()
        hullNext.deallocate()
        hullPrevious.deallocate()
        hullEdge.deallocate()
        byAngle.deallocate()
        pending.deallocate()
    }

    /// Makes the seed triangle of the points 0, 1, 2.
    mutating func start() {
        for i: Int32 in 0..<3 {
            hullNext[Int(i)] = (i + 1) % 3
            hullPrevious[Int(i)] = (i + 2) % 3
            hullEdge[Int(i)] = i
            byAngle[angleSlot(Int(i))] = i
        }
        _ = addTriangle(0, 1, 2)
    }

    /// Joins a point outside the hull; false, and nothing done, when it lies inside or on the hull.
    mutating func extend(by p: Int32) -> Bool {
        let (x, y) = (px[Int(p)], py[Int(p)])
        let slot = angleSlot(Int(p))
        var start: Int32 = -1
        for k in 0..<angleCount {
            start = byAngle[slot + k < angleCount ? slot + k : slot + k - angleCount]
            if start >= 0 && hullNext[Int(start)] != start { break }
            start = -1
        }
        if start < 0 { start = corner[0] }  // cannot happen: the slots of the hull's points are kept up to date
        start = hullPrevious[Int(start)]

        var from = start
        while !sees(from, hullNext[Int(from)], x, y) {
            from = hullNext[Int(from)]
            if from == start { return false }
        }
        var to = hullNext[Int(from)]
        var t = addTriangle(from, p, to)
        link(t + 2, hullEdge[Int(from)])
        hullEdge[Int(from)] = t
        hullEdge[Int(p)] = t + 1
        legalise(t + 2)

        while true {
            let after = hullNext[Int(to)]
            guard sees(to, after, x, y) else { break }
            t = addTriangle(to, p, after)
            link(t, hullEdge[Int(p)])
            link(t + 2, hullEdge[Int(to)])
            hullEdge[Int(p)] = t + 1
            hullNext[Int(to)] = to
            legalise(t + 2)
            to = after
        }
        if from == start {
            while true {
                let before = hullPrevious[Int(from)]
                guard sees(before, from, x, y) else { break }
                t = addTriangle(before, p, from)
                link(t + 1, hullEdge[Int(from)])
                link(t + 2, hullEdge[Int(before)])
                hullEdge[Int(before)] = t
                hullNext[Int(from)] = from
                legalise(t + 2)
                from = before
            }
        }
        hullNext[Int(from)] = p
        hullPrevious[Int(p)] = from
        hullNext[Int(p)] = to
        hullPrevious[Int(to)] = p
        byAngle[slot] = p
        byAngle[angleSlot(Int(from))] = from
        byAngle[angleSlot(Int(to))] = to
        return true
    }

    func hullPoints() -> [Int32] {
        var first = 0
        while hullNext[first] == Int32(first) || hullNext[first] < 0 { first += 1 }
        var points = [Int32(first)]
        var p = hullNext[first]
        while p != Int32(first) {
            points.append(p)
            p = hullNext[Int(p)]
        }
        return points
    }

    /// Whether a hull edge is visible from a point: the point lies strictly to its right.
    @inline(__always)
    private func sees(_ a: Int32, _ b: Int32, _ x: Double, _ y: Double) -> Bool {
        Predicates.orient2d(px[Int(a)], py[Int(a)], px[Int(b)], py[Int(b)], x, y) < 0
    }

    /// A slot that grows with the angle around the origin, without trigonometry.
    @inline(__always)
    private func angleSlot(_ i: Int) -> Int {
        let (dx, dy) = (px[i] - origin.x, py[i] - origin.y)
        let size = abs(dx) + abs(dy)
        if size == 0 { return 0 }
        let turn = dy > 0 ? 3 - dx / size : 1 + dx / size
        return min(angleCount - 1, Int(turn / 4 * Double(angleCount)))
    }

    @inline(__always)
    mutating func addTriangle(_ a: Int32, _ b: Int32, _ c: Int32) -> Int32 {
        let e = halfedgeCount
        corner[e] = a
        corner[e + 1] = b
        corner[e + 2] = c
        twin[e] = -1
        twin[e + 1] = -1
        twin[e + 2] = -1
        halfedgeCount = e + 3
        return Int32(truncatingIfNeeded: e)
    }

    @inline(__always)
    func link(_ a: Int32, _ b: Int32) {
        twin[Int(a)] = b
        if b >= 0 { twin[Int(b)] = a }
    }
}
