extension SweepHull {
    /// Flips edges, beginning with `e`, until the circles of all triangles around the apex opposite to it are empty.
    ///
    /// Every edge that can be wrong lies opposite to the newest point, so only such edges are looked at.
    func legalise(_ e: Int32) {
        var pendingCount = 0
        var a = e
        while true {
            let aPrevious = Delaunay.previous(a)
            let apex = Int(corner[Int(aPrevious)])
            let (apexX, apexY) = (px[apex], py[apex])
            while true {
                let b = twin[Int(a)]
                guard b >= 0 else { break }
                let bPrevious = Delaunay.previous(b)
                let (u, v, far) = (Int(corner[Int(a)]), Int(corner[Int(b)]), Int(corner[Int(bPrevious)]))
                guard Predicates.incircle(px[u], py[u], px[v], py[v], apexX, apexY, px[far], py[far]) > 0 else { break }
                // The diagonal u-v becomes far-apex. Two outer edges change their half-edge.
                corner[Int(a)] = Int32(truncatingIfNeeded: far)
                corner[Int(b)] = Int32(truncatingIfNeeded: apex)
                move(bPrevious, to: a)
                move(aPrevious, to: b)
                link(aPrevious, bPrevious)
                pending[pendingCount] = Delaunay.next(b)
                pendingCount += 1
            }
            if pendingCount == 0 { return }
            pendingCount -= 1
            a = pending[pendingCount]
        }
    }

    /// Gives the edge that half-edge `from` stood for to half-edge `to`.
    @inline(__always)
    private func move(_ from: Int32, to: Int32) {
        let outer = twin[Int(from)]
        link(to, outer)
        if outer < 0 { hullEdge[Int(corner[Int(to)])] = to }
    }

    /// Puts a point inside the hull, or on it, into the triangulation.
    ///
    /// Only for the few points that the rounded order of distances brought too late.
    mutating func insert(_ p: Int32) {
        let (x, y) = (px[Int(p)], py[Int(p)])
        // Walk towards the point. In a Delaunay triangulation the walk cannot go in circles
        // (H. Edelsbrunner, "An acyclicity theorem for cell complexes", Combinatorica 10, 1990).
        var t: Int32 = Int32(halfedgeCount - 3)
        var onHull: Int32 = -1
        walk: while true {
            onHull = -1
            for k: Int32 in 0..<3 {
                let e = t + k
                let (a, b) = (Int(corner[Int(e)]), Int(corner[Int(Delaunay.next(e))]))
                let side = Predicates.orient2d(px[a], py[a], px[b], py[b], x, y)
                let other = twin[Int(e)]
                if side < 0 && other >= 0 {
                    t = other - other % 3
                    continue walk
                }
                if side <= 0 && other < 0 { onHull = e }
            }
            break
        }
        if onHull >= 0 { insert(p, onHullEdge: onHull) } else { insert(p, inTriangle: t) }
    }

    /// Splits a triangle into three. On one of its edges this leaves a flat triangle, which the first flip removes.
    private mutating func insert(_ p: Int32, inTriangle t: Int32) {
        let (a, b, c) = (corner[Int(t)], corner[Int(t) + 1], corner[Int(t) + 2])
        let (bc, ca) = (twin[Int(t) + 1], twin[Int(t) + 2])
        corner[Int(t) + 2] = p
        let second = addTriangle(b, c, p)
        let third = addTriangle(c, a, p)
        link(second, bc)
        if bc < 0 { hullEdge[Int(b)] = second }
        link(third, ca)
        if ca < 0 { hullEdge[Int(c)] = third }
        link(t + 1, second + 2)
        link(second + 1, third + 2)
        link(third + 1, t + 2)
        legalise(t)
        legalise(second)
        legalise(third)
    }

    /// Splits the triangle at a hull edge into two.
    private mutating func insert(_ p: Int32, onHullEdge e: Int32) {
        let next = Delaunay.next(e)
        let (a, b) = (corner[Int(e)], corner[Int(next)])
        let c = corner[Int(Delaunay.previous(e))]
        let outer = twin[Int(next)]
        // a, b, c becomes a, p, c; the new triangle is p, b, c.
        corner[Int(next)] = p
        let added = addTriangle(p, b, c)
        link(added + 1, outer)
        if outer < 0 { hullEdge[Int(b)] = added + 1 }
        link(next, added + 2)
        hullEdge[Int(a)] = e
        hullEdge[Int(p)] = added
        hullNext[Int(a)] = p
        hullPrevious[Int(p)] = a
        hullNext[Int(p)] = b
        hullPrevious[Int(b)] = p
        legalise(Delaunay.previous(e))
        legalise(added + 1)
    }
}
