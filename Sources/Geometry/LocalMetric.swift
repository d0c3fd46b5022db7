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
    /// Sine of the latitude, with its sign, and the radius of curvature across the meridian.
    private let sinPhi, normal: Double

    // Literals and stored values only: what is worked out once for all must be asked for at each use.
    @inline(__always) private static var step: Double { 1.7453292519943295e-9 }
    @inline(__always) private static var turn: Double { 3.6e9 }
    /// The square of the smallest radius of curvature of the ellipsoid, less a hair for rounding: arcs on that sphere are
    /// never longer than geodesics.
    private let smallestSquare: Double
    private let semiMajorAxis, eccentricitySquared: Double

    /// Nil near the poles.
    init?(at origin: Coordinate) {
        guard abs(origin.latitude) <= Self.latitudeLimit else { return nil }
        self.origin = origin
        x = origin.longitude * 1e7
        y = origin.latitude * 1e7
        semiMajorAxis = Geodesic.semiMajorAxisInMetres
        eccentricitySquared = Authalic.eccentricitySquared
        let smallest = semiMajorAxis * (1 - eccentricitySquared)
        smallestSquare = smallest * smallest * (1 - 1e-9)
        let phi = origin.latitude * (.pi / 180)
        sinPhi = sin(phi)
        (sine, cosine) = (abs(sinPhi), cos(phi))
        let (e2, g) = (eccentricitySquared, Self.step)
        let w = 1 - e2 * sine * sine
        normal = semiMajorAxis / w.squareRoot()
        let meridian = normal * (1 - e2) / w
        let slope = 3 * meridian * e2 * sinPhi * cosine / w
        m0 = meridian * g
        m1 = slope * g * g / 2
        p0 = normal * cosine * g
        p1 = -meridian * sinPhi * g * g / 2
        p2 = -(meridian * cosine + slope * sinPhi) * g * g * g / 8
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

    /// Up to here ``metres(_:_:)`` is good to a micrometre.
    static let chordLimitInMetres = 9_900.0

    /// The distance to a point of the grid nearer than ``chordLimitInMetres``: the arc over the chord through the Earth,
    /// as in `Geodesic.lengthInMetres(of:)`. Sines of the small differences by their series, so that none is looked up.
    func metres(_ longitude: Int32, _ latitude: Int32) -> Double {
        var turns = Double(longitude) - x
        turns = turns > Self.turn / 2 ? turns - Self.turn : turns < -Self.turn / 2 ? turns + Self.turn : turns
        let (sinY, cosY) = Self.series((Double(latitude) - y) * Self.step)
        let (sinX, cosX) = Self.series(turns * Self.step)
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
        let cosineThere = max(0, cosine * (1 - reach * reach * 0.5) - sine * reach)
        let (yy, xx) = (dy * dy, dx * dx)
        // Divisions would take longer than all the rest.
        return (yy * (1 - yy * (1.0 / 12)) + cosine * cosineThere * xx * (1 - xx * (1.0 / 12))) * smallestSquare
    }
}
