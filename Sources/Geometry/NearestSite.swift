/// Finds the site nearest to a point by walking from neighbour to neighbour.
///
/// In a Delaunay triangulation each site but the nearest has a neighbour that is nearer (the property by which greedy
/// routing arrives: P. Bose and P. Morin, "Online routing in triangulations", ISAAC 1999).
struct NearestSite {
    private let diagram: VoronoiDiagram
    /// A half-edge that starts at each site.
    private var start: [Int32]
    private var current: Int

    init(_ diagram: VoronoiDiagram) {
        self.diagram = diagram
        start = [Int32](repeating: -1, count: diagram.siteX.count)
        for (e, site) in diagram.delaunay.corners.enumerated() { start[Int(site)] = Int32(truncatingIfNeeded: e) }
        current = 0
    }

    /// Calls `body` with the nearest real site to `p` and with each real site beside it.
    ///
    /// - Complexity: O(√n) steps for points as they occur, fewer near the last one.
    mutating func forEachAround(_ p: PlanePoint, _ body: (Int) -> Void) {
        var distance = squared(current, p)
        while true {
            var nearest = current
            forEachNeighbour(of: current) { other in
                let d = squared(other, p)
                if d < distance { (distance, nearest) = (d, other) }
            }
            if nearest == current { break }
            current = nearest
        }
        if current < diagram.sites { body(current) }
        forEachNeighbour(of: current) { if $0 < diagram.sites { body($0) } }
    }

    private func squared(_ site: Int, _ p: PlanePoint) -> Double {
        let (dx, dy) = (diagram.siteX[site] - p.x, diagram.siteY[site] - p.y)
        return dx * dx + dy * dy
    }

    private func forEachNeighbour(of site: Int, _ body: (Int) -> Void) {
        let (corners, twins) = (diagram.delaunay.corners, diagram.delaunay.twins)
        let first = start[site]
        var e = first
        repeat {
            body(Int(corners[Int(Delaunay.next(e))]))
            body(Int(corners[Int(Delaunay.previous(e))]))
            e = twins[Int(Delaunay.previous(e))]
        } while e >= 0 && e != first
    }
}
