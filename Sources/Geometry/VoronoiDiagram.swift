/// The Voronoi diagram of sites in a plane, cut off at a reach around each site and at the rim of the region of
/// interest, with edges that are too short to matter contracted.
///
/// Still in metres and with rounding errors; what lies on the grid in the end is made sound by ``Noder``.
struct VoronoiDiagram {
    struct Edge {
        var from: Int32
        var to: Int32
        /// The cell on the left; `right` is a cell or ``Tessellation/beyondReach``.
        var left: Int32
        var right: Int32
    }

    /// Positions of vertices in the plane: first the circumcentre of each triangle, then points added by cuts.
    var x: [Double] = []
    var y: [Double] = []
    /// Stands for a vertex after contraction.
    var root: [Int32] = []
    var edges: [Edge] = []
    /// Between cells that are in the area or not as their neighbours are; see ``NeededCells``.
    var setAside: [Edge] = []
    /// Cells that are cut, open, or have an edge that is not straight in longitude and latitude: their edges need a
    /// look by the noder. The others are seen to be convex or not on the grid.
    var isCut: [Bool]

    /// Sites are numbered outward from the middle, not as they were given.
    let sites: Int
    /// For each site its place among those given.
    let given: [Int32]
    let delaunay: Delaunay
    let siteX: [Double]
    let siteY: [Double]
    let reach: Double?
    /// The square of the shortest side of the triangulation between real sites; infinite for a single site.
    private(set) var smallestSpacingSquared = Double.infinity

    /// Edges are contracted below this length, in metres: cocircular sites leave edges of length zero.
    static let shortest = 0.1

    /// - Parameter rim: the radius around the origin within which all edges are needed; nil when the reach cuts all.
    init(siteX: [Double], siteY: [Double], reach: Double?, rim: Double?, straight: StraightEdges) {
        sites = siteX.count
        self.reach = reach
        var far = rim ?? 0
        for i in 0..<sites { far = max(far, (siteX[i] * siteX[i] + siteY[i] * siteY[i]).squareRoot()) }
        far += reach ?? 0
        let ghosts = Self.ghosts(beyond: far)
        let (allX, allY) = (siteX + ghosts.x, siteY + ghosts.y)
        let (swept, order) = Delaunay.inOrderOfSweep(x: allX, y: allY)
        let ghostsAreLast = order.suffix(ghosts.x.count).allSatisfy { $0 >= siteX.count }
        if ghostsAreLast {
            delaunay = swept
            given = order
            self.siteX = order.map { allX[Int($0)] }
            self.siteY = order.map { allY[Int($0)] }
        } else {
            // Sites nearly on one line may be swept from beyond the ghosts.
            delaunay = swept.renumbered(order)
            given = allX.indices.map { Int32($0) }
            (self.siteX, self.siteY) = (allX, allY)
        }
        isCut = [Bool](repeating: false, count: sites)
        placeCircumcentres()
        if let reach {
            edges.reserveCapacity(3 * sites)
            cutAtReach(reach, rim: rim)
            measureSpacing()
            bend(straight, among: edges.indices.map { Int32($0) })
        } else {
            bend(straight, among: takeAllEdges(rim: rim ?? far, straight))
        }
    }

    /// The shortest side of the triangulation between real sites, in metres; infinite for a single site.
    var smallestSpacing: Double { smallestSpacingSquared.squareRoot() }

    private mutating func measureSpacing() {
        let (corners, twins) = (delaunay.corners, delaunay.twins)
        for e in corners.indices where e < Int(twins[e]) {
            let (a, b) = (Int(corners[e]), Int(corners[Int(twins[e])]))
            guard a < sites, b < sites else { continue }
            let (dx, dy) = (siteX[a] - siteX[b], siteY[a] - siteY[b])
            smallestSpacingSquared = min(smallestSpacingSquared, dx * dx + dy * dy)
        }
    }

    /// Sites so far out that no point that matters is nearer to them than to a real one. With them no real cell is
    /// unbounded, and one, two or collinear sites are no special cases.
    private static func ghosts(beyond far: Double) -> (x: [Double], y: [Double]) {
        let radius = 4 * max(far, 1000)
        let directions = stride(from: 0, to: Circle.steps, by: 3).map { Circle.direction($0) }
        return (directions.map { radius * $0.x }, directions.map { radius * $0.y })
    }

    private mutating func placeCircumcentres() {
        let count = delaunay.triangleCount
        let (corners, siteX, siteY) = (delaunay.corners, self.siteX, self.siteY)
        // Cuts and bends add some.
        let capacity = count + count / 16 + 64
        y = [Double](unsafeUninitializedCapacity: capacity) { y, yCount in
            x = [Double](unsafeUninitializedCapacity: capacity) { x, xCount in
                for t in 0..<count {
                    let (a, b, c) = (Int(corners[3 * t]), Int(corners[3 * t + 1]), Int(corners[3 * t + 2]))
                    let centre = SweepSeed.circumcentre(siteX[a], siteY[a], siteX[b], siteY[b], siteX[c], siteY[c])
                    x[t] = centre.x
                    y[t] = centre.y
                }
                (xCount, yCount) = (count, count)
            }
        }
    }

