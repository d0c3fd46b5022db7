internal import Glibc

/// A point of a local plane, in metres east and north of its centre.
package struct PlanePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

package enum EqualAreaPlaneError: Error, Hashable, Sendable, CustomStringConvertible {
    case badCentre(Coordinate)

    package var description: String {
        switch self {
        case .badCentre(let c):
            "no plane around longitude \(c.longitude), latitude \(c.latitude): expected finite values, latitude within ±89.9"
        }
    }
}

/// The Lambert azimuthal equal-area projection of the ellipsoid around a centre
/// (J. P. Snyder, "Map Projections: A Working Manual", USGS 1395, 1987, chapter 24, oblique aspect).
///
/// Written by hand rather than taken from PROJ: the same bytes under any version of PROJ, and the 6–8 ms of
/// `proj_create` are saved. PROJ is the oracle in the tests.
package struct EqualAreaPlane: Sendable {
    package let centre: Coordinate

    private let sinBeta1: Double
    private let cosBeta1: Double
    /// Snyder's D: takes the authalic sphere's scale at the centre to the ellipsoid's.
    private let stretch: Double

    /// - Throws: ``EqualAreaPlaneError/badCentre(_:)`` for a centre that is not finite or within 0.1° of a pole.
    package init(centre: Coordinate) throws(EqualAreaPlaneError) {
        guard centre.longitude.isFinite, abs(centre.longitude) <= 360, abs(centre.latitude) <= 89.9 else {
            throw .badCentre(centre)
        }
        self.centre = centre
        let sinPhi = sin(centre.latitude * .pi / 180)
        let cosPhi = cos(centre.latitude * .pi / 180)
        sinBeta1 = Authalic.sine(ofSine: sinPhi)
        cosBeta1 = (1 - sinBeta1 * sinBeta1).squareRoot()
        let m1 = cosPhi / (1 - Authalic.eccentricitySquared * sinPhi * sinPhi).squareRoot()
        stretch = Geodesic.semiMajorAxisInMetres * m1 / (Authalic.radiusInMetres * cosBeta1)
    }

    /// The place of a coordinate in the plane, in metres; nil when a value is not finite or the latitude beyond ±90.
    ///
    /// - Assumptions: the coordinate is not the antipode of the centre, where the projection has no single image.
    package func forward(_ c: Coordinate) -> PlanePoint? {
        guard c.longitude.isFinite, abs(c.latitude) <= 90 else { return nil }
        return project(c)
    }

    /// The coordinate of a place in the plane; nil when it lies outside the image of the Earth.
    ///
    /// The longitude runs continuously around the centre's and may pass ±180.
    package func inverse(_ p: PlanePoint) -> Coordinate? {
        let limit = 2 * Authalic.radiusInMetres * 0.9999
        guard p.x * p.x + p.y * p.y < limit * limit else { return nil }  // false for NaN, too
        return unproject(p)
    }

    @inline(__always)
    func project(_ c: Coordinate) -> PlanePoint {
        let sinBeta = Authalic.sine(ofSine: sin(c.latitude * (.pi / 180)))
        let cosBeta = (1 - min(1, sinBeta * sinBeta)).squareRoot()
        let lambda = (c.longitude - centre.longitude) * (.pi / 180)
        let (sinLambda, cosLambda) = (sin(lambda), cos(lambda))
        let b =
            Authalic.radiusInMetres
            * (2 / (1 + sinBeta1 * sinBeta + cosBeta1 * cosBeta * cosLambda)).squareRoot()
        return PlanePoint(
            x: b * stretch * cosBeta * sinLambda,
            y: b / stretch * (cosBeta1 * sinBeta - sinBeta1 * cosBeta * cosLambda))
    }

    @inline(__always)
    func unproject(_ p: PlanePoint) -> Coordinate {
        // With s = ρ / 2R, Snyder's angle ce obeys sin(ce) / ρ = √(1 - s²) / R and cos(ce) = 1 - 2s²: no trigonometry.
        let u = p.x / stretch / Authalic.radiusInMetres
        let v = p.y * stretch / Authalic.radiusInMetres
        let s2 = (u * u + v * v) / 4
        let k = (1 - s2).squareRoot()
        let cosC = 1 - 2 * s2
        let sinBeta = cosC * sinBeta1 + v * k * cosBeta1
        let east = u * k
        let north = cosC * cosBeta1 - v * k * sinBeta1
        let cosBeta = (east * east + north * north).squareRoot()
        return Coordinate(
            longitude: centre.longitude + atan2(east, north) * (180 / .pi),
            latitude: Authalic.latitude(sine: sinBeta, cosine: cosBeta) * (180 / .pi))
    }
}
