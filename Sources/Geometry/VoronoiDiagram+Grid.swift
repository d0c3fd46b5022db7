extension VoronoiDiagram {
    /// The vertices on the grid; drops edges that lie to one side of the frame.
    ///
    /// Only vertices in use have a place; the others are at zero.
    mutating func onGrid(_ region: TessellationRegion) throws(TessellationError) -> [GridPoint] {
        var isUsed = [Bool](repeating: false, count: x.count)
        for edge in edges {
            isUsed[Int(root[Int(edge.from)])] = true
            isUsed[Int(root[Int(edge.to)])] = true
        }
        var wide = false
        var grid = [GridPoint](repeating: GridPoint(x: 0, y: 0), count: x.count)
        let plane = region.plane
        for i in grid.indices where isUsed[i] {
            var c = plane.unproject(PlanePoint(x: x[i], y: y[i]))
            if !(abs(c.longitude) <= 214) {
                wide = true
                c.longitude = c.longitude > 0 ? 214 : -214
            }
            grid[i] = GridPoint(c)
        }
        guard let (low, high) = region.frame else {
            if wide { throw .tooWide }
            return grid
        }
        var kept = 0
        for edge in edges {
            let (a, b) = (grid[Int(root[Int(edge.from)])], grid[Int(root[Int(edge.to)])])
            if max(a.x, b.x) < low.x || min(a.x, b.x) > high.x || max(a.y, b.y) < low.y || min(a.y, b.y) > high.y {
                isCut[Int(edge.left)] = true
                if edge.right >= 0 { isCut[Int(edge.right)] = true }
                continue
            }
            edges[kept] = edge
            kept += 1
        }
        edges.removeSubrange(kept...)
        return grid
    }

    /// Marks the cells that are not convex on the grid, so that the noder looks at their edges.
    ///
    /// If all whole cells are convex and their common rim does not cross itself, no two edges cross: walking over the
    /// cells maps the plane onto itself without a fold (W. T. Tutte's argument, "How to draw a graph", Proc. London
    /// Math. Soc. 13, 1963). So testing corners, which costs next to nothing, replaces looking for crossings.
    ///
    /// - Parameter needed: the cells to look at; nil for all.
    mutating func findBent(_ grid: [GridPoint], among needed: NeededCells?) {
        let isLeftOut = needed.map { needed in isCut.indices.map { isCut[$0] || !needed.isNeeded[$0] } } ?? isCut
        let (corners, twins) = (delaunay.corners, delaunay.twins)
        var needsWalk: [(site: Int, e: Int32)] = []
        // Triangle by triangle: around its first corner come the neighbour across the first side, the triangle, and the
        // neighbour across the third.
        for t in 0..<delaunay.triangleCount {
            func matters(_ e: Int) -> Bool {
                let site = Int(corners[e])
                return site < sites && !isLeftOut[site]
            }
            let (first, second, third) = (matters(3 * t), matters(3 * t + 1), matters(3 * t + 2))
            guard first || second || third else { continue }
            let v = root[t]
            let (i, j, k) = (Int(twins[3 * t]), Int(twins[3 * t + 1]), Int(twins[3 * t + 2]))
            // On the hull are only sites far out, which have no cell.
            guard i >= 0, j >= 0, k >= 0 else { continue }
            let (a, b, c) = (root[i / 3], root[j / 3], root[k / 3])
            func look(_ e: Int, _ before: Int32, _ after: Int32) {
                let site = Int(corners[e])
                if before == v || after == v {
                    // In the middle of contracted triangles.
                    needsWalk.append((site, Int32(truncatingIfNeeded: e)))
                } else if GridPoint.orientation(grid[Int(before)], grid[Int(v)], grid[Int(after)]) <= 0 {
                    isCut[site] = true
                }
            }
            if first { look(3 * t, a, c) }
            if second { look(3 * t + 1, b, a) }
            if third { look(3 * t + 2, c, b) }
        }
        for (site, e) in needsWalk where !isCut[site] {
            if !isConvex(from: e, grid) { isCut[site] = true }
        }
    }

    /// Whether a cell turns left at all of its corners; `start` is a half-edge from its site.
    private func isConvex(from start: Int32, _ grid: [GridPoint]) -> Bool {
        // The vertices of the cell are the triangles around its site, counter-clockwise.
        var ring: [Int32] = []
        var h = start
        repeat {
            let v = root[Int(h) / 3]
            if v != ring.last { ring.append(v) }
            h = delaunay.twins[Int(Delaunay.previous(h))]
        } while h != start
        if ring.count > 1 && ring.last == ring.first { ring.removeLast() }
        guard ring.count > 2 else { return false }
        return ring.indices.allSatisfy { i in
            let (before, after) = (ring[(i + ring.count - 1) % ring.count], ring[(i + 1) % ring.count])
            return GridPoint.orientation(grid[Int(before)], grid[Int(ring[i])], grid[Int(after)]) > 0
        }
    }

    /// The cell of a point of the plane by comparing all sites. For the one case in which no edge tells.
    func cell(at p: PlanePoint) -> Int32 {
        var best = -1
        var distance = Double.infinity
        for i in 0..<sites {
            let (dx, dy) = (siteX[i] - p.x, siteY[i] - p.y)
            let squared = dx * dx + dy * dy
            // Of equally near ones the first given.
            if squared < distance || (squared == distance && given[i] < given[best]) { (distance, best) = (squared, i) }
        }
        if let reach, distance > reach * reach { return Tessellation.beyondReach }
        return Int32(best)
    }
}
