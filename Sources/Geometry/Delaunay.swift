/// The Delaunay triangulation of points in a plane, as flat arrays.
///
/// Half-edge `3t + k` belongs to triangle `t` and runs from corner k to corner k + 1, counter-clockwise.
/// Of cocircular points any triangulation is a right one; which one comes out depends on the order of the points only.
package struct Delaunay: Sendable {
    /// The point at which each half-edge starts: three a triangle, counter-clockwise.
    package let corners: [Int32]
    /// The same edge in the neighbouring triangle, or -1 on the hull.
    package let twins: [Int32]
    /// The points of the convex hull, counter-clockwise. If all points lie on one line: all, in order along it.
    package let hull: [Int32]

    package var triangleCount: Int { corners.count / 3 }

    /// Triangulates distinct points.
    ///
    /// - Precondition: finite coordinates, no point twice, fewer than 2³⁰ points.
    /// - Complexity: O(n log n) for points as they occur; robust for any (see ``Predicates``).
    package init(x: [Double], y: [Double]) {
        let (swept, order) = Self.inOrderOfSweep(x: x, y: y)
        self = swept.renumbered(order)
    }

    /// The same triangulation with the points numbered outward from the middle, as the sweep takes them: point `i` of it
    /// is `order[i]` of those given. Neighbours then lie nearer to each other in memory.
    static func inOrderOfSweep(x: [Double], y: [Double]) -> (Delaunay, order: [Int32]) {
        precondition(x.count == y.count && x.count < 1 << 30)
        guard let seed = SweepSeed(x: x, y: y) else {
            let along = (0..<x.count).sorted { x[$0] == x[$1] ? y[$0] < y[$1] : x[$0] < x[$1] }
            let hull = along.indices.map { Int32($0) }
            return (Delaunay(corners: [], twins: [], hull: hull), along.map { Int32($0) })
        }
        let order = seed.order(x: x, y: y)
        let sweep = SweepHull(count: x.count, origin: seed.origin)
        return (Delaunay(sweep, x: x, y: y, order: order), order)
    }

    private init(corners: [Int32], twins: [Int32], hull: [Int32]) {
        (self.corners, self.twins, self.hull) = (corners, twins, hull)
    }

    private init(_ sweep: consuming SweepHull, x: [Double], y: [Double], order: [Int32]) {
        var sweep = sweep
        defer { sweep.free() }
        for (i, original) in order.enumerated() {
            sweep.px[i] = x[Int(original)]
            sweep.py[i] = y[Int(original)]
        }
        sweep.start()
        var inside: [Int32] = []
        for i in 3..<max(3, x.count) where !sweep.extend(by: Int32(i)) { inside.append(Int32(i)) }
        for i in inside { sweep.insert(i) }
        corners = [Int32](UnsafeBufferPointer(start: sweep.corner, count: sweep.halfedgeCount))
        twins = [Int32](UnsafeBufferPointer(start: sweep.twin, count: sweep.halfedgeCount))
        hull = sweep.hullPoints()
    }

    /// The same with each point's number replaced by the one it has in `order`.
    func renumbered(_ order: [Int32]) -> Delaunay {
        Delaunay(
            corners: corners.map { order[Int($0)] }, twins: twins, hull: hull.map { order[Int($0)] })
    }

    /// The next half-edge of the same triangle.
    @inline(__always)
    package static func next(_ e: Int32) -> Int32 {
        let e = UInt32(bitPattern: e)
        return Int32(bitPattern: e % 3 == 2 ? e &- 2 : e &+ 1)
    }

    /// The half-edge before in the same triangle.
    @inline(__always)
    package static func previous(_ e: Int32) -> Int32 {
        let e = UInt32(bitPattern: e)
        return Int32(bitPattern: e % 3 == 0 ? e &+ 2 : e &- 1)
    }
}