    /// Without a reach: every edge between two real cells that enters the rim, its ends cut somewhat outside it.
    ///
    /// Returns the edges that are short or may have to be bent, ascending; the others are seen here to be neither.
    private mutating func takeAllEdges(rim: Double, _ straight: StraightEdges) -> [Int32] {
        let (corners, twins) = (delaunay.corners, delaunay.twins)
        let (siteX, siteY, x, y) = (self.siteX, self.siteY, self.x, self.y)
        let inner = rim * rim
        var smallest = Double.infinity
        var special: [Int32] = []
        var far: [Int32] = []
        let room = corners.count / 2 + corners.count / 64 + 64
        edges = [Edge](unsafeUninitializedCapacity: room) { edges, edgeCount in
            for e in corners.indices {
                let twin = Int(twins[e])
                guard e < twin else { continue }
                let (left, right) = (corners[e], corners[twin])
                let (a, b) = (Int(left), Int(right))
                guard a < sites, b < sites else {
                    if a < sites { isCut[a] = true }
                    if b < sites { isCut[b] = true }
                    continue
                }
                let (sx, sy) = (siteX[a] - siteX[b], siteY[a] - siteY[b])
                let spacing = sx * sx + sy * sy
                smallest = min(smallest, spacing)
                let (from, to) = (twin / 3, e / 3)
                let (px, py, qx, qy) = (x[from], y[from], x[to], y[to])
                let length = (qx - px) * (qx - px) + (qy - py) * (qy - py)
                if px * px + py * py > inner || qx * qx + qy * qy > inner {
                    isCut[a] = true
                    isCut[b] = true
                    far.append(Int32(truncatingIfNeeded: edgeCount))
                    special.append(Int32(truncatingIfNeeded: edgeCount))
                } else if length < Self.shortest * Self.shortest
                    || !straight.isStraight(lengthSquared: length, spacingSquared: spacing)
                {
                    special.append(Int32(truncatingIfNeeded: edgeCount))
                }
                edges[edgeCount] = Edge(
                    from: Int32(truncatingIfNeeded: from), to: Int32(truncatingIfNeeded: to), left: left, right: right)
                edgeCount += 1
            }
        }
        smallestSpacingSquared = smallest
        return cut(far, rim: rim, special)
    }

    /// Cuts edges that leave the rim. Returns the special edges by their new places.
    private mutating func cut(_ far: [Int32], rim: Double, _ special: [Int32]) -> [Int32] {
        let dropped = far.filter { !cut(Int($0), cutoff: 1.2 * rim) }
        guard !dropped.isEmpty else { return special }
        var next = 0
        var kept: [Int32] = []
        for i in special {
            if next < dropped.count, dropped[next] == i { next += 1 } else { kept.append(i - Int32(next)) }
        }
        edges.removeAll { $0.from < 0 }
        return kept
    }

    /// Cuts an edge at a circle around the origin; false, with the edge marked, when all of it is outside.
    private mutating func cut(_ i: Int, cutoff: Double) -> Bool {
        let (px, py) = (x[Int(edges[i].from)], y[Int(edges[i].from)])
        let (qx, qy) = (x[Int(edges[i].to)], y[Int(edges[i].to)])
        // Where the edge is within the cutoff: the roots of |p + t (q - p)|² = cutoff².
        let (dx, dy) = (qx - px, qy - py)
        let a = dx * dx + dy * dy
        let b = px * dx + py * dy
        let c = px * px + py * py - cutoff * cutoff
        let discriminant = b * b - a * c
        let low = (-b - discriminant.squareRoot()) / a
        let high = (-b + discriminant.squareRoot()) / a
        guard a > 0, discriminant > 0, low < 1, high > 0 else {
            edges[i].from = -1
            return false
        }
        if low > 0 { edges[i].from = addVertex(px + low * dx, py + low * dy) }
        if high < 1 { edges[i].to = addVertex(px + high * dx, py + high * dy) }
        return true
    }

    mutating func addVertex(_ px: Double, _ py: Double) -> Int32 {
        x.append(px)
        y.append(py)
        return Int32(x.count - 1)
    }

    /// Splits edges that are straight in the plane but not in longitude and latitude, and joins the ends of short ones:
    /// the lowest vertex stands for all that are joined.
    ///
    /// - Parameter special: all edges of which either may be true, ascending.
    private mutating func bend(_ straight: StraightEdges, among special: [Int32]) {
        var short: [Int] = []
        for i in special.lazy.map({ Int($0) }) {
            let edge = edges[i]
            let (p, q) = (Int(edge.from), Int(edge.to))
            let (px, py) = (x[p], y[p])
            let (dx, dy) = (x[q] - px, y[q] - py)
            let squared = dx * dx + dy * dy
            if squared < Self.shortest * Self.shortest {
                short.append(i)
                continue
            }
            guard edge.right >= 0 else { continue }
            let (a, b) = (Int(edge.left), Int(edge.right))
            let (sx, sy) = (siteX[a] - siteX[b], siteY[a] - siteY[b])
            let spacing = sx * sx + sy * sy
            if straight.isStraight(lengthSquared: squared, spacingSquared: spacing) { continue }
            let pieces = straight.pieces(
                from: PlanePoint(x: px, y: py), to: PlanePoint(x: x[q], y: y[q]), spacing: spacing.squareRoot())
            guard pieces > 1 else { continue }
            isCut[a] = true
            isCut[b] = true
            var last = edge.from
            for k in 1..<pieces {
                let t = Double(k) / Double(pieces)
                let next = addVertex(px + t * dx, py + t * dy)
                edges.append(Edge(from: last, to: next, left: edge.left, right: edge.right))
                last = next
            }
            edges[i].from = last
        }
        var sets = UnionFind(count: x.count)
        for i in short { sets.join(edges[i].from, edges[i].to) }
        root = sets.settled()
    }
}
