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
    private let cosine: Double
    /// Sine of the latitude, and the radius of curvature across the meridian.
    private let sinPhi, normal: Double
    /// For the bounds to boxes: squares of metres by squares of steps north and east, too small rather than too large.
    private let north2, east2: Double
    private let semiMajorAxis, eccentricitySquared: Double

    // A literal: what is worked out once for all must be asked for at each use.
    @inline(__always) private static var step: Double { 1.7453292519943295e-9 }

    /// Nil near the poles, and where the meridian of 180° is within reach.
    init?(at origin: Coordinate) {
        guard abs(origin.latitude) <= Self.latitudeLimit else { return nil }
        self.origin = origin
        x = origin.longitude * 1e7
        y = origin.latitude * 1e7
        semiMajorAxis = Geodesic.semiMajorAxisInMetres
        eccentricitySquared = Authalic.eccentricitySquared
        let phi = origin.latitude * (.pi / 180)
        (sinPhi, cosine) = (sin(phi), cos(phi))
        let (e2, g) = (eccentricitySquared, Self.step)
        let w = 1 - e2 * sinPhi * sinPhi
        normal = semiMajorAxis / w.squareRoot()
        let meridian = normal * (1 - e2) / w
        let slope = 3 * meridian * e2 * sinPhi * cosine / w
        m0 = meridian * g
        m1 = slope * g * g / 2
        p0 = normal * cosine * g
        p1 = -meridian * sinPhi * g * g / 2
        p2 = -(meridian * cosine + slope * sinPhi) * g * g * g / 8
        errorPerSquareMetre = (0.25 / (cosine * cosine) + 0.25) / (6.3e6 * 6.3e6)
        // Arcs on the sphere of the smallest radius of curvature are never longer than geodesics. A point within reach is
        // not nearer to the pole than this, and not more longitudes away than that; sin²x ≥ x² (1 - x²/3).
        let smallest = semiMajorAxis * (1 - e2)
        let arc = 1.01 * Self.reachInMetres / smallest
        let cosineThere = cos(abs(phi) + arc)
        let across = arc / cosineThere
        guard abs(origin.longitude) + across * (180 / .pi) < 180 else { return nil }
        north2 = smallest * smallest * g * g * (1 - arc * arc / 12) * (1 - 1e-9)
        east2 = north2 * cosine * cosineThere * (1 - across * across / 12)
    }

    /// The square of the distance in metres to a point of the grid, good to ``relativeError(squareMetres:)``.
    @inline(__always)
    func squareMetres(_ longitude: Int32, _ latitude: Int32) -> Double {
        let dx = Double(longitude) - x
        let dy = Double(latitude) - y
        let north = dy * (m0 + dy * m1)
        let east = dx * (p0 + dy * (p1 + dy * p2))
        return north * north + east * east
    }

    /// Up to here ``metres(_:_:)`` is good to a micrometre.
    static let chordLimitInMetres = 9_900.0

    /// The distance to a point of the grid nearer than ``chordLimitInMetres``: the arc over the chord through the Earth,
    /// as in `Geodesic.lengthInMetres(of:)`. Sines of the small differences by their series, so that none is looked up.
    func metres(_ longitude: Int32, _ latitude: Int32) -> Double {
        let (sinY, cosY) = Self.series((Double(latitude) - y) * Self.step)
        let (sinX, cosX) = Self.series((Double(longitude) - x) * Self.step)
        let sinThere = sinPhi * cosY + cosine * sinY
        let cosThere = cosine * cosY - sinPhi * sinY
        let e2 = eccentricitySquared
        let w = 1 - e2 * sinThere * sinThere
        let normalThere = semiMajorAxis / w.squareRoot()
        let out = normalThere * cosThere * cosX - normal * cosine
        let across = normalThere * cosThere * sinX
        let up = (1 - e2) * (normalThere * sinThere - normal * sinPhi)
        let chord = (out * out + across * across + up * up).squareRoot()
        guard chord > 0 else { return 0 }
        let north = up / (chord * max(cosine, cosThere))
        let w0 = 1 - e2 * sinPhi * sinPhi
        // Euler's theorem: 1/N, and 1/M as a multiple of it, by the direction of the chord.
        let turn = chord / normal * (1 + min(1, north * north) * (w0 / (1 - e2) - 1))
        return chord * (1 + turn * turn * (1.0 / 24))
    }

    /// Sine and cosine of an angle below 0.02, to the last digit.
    @inline(__always)
    private static func series(_ angle: Double) -> (sine: Double, cosine: Double) {
        let square = angle * angle
        return (
            angle * (1 - square * (1.0 / 6) * (1 - square * (1.0 / 20) * (1 - square * (1.0 / 42)))),
            1 - square * 0.5 * (1 - square * (1.0 / 12) * (1 - square * (1.0 / 30) * (1 - square * (1.0 / 56))))
        )
    }

    /// How far the distance may be off, as a share of it.
    @inline(__always)
    func relativeError(squareMetres: Double) -> Double { errorPerSquareMetre * squareMetres + 2e-9 }

    /// A square of metres that no point in the box is nearer than, if any point in the box is within
    /// ``reachInMetres``: by the haversine on the smallest sphere.
    @inline(__always)
    func lowestSquareMetres(toBox box: UnsafePointer<Int32>) -> Double {
        let dx = max(Double(box[0]) - x, x - Double(box[2]), 0)
        let dy = max(Double(box[1]) - y, y - Double(box[3]), 0)
        return dy * dy * north2 + dx * dx * east2
    }
}
