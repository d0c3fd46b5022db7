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

    let sites: Int
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
        self.siteX = siteX + ghosts.x
        self.siteY = siteY + ghosts.y
        delaunay = Delaunay(x: self.siteX, y: self.siteY)
        isCut = [Bool](repeating: false, count: sites)
        placeCircumcentres()
        edges.reserveCapacity(3 * sites)
        if let reach {
            cutAtReach(reach, rim: rim)
            measureSpacing()
        } else {
            takeAllEdges(rim: rim ?? far)
        }
        bend(straight)
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
        x = [Double](repeating: 0, count: count)
        y = x
        for t in 0..<count {
            let (a, b, c) = (
                Int(delaunay.corners[3 * t]), Int(delaunay.corners[3 * t + 1]), Int(delaunay.corners[3 * t + 2])
            )
            let centre = SweepSeed.circumcentre(siteX[a], siteY[a], siteX[b], siteY[b], siteX[c], siteY[c])
            x[t] = centre.x
            y[t] = centre.y
        }
    }

    /// Without a reach: every edge between two real cells that enters the rim, its ends cut somewhat outside it.
    private mutating func takeAllEdges(rim: Double) {
        let cutoff = 1.2 * rim
        let (corners, twins) = (delaunay.corners, delaunay.twins)
        var smallest = Double.infinity
        for e in corners.indices {
            let twin = Int(twins[e])
            guard e < twin else { continue }
            let a = corners[e]
            let b = corners[twin]
            guard a < sites, b < sites else {
                if a < sites { isCut[Int(a)] = true }
                if b < sites { isCut[Int(b)] = true }
                continue
            }
            let (sx, sy) = (siteX[Int(a)] - siteX[Int(b)], siteY[Int(a)] - siteY[Int(b)])
            smallest = min(smallest, sx * sx + sy * sy)
            addEdge(from: Int32(twin / 3), to: Int32(e / 3), left: a, right: b, rim: rim, cutoff: cutoff)
        }
        smallestSpacingSquared = smallest
    }

    private mutating func addEdge(from: Int32, to: Int32, left: Int32, right: Int32, rim: Double, cutoff: Double) {
        let (px, py) = (x[Int(from)], y[Int(from)])
        let (qx, qy) = (x[Int(to)], y[Int(to)])
        let inner = rim * rim
        if px * px + py * py <= inner && qx * qx + qy * qy <= inner {
            edges.append(Edge(from: from, to: to, left: left, right: right))
            return
        }
        isCut[Int(left)] = true
        isCut[Int(right)] = true
        // Where the edge is within the cutoff: the roots of |p + t (q - p)|² = cutoff².
        let (dx, dy) = (qx - px, qy - py)
        let a = dx * dx + dy * dy
        let b = px * dx + py * dy
        let c = px * px + py * py - cutoff * cutoff
        let discriminant = b * b - a * c
        guard a > 0, discriminant > 0 else { return }
        let low = (-b - discriminant.squareRoot()) / a
        let high = (-b + discriminant.squareRoot()) / a
        guard low < 1, high > 0 else { return }
        let start = low <= 0 ? from : addVertex(px + low * dx, py + low * dy)
        let end = high >= 1 ? to : addVertex(px + high * dx, py + high * dy)
        edges.append(Edge(from: start, to: end, left: left, right: right))
    }

    mutating func addVertex(_ px: Double, _ py: Double) -> Int32 {
        x.append(px)
        y.append(py)
        return Int32(x.count - 1)
    }

    /// Splits edges that are straight in the plane but not in longitude and latitude, and joins the ends of short ones:
    /// the lowest vertex stands for all that are joined.
    private mutating func bend(_ straight: StraightEdges) {
        var short: [Int] = []
        for i in edges.indices {
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
            let pieces = straight.pieces(
                from: PlanePoint(x: px, y: py), to: PlanePoint(x: x[q], y: y[q]),
                spacing: (sx * sx + sy * sy).squareRoot())
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
