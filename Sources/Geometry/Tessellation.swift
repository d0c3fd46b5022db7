/// The cells of places: each point of the area of interest goes to the nearest place, if one is within reach.
///
/// Kept as a planar topology on the grid of 1e-7 degrees: vertices, and edges with a cell on either side. Every edge is
/// stored once, so neighbours share it to the last digit; all that is drawn later is picked from these edges.
///
/// Nearest is meant in an equal-area plane around the middle (``EqualAreaPlane``): against geodesic distances the
/// border between two cells is off by about 0.1 % of their distance 500 km from the middle, 0.3 % at 1,000 km
/// (estimated from the scale of the projection, not measured).
package struct Tessellation: Sendable {
    /// An edge with what lies on its left and on its right: a cell, ``outside`` or ``beyondReach``.
    package struct Edge: Hashable, Sendable {
        package var from: Int32
        package var to: Int32
        package var left: Int32
        package var right: Int32

        package init(from: Int32, to: Int32, left: Int32, right: Int32) {
            self.from = from
            self.to = to
            self.left = left
            self.right = right
        }
    }

    /// Not in the area of interest.
    package static let outside: Int32 = -1
    /// In the area of interest, but out of reach of every site.
    package static let beyondReach: Int32 = -2

    package let vertices: [GridPoint]
    /// No edge has the same on both sides, none is empty, and they meet at their ends only.
    package let edges: [Edge]
    /// For each site, in the order given, its cell. Sites closer than a metre share one.
    package let cellOfSite: [Int32]
    /// For each cell the first site in it. Cells are numbered in the order of their first sites.
    package let siteOfCell: [Int32]
    package let reachInMetres: Double?

    package var cellCount: Int { siteOfCell.count }

    /// Sites closer than this count as one place.
    package static let nearestInMetres = 1.0

    /// Works out the cells of `sites` in the `area`, each no farther from its site than the reach.
    ///
    /// Without an area, all that is out of reach is ``outside``. With neither area nor reach, the area is the box of
    /// the sites with a margin of a twentieth. Sites outside the area have a cell, which may own no edge. The geometry
    /// does not depend on the order of the sites.
    ///
    /// - Parameter labels: one for each site. With them, edges between cells whose first sites have the same label are
    ///   left out, which saves much of the work; all other edges are the same. For one look at areas and lines.
    /// - Assumptions: all lies within one half of the Earth and not across ±180 degrees.
    /// - Throws: ``TessellationError``, naming the site or the ring at fault.
    /// - Complexity: O(n log n) for n sites and vertices of the area.
    package init(
        sites: [Coordinate], area: MultiPolygon?, reachInMetres: Double?, labels: [Int32]? = nil
    ) throws(TessellationError) {
        precondition(labels.map { $0.count == sites.count } ?? true, "sites need as many labels")
        if let reachInMetres, !(reachInMetres >= 10 && reachInMetres <= 2_000_000) {
            throw .badReach(reachInMetres)
        }
        var set = try SiteSet(sites)
        let region = try TessellationRegion(points: set.points, area: area, reachInMetres: reachInMetres)
        let diagram = try Self.diagram(&set, region, reachInMetres)
        let result = try TessellationEdges(
            diagram: diagram, region: region, area: area, labels: labels.map { Self.labelsOfPoints(set, $0) })
        if result.vertices.contains(where: { abs(Int64($0.x)) > 1_800_000_000 }) { throw .reachAcrossDateLine }

        // From the order of the grid points to the order of the sites.
        var numbers = Renumbering(count: set.points.count)
        var first: [Int32] = []
        first.reserveCapacity(set.points.count)
        let cells = set.indexOfInput.indices.map { site in
            let cell = numbers.new(set.indexOfInput[site])
            if Int(cell) == first.count { first.append(Int32(truncatingIfNeeded: site)) }
            return cell
        }
        let numbersOfGiven = result.given
        vertices = result.vertices
        edges = result.edges.map { edge in
            var edge = edge
            if edge.left >= 0 { edge.left = numbers.new(numbersOfGiven[Int(edge.left)]) }
            if edge.right >= 0 { edge.right = numbers.new(numbersOfGiven[Int(edge.right)]) }
            return edge
        }
        cellOfSite = cells
        siteOfCell = first
        self.reachInMetres = reachInMetres
    }

    /// For each point the label of the first site on it.
    private static func labelsOfPoints(_ set: SiteSet, _ labels: [Int32]) -> [Int32] {
        var ofPoint = [Int32](repeating: 0, count: set.points.count)
        for site in labels.indices.reversed() { ofPoint[Int(set.indexOfInput[site])] = labels[site] }
        return ofPoint
    }

    /// The diagram of the sites, after joining those that are too close.
    private static func diagram(
        _ set: inout SiteSet, _ region: TessellationRegion, _ reach: Double?
    ) throws(TessellationError) -> VoronoiDiagram {
        var x: [Double] = []
        var y: [Double] = []
        x.reserveCapacity(set.points.count)
        y.reserveCapacity(set.points.count)
        for point in set.points {
            let p = region.plane.project(point.coordinate)
            guard p.x.isFinite, p.y.isFinite else { throw .tooWide }
            x.append(p.x)
            y.append(p.y)
        }
        func diagram(of set: inout SiteSet, joining candidates: [Int32]) -> VoronoiDiagram {
            if candidates.isEmpty {
                return VoronoiDiagram(
                    siteX: x, siteY: y, reach: reach, rim: region.rimInMetres, straight: region.straight)
            }
            let kept = set.mergeNear(x: x, y: y, metres: nearestInMetres, candidates: candidates)
            return VoronoiDiagram(
                siteX: kept.map { x[$0] }, siteY: kept.map { y[$0] }, reach: reach, rim: region.rimInMetres,
                straight: region.straight)
        }
        let all = set
        let candidates = set.nearCandidates(x: x, y: y, metres: nearestInMetres) ?? []
        let first = diagram(of: &set, joining: candidates)
        if first.smallestSpacing >= nearestInMetres { return first }
        // It was not told beforehand: all are looked at.
        set = all
        return diagram(of: &set, joining: all.points.indices.map { Int32($0) })
    }
}
