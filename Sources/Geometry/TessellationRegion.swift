/// The part of the Earth that a tessellation covers, and the plane in which it is worked out.
struct TessellationRegion {
    let plane: EqualAreaPlane
    let straight: StraightEdges
    /// The area of interest; nil when the reach alone decides.
    let border: AreaBorder?
    /// A box somewhat larger than the area; what lies outside of it does not matter.
    let frame: (low: GridPoint, high: GridPoint)?
    /// The radius around the plane's origin that encloses the frame.
    let rimInMetres: Double?

    init(points: [GridPoint], area: MultiPolygon?, reachInMetres: Double?) throws(TessellationError) {
        var low = points[0]
        var high = points[0]
        for p in points {
            low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        var border: AreaBorder?
        if let area {
            border = try AreaBorder(area)
        } else if reachInMetres == nil {
            border = try AreaBorder(Self.box(low, high, margin: 500_000))
        }
        self.border = border
        if let border { (low, high) = border.box }
        guard Int64(high.x) - Int64(low.x) <= 1_800_000_000 else { throw .tooWide }
        let centre = Coordinate(
            longitude: (Double(low.x) + Double(high.x)) / 2e7, latitude: (Double(low.y) + Double(high.y)) / 2e7)
        let plane: EqualAreaPlane
        do { plane = try EqualAreaPlane(centre: centre) } catch { throw .tooWide }
        self.plane = plane

        guard border != nil else {
            frame = nil
            rimInMetres = nil
            let farthest = points.reduce(0.0) { max($0, Self.radius(plane.project($1.coordinate))) }
            let reach = reachInMetres ?? 0
            let latitude = Double(max(abs(low.y), abs(high.y))) / 1e7
            guard farthest + reach < Self.largestRadius, latitude + reach / 110_000 < 89.9 else { throw .tooWide }
            straight = StraightEdges(plane: plane, latitudeInDegrees: latitude + reach / 110_000)
            return
        }
        let frame = Self.grown(low, high, margin: 1000)
        var rim = 0.0
        for side in 0..<64 {
            let t = Double(side) / 64
            let (w, s, e, n) = (Double(frame.low.x), Double(frame.low.y), Double(frame.high.x), Double(frame.high.y))
            for (x, y) in [(w + t * (e - w), s), (e, s + t * (n - s)), (e - t * (e - w), n), (w, n - t * (n - s))] {
                rim = max(rim, Self.radius(plane.project(Coordinate(longitude: x / 1e7, latitude: y / 1e7))))
            }
        }
        rim *= 1.02
        guard rim < Self.largestRadius else { throw .tooWide }
        self.frame = frame
        rimInMetres = rim
        straight = StraightEdges(
            plane: plane, latitudeInDegrees: Double(max(abs(frame.low.y), abs(frame.high.y))) / 1e7)
    }

    /// The image of half the Earth has this radius, R√2.
    private static let largestRadius = 9_000_000.0

    private static func radius(_ p: PlanePoint) -> Double {
        (p.x * p.x + p.y * p.y).squareRoot()
    }

    /// A box grown by a twentieth of its longer side, and at least by the margin in units of the grid.
    private static func grown(
        _ low: GridPoint, _ high: GridPoint, margin: Int64
    ) -> (low: GridPoint, high: GridPoint) {
        let longer = max(Int64(high.x) - Int64(low.x), Int64(high.y) - Int64(low.y))
        let by = max(margin, longer / 20)
        func clamped(_ v: Int64, _ limit: Int64) -> Int32 { Int32(min(max(v, -limit), limit)) }
        return (
            GridPoint(x: clamped(Int64(low.x) - by, 2_000_000_000), y: clamped(Int64(low.y) - by, 899_990_000)),
            GridPoint(x: clamped(Int64(high.x) + by, 2_000_000_000), y: clamped(Int64(high.y) + by, 899_990_000))
        )
    }

    private static func box(_ low: GridPoint, _ high: GridPoint, margin: Int64) -> MultiPolygon {
        var (sw, ne) = grown(low, high, margin: margin)
        sw.x = max(sw.x, -1_800_000_000)
        ne.x = min(ne.x, 1_800_000_000)
        let corners = [sw, GridPoint(x: ne.x, y: sw.y), ne, GridPoint(x: sw.x, y: ne.y), sw]
        return MultiPolygon(polygons: [Polygon(rings: [corners.map(\.coordinate)])])
    }
}
