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
        precondition(x.count == y.count && x.count < 1 << 30)
        guard let seed = SweepSeed(x: x, y: y) else {
            corners = []
            twins = []
            let along = (0..<x.count).sorted { x[$0] == x[$1] ? y[$0] < y[$1] : x[$0] < x[$1] }
            hull = along.map { Int32($0) }
            return
        }
        let order = seed.order(x: x, y: y)
        var sweep = SweepHull(count: x.count, origin: seed.origin)
        defer { sweep.free() }
        for (i, original) in order.enumerated() {
            sweep.px[i] = x[Int(original)]
            sweep.py[i] = y[Int(original)]
        }
        sweep.start()
        var inside: [Int32] = []
        for i in 3..<max(3, x.count) where !sweep.extend(by: Int32(i)) { inside.append(Int32(i)) }
        for i in inside { sweep.insert(i) }

        let count = sweep.halfedgeCount
        corners = [Int32](unsafeUninitializedCapacity: count) { buffer, written in
            for e in 0..<count { buffer.initializeElement(at: e, to: order[Int(sweep.corner[e])]) }
            written = count
        }
        twins = [Int32](UnsafeBufferPointer(start: sweep.twin, count: count))
        hull = sweep.hullPoints().map { order[Int($0)] }
    }

    /// The next half-edge of the same triangle.
    @inline(__always)
    package static func next(_ e: Int32) -> Int32 {
        e % 3 == 2 ? e - 2 : e + 1
    }

    /// The half-edge before in the same triangle.
    @inline(__always)
    package static func previous(_ e: Int32) -> Int32 {
        e % 3 == 0 ? e + 2 : e - 1
    }
}
