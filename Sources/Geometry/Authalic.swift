internal import Glibc

/// Authalic latitude: the latitude on the sphere that has the same area, belt by belt, as the ellipsoid
/// (Snyder 1987, equations 3-11 to 3-18).
enum Authalic {
    static let eccentricitySquared = Geodesic.flattening * (2 - Geodesic.flattening)

    /// Snyder's q as a series in s = sin φ: 2 (1 - e²) Σ e²ᵏ s²ᵏ⁺¹ (k + 1) / (2k + 1).
    ///
    /// Eight terms reach the last bit of a double and cost less than the closed form with its logarithm.
    @inline(__always)
    static func q(ofSine s: Double) -> Double {
        let t = eccentricitySquared * s * s
        var sum = 8.0 / 15
        sum = sum * t + 7.0 / 13
        sum = sum * t + 6.0 / 11
        sum = sum * t + 5.0 / 9
        sum = sum * t + 4.0 / 7
        sum = sum * t + 3.0 / 5
        sum = sum * t + 2.0 / 3
        sum = sum * t + 1
        return 2 * (1 - eccentricitySquared) * s * sum
    }

    static let qAtPole = q(ofSine: 1)

    /// The radius of the sphere with the ellipsoid's surface: 6,371,007.18 m.
    static let radiusInMetres = Geodesic.semiMajorAxisInMetres * (qAtPole / 2).squareRoot()

    /// The sine of the authalic latitude from the sine of the geodetic one.
    @inline(__always)
    static func sine(ofSine s: Double) -> Double {
        q(ofSine: s) / qAtPole
    }

    /// The geodetic latitude in radians from the authalic one, given as sine and cosine.
    ///
    /// φ - β as a sine series in 2β. The coefficients are the discrete sine transform of the solution by Newton's
    /// method for WGS 84 (a test works them out again); they fall by 500 from one to the next.
    @inline(__always)
    static func latitude(sine: Double, cosine: Double) -> Double {
        let sin2 = 2 * sine * cosine
        let cos2 = (cosine - sine) * (cosine + sine)
        // Clenshaw's recurrence.
        let b5 = 2.1898190044810958e-14
        let b4 = 1.0201864177343405e-11 + 2 * cos2 * b5
        let b3 = 5.086220676315979e-09 + 2 * cos2 * b4 - b5
        let b2 = 2.88319780493138e-06 + 2 * cos2 * b3 - b4
        let b1 = 2.239208996354099e-03 + 2 * cos2 * b2 - b3
        return atan2(sine, cosine) + sin2 * b1
    }
}
