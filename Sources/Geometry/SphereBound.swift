internal import Glibc

/// A distance that the geodesic is never shorter than: the great circle between the same latitudes and longitudes, on a
/// sphere of the smallest radius of curvature, that of the meridian at the equator.
struct LowerBound {
    private let latitude: Double
    private let longitude: Double
    private let cosLatitude: Double

    /// a (1 - e²), less a hair for rounding.
    private static let radius =
        Geodesic.semiMajorAxisInMetres * (1 - Authalic.eccentricitySquared) * (1 - 1e-12)

    init(from c: Coordinate) {
        latitude = c.latitude * (.pi / 180)
        longitude = c.longitude * (.pi / 180)
        cosLatitude = cos(latitude)
    }

    func metres(to c: Coordinate) -> Double {
        let phi = c.latitude * (.pi / 180)
        return Self.metres(haversine(phi, cos(phi), c.longitude * (.pi / 180) - longitude))
    }

    /// The bound to the nearest point of a box in longitude and latitude.
    func metres(toBox box: UnsafePointer<Int32>) -> Double {
        let (west, south) = (Double(box[0]) / 1e7, Double(box[1]) / 1e7)
        let (east, north) = (Double(box[2]) / 1e7, Double(box[3]) / 1e7)
        let (s, n) = (south * (.pi / 180), north * (.pi / 180))
        let (w, e) = (west * (.pi / 180), east * (.pi / 180))
        if longitude >= w && longitude <= e {
            // Straight north or south.
            let gap = max(s - latitude, latitude - n, 0)
            return max(0, gap - 1e-14) * Self.radius
        }
        // The nearest meridian of the box, also the other way around the Earth.
        func around(_ a: Double) -> Double {
            let turn = abs(a).truncatingRemainder(dividingBy: 2 * .pi)
            return min(turn, 2 * .pi - turn)
        }
        let gap = min(around(w - longitude), around(e - longitude))
        var best = min(haversine(s, cos(s), gap), haversine(n, cos(n), gap))
        // On a meridian at this angle the nearest latitude is where the great circle meets it squarely.
        let foot = atan2(tan(latitude), cos(gap))
        if cos(gap) > 0 && foot > s && foot < n { best = min(best, haversine(foot, cos(foot), gap)) }
        return max(0, Self.metres(best) - 1e-6)
    }

    private func haversine(_ phi: Double, _ cosPhi: Double, _ gap: Double) -> Double {
        let (a, b) = (sin((phi - latitude) / 2), sin(gap / 2))
        return a * a + cosLatitude * cosPhi * b * b
    }

    private static func metres(_ haversine: Double) -> Double {
        2 * radius * asin(min(1, haversine.squareRoot()))
    }
}
