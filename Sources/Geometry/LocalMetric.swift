internal import Glibc

/// Distances from one point to points near it, by a few multiplications each, with a bound on their error.
///
/// Gauss's mid-latitude formula on the ellipsoid: the arcs of meridian and of parallel halfway between the points make
/// the legs of a right triangle; both radii are taken as polynomials in the difference of latitude. The error grows with
/// the square of the distance: below a millionth at 5 km.
struct LocalMetric {
    /// Beyond this the formula is not used.
    static let reachInMetres = 100_000.0
    /// Nearer to the poles the parallels are bent too much.
    private static let latitudeLimit = 80.0

    let origin: Coordinate
    /// The point on the grid of 10⁻⁷ degrees, not rounded.
    let x: Double
    let y: Double
    // Metres a step of the grid: north m0 + m1·dy, east p0 + p1·dy + p2·dy².
    private let m0, m1, p0, p1, p2: Double
    /// Relative error of a distance, by its square in metres.
    private let errorPerSquareMetre: Double
    /// For the bounds to boxes.
    private let cosine, sine: Double

    private static let step = 1e-7 * .pi / 180
    private static let turn = 3.6e9
    /// The smallest radius of curvature of the ellipsoid: arcs on this sphere are never longer than geodesics.
    private static let smallest =
        Geodesic.semiMajorAxisInMetres * (1 - Authalic.eccentricitySquared) * (1 - 1e-12)

    /// Nil near the poles.
    init?(at origin: Coordinate) {
        guard abs(origin.latitude) <= Self.latitudeLimit else { return nil }
        self.origin = origin
        x = origin.longitude * 1e7
        y = origin.latitude * 1e7
        let phi = origin.latitude * (.pi / 180)
        (sine, cosine) = (abs(sin(phi)), cos(phi))
        let (e2, g) = (Authalic.eccentricitySquared, Self.step)
        let w = 1 - e2 * sine * sine
        let normal = Geodesic.semiMajorAxisInMetres / w.squareRoot()
        let meridian = normal * (1 - e2) / w
        let slope = 3 * meridian * e2 * sin(phi) * cosine / w
        m0 = meridian * g
        m1 = slope * g * g / 2
        p0 = normal * cosine * g
        p1 = -meridian * sin(phi) * g * g / 2
        p2 = -(meridian * cosine + slope * sin(phi)) * g * g * g / 8
        errorPerSquareMetre = (0.25 / (cosine * cosine) + 0.25) / (6.3e6 * 6.3e6)
    }

    /// The square of the distance in metres to a point of the grid, good to ``relativeError(squareMetres:)``.
    @inline(__always)
    func squareMetres(_ longitude: Int32, _ latitude: Int32) -> Double {
        var dx = Double(longitude) - x
        // The shorter way around the Earth.
        dx = dx > Self.turn / 2 ? dx - Self.turn : dx < -Self.turn / 2 ? dx + Self.turn : dx
        let dy = Double(latitude) - y
        let north = dy * (m0 + dy * m1)
        let east = dx * (p0 + dy * (p1 + dy * p2))
        return north * north + east * east
    }

    /// How far the distance may be off, as a share of it.
    @inline(__always)
    func relativeError(squareMetres: Double) -> Double { errorPerSquareMetre * squareMetres + 2e-9 }

    /// A square of metres that no point in the box is nearer than, by the haversine on the smallest sphere with
    /// sin x ≥ x (1 - x²/6) and the cosine of the latitudes estimated from below.
    @inline(__always)
    func lowestSquareMetres(toBox box: UnsafePointer<Int32>) -> Double {
        let (west, south, east, north) = (Double(box[0]), Double(box[1]), Double(box[2]), Double(box[3]))
        let dy = max(south - y, y - north, 0) * Self.step
        var gap = max(west - x, x - east, 0)
        if gap > 0 {
            // The other way around may be nearer.
            gap = min(gap, max(0, min(Self.turn - abs(west - x), Self.turn - abs(east - x))))
        }
        let dx = gap * Self.step
        let reach = max(abs(south - y), abs(north - y)) * Self.step
        let cosineThere = max(0, cosine * (1 - reach * reach / 2) - sine * reach)
        let square = dy * dy * (1 - dy * dy / 12) + cosine * cosineThere * dx * dx * (1 - dx * dx / 12)
        return square * (Self.smallest * Self.smallest) * (1 - 1e-9)
    }
}
