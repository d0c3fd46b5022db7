extension VoronoiDiagram {
    /// The vertices on the grid; drops edges that lie to one side of the frame.
    ///
    /// Only vertices in use have a place; the others are at zero.
    mutating func onGrid(_ region: TessellationRegion) throws(TessellationError) -> [GridPoint] {
        var grid = [GridPoint](repeating: GridPoint(x: 0, y: 0), count: x.count)
        var done = [Bool](repeating: false, count: x.count)
        var wide = false
        func place(_ v: Int32) -> GridPoint {
            let i = Int(root[Int(v)])
            if !done[i] {
                done[i] = true
                var c = region.plane.unproject(PlanePoint(x: x[i], y: y[i]))
                if !(abs(c.longitude) <= 214) {
                    wide = true
                    c.longitude = c.longitude > 0 ? 214 : -214
                }
                grid[i] = GridPoint(c)
            }
            return grid[i]
        }
        guard let (low, high) = region.frame else {
            for edge in edges {
                _ = place(edge.from)
                _ = place(edge.to)
            }
            if wide { throw .tooWide }
            return grid
        }
        var kept = 0
        for edge in edges {
            let (a, b) = (place(edge.from), place(edge.to))
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
    mutating func findBent(_ grid: [GridPoint]) {
        let (corners, twins) = (delaunay.corners, delaunay.twins)
        var seen = [Bool](repeating: false, count: sites)
        for e in corners.indices {
            let site = Int(corners[e])
            guard site < sites, !seen[site] else { continue }
            seen[site] = true
            if isCut[site] { continue }
            // The vertices of the cell are the triangles around its site, counter-clockwise.
            let start = Int32(e)
            var h = start
            var first: Int32 = -1
            var second: Int32 = -1
            var before: Int32 = -1
            var last: Int32 = -1
            var convex = true
            repeat {
                let v = root[Int(h) / 3]
                h = twins[Int(Delaunay.previous(h))]
                if v == last { continue }
                if first < 0 {
                    first = v
                } else if second < 0 {
                    second = v
                } else {
                    convex = convex && GridPoint.orientation(grid[Int(before)], grid[Int(last)], grid[Int(v)]) > 0
                }
                (before, last) = (last, v)
            } while h != start
            if last == first {
                // The walk began in the middle of contracted triangles.
                convex =
                    convex && second >= 0
                    && GridPoint.orientation(grid[Int(before)], grid[Int(first)], grid[Int(second)]) > 0
            } else {
                convex =
                    convex && second >= 0
                    && GridPoint.orientation(grid[Int(before)], grid[Int(last)], grid[Int(first)]) > 0
                    && GridPoint.orientation(grid[Int(last)], grid[Int(first)], grid[Int(second)]) > 0
            }
            if !convex { isCut[site] = true }
        }
    }

    /// The cell of a point of the plane by comparing all sites. For the one case in which no edge tells.
    func cell(at p: PlanePoint) -> Int32 {
        var best = -1
        var distance = Double.infinity
        for i in 0..<sites {
            let (dx, dy) = (siteX[i] - p.x, siteY[i] - p.y)
            if dx * dx + dy * dy < distance { (distance, best) = (dx * dx + dy * dy, i) }
        }
        if let reach, distance > reach * reach { return Tessellation.beyondReach }
        return Int32(best)
    }
}
