package import Geometry

/// What must hold of every result. Tests run it, and a debug flag may.
package enum Invariants {
    /// All that is wrong with the regions, each with its place; empty when all is well.
    ///
    /// No overlap and no gap; areas sum up to the area of interest; rings closed, directed, canonical and valid;
    /// sites inside the areas of their labels; fronts are the common boundary of two areas.
    ///
    /// - Parameters:
    ///   - sites: those the tessellation was made of, in the same order.
    ///   - area: the area of interest it was cut to, if any.
    /// - Complexity: O(n log n), plus O(sites outside · vertices of the area).
    package static func violations(
        of regions: ControlRegions, sites: [Coordinate], area: MultiPolygon?
    ) -> [String] {
        let areas = regions.areas
        return regions.tessellation.topologyFaults() + sums(areas, regions.tessellation, area) + rings(areas)
            + misplacedSites(regions, sites: sites, area: area) + FrontCheck.violations(regions, areas)
    }

    private static func sums(_ areas: [ControlArea], _ t: Tessellation, _ area: MultiPolygon?) -> [String] {
        var faults: [String] = []
        func compare(_ name: String, _ seen: Double, _ expected: Double, tolerance: Double) {
            if !(abs(seen - expected) <= tolerance) {
                faults.append("\(name): \(seen) m², expected \(expected) m²")
            }
        }
        let whole = t.areaInSquareMetres
        let exact = 1 + 1e-9 * whole
        compare("sum of areas", areas.reduce(0) { $0 + $1.areaInSquareMetres }, whole, tolerance: exact)
        compare(
            "sum of cells", t.cellAreasInSquareMetres.reduce(t.beyondReachAreaInSquareMetres, +), whole,
            tolerance: exact)
        for (i, cell) in t.cellAreasInSquareMetres.enumerated() where cell < -1e-3 {
            faults.append("cell \(i) has \(cell) m²")
        }
        if let area {
            // Where the border was cut it lies up to a centimetre beside the given one.
            var length = 0.0
            for polygon in area.polygons {
                for ring in polygon.rings { length += Geodesic.lengthInMetres(of: ring) }
            }
            compare("area of interest", whole, AuthalicArea.area(of: area), tolerance: exact + 0.01 * length)
        }
        return faults
    }

    private static func rings(_ areas: [ControlArea]) -> [String] {
        var faults: [String] = []
        for area in areas {
            for polygon in area.polygons {
                for (i, ring) in polygon.rings.enumerated() {
                    let place = "label \(area.label), ring at \(ring.first.map { "\($0.coordinate)" } ?? "nowhere")"
                    if ring.count < 4 || ring.first != ring.last { faults.append("\(place): not closed") }
                    let doubled = GridPoint.doubledArea(of: ring)
                    if (doubled > 0) != (i == 0) || doubled == 0 { faults.append("\(place): runs the wrong way") }
                    if ring.min() != ring.first { faults.append("\(place): does not begin at its smallest vertex") }
                    if Set(ring).count != ring.count - 1 { faults.append("\(place): touches itself") }
                }
            }
            if let reason = Validity.reason(of: area.shape) { faults.append("label \(area.label): \(reason)") }
        }
        return faults
    }

    /// Sites that lie in the area of interest but not in their own cell.
    ///
    /// Which label a site is in follows from its cell.
    private static func misplacedSites(
        _ regions: ControlRegions, sites: [Coordinate], area: MultiPolygon?
    ) -> [String] {
        let t = regions.tessellation
        let points = sites.map { GridPoint($0) }
        var odd = [Bool](repeating: false, count: sites.count)
        var onEdge = odd
        var sitesOfCell = [[Int]](repeating: [], count: t.cellCount)
        for (site, cell) in t.cellOfSite.enumerated() { sitesOfCell[Int(cell)].append(site) }
        for edge in t.edges {
            let (a, b) = (t.vertices[Int(edge.from)], t.vertices[Int(edge.to)])
            let (low, high) = a.y < b.y ? (a, b) : (b, a)
            for cell in [edge.left, edge.right] where cell >= 0 {
                for site in sitesOfCell[Int(cell)] {
                    let p = points[site]
                    guard Int64(low.y) - 2 <= p.y, p.y <= Int64(high.y) + 2 else { continue }
                    let turn = GridPoint.orientation(low, high, p)
                    if isBeside(turn, low, high, p) { onEdge[site] = true }
                    if low.y <= p.y && p.y < high.y && turn > 0 { odd[site].toggle() }
                }
            }
        }
        var faults: [String] = []
        for (cell, members) in sitesOfCell.enumerated() {
            // Of sites closer than a metre the smallest on the grid stands for all.
            let site = members.min { points[$0] < points[$1] }!
            if odd[site] || onEdge[site] { continue }
            if let area, !PointInPolygon.contains(area, points[site].coordinate) { continue }
            faults.append("site \(site) at \(sites[site]) is not in its cell \(cell)")
        }
        return faults
    }

    /// Whether a point lies within two units of the grid of an edge: where edges cross, they move by up to one.
    private static func isBeside(_ turn: Int64, _ a: GridPoint, _ b: GridPoint, _ p: GridPoint) -> Bool {
        let (dx, dy) = (Double(b.x) - Double(a.x), Double(b.y) - Double(a.y))
        guard abs(Double(turn)) <= 2 * (dx * dx + dy * dy).squareRoot() else { return false }
        return Int64(p.x) >= Int64(min(a.x, b.x)) - 2 && Int64(p.x) <= Int64(max(a.x, b.x)) + 2
    }
}
