internal import Geometry

/// Places in a plane with their Delaunay triangulation: who is a neighbour of whom.
struct PlaceWeb: Sendable {
    let plane: EqualAreaPlane?
    /// Indices of the places given, each spot once; all else goes by positions in this list.
    let sites: [Int32]
    /// Metres.
    let x: [Double]
    let y: [Double]
    let triangulation: Delaunay
    /// The neighbours of `i` are `adjacent[start[i]..<start[i + 1]]`.
    let start: [Int32]
    let adjacent: [Int32]

    init(_ places: [Coordinate]) {
        let plane = BoundingBox(places).flatMap { try? EqualAreaPlane(centre: $0.centre) }
        self.plane = plane
        var seen: Set<GridPoint> = []
        var sites: [Int32] = []
        var x: [Double] = []
        var y: [Double] = []
        for (index, place) in places.enumerated() {
            guard let point = plane?.forward(place), point.x.isFinite, point.y.isFinite,
                seen.insert(GridPoint(place)).inserted
            else { continue }
            sites.append(Int32(index))
            x.append(point.x)
            y.append(point.y)
        }
        (self.sites, self.x, self.y) = (sites, x, y)
        triangulation = Delaunay(x: x, y: y)

        // Each half-edge tells one of its ends of the other; on the hull the twin is missing.
        var pairs: [(Int32, Int32)] = []
        pairs.reserveCapacity(triangulation.corners.count + triangulation.hull.count)
        for e in triangulation.corners.indices {
            let (a, b) = (triangulation.corners[e], triangulation.corners[Int(Delaunay.next(Int32(e)))])
            pairs.append((a, b))
            if triangulation.twins[e] < 0 { pairs.append((b, a)) }
        }
        var start = [Int32](repeating: 0, count: sites.count + 1)
        for (a, _) in pairs { start[Int(a) + 1] += 1 }
        for i in sites.indices { start[i + 1] += start[i] }
        var fill = start
        var adjacent = [Int32](repeating: 0, count: pairs.count)
        for (a, b) in pairs {
            adjacent[Int(fill[Int(a)])] = b
            fill[Int(a)] += 1
        }
        self.start = start
        self.adjacent = adjacent
    }

    func neighbours(of i: Int32) -> ArraySlice<Int32> {
        adjacent[Int(start[Int(i)])..<Int(start[Int(i) + 1])]
    }
}
