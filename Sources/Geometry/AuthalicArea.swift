internal import Glibc

/// Areas on the ellipsoid, where an edge is the straight line between two points in longitude and latitude,
/// which is what GeoJSON says an edge is (RFC 7946, 3.1.1).
///
/// By Green's theorem the area of a ring is a sum over its edges of -∫ (a²/2) q(φ) dλ, with q of ``Authalic``.
/// Each edge counts with opposite signs for its two sides, to the last bit, so the areas of the cells of a partition
/// sum up to the area of the whole.
package enum AuthalicArea {
    /// The share of one directed edge in the area on its left, in square metres.
    ///
    /// The sum over a counter-clockwise ring is its area. `contribution(b, a) == -contribution(a, b)`, exactly.
    ///
    /// - Assumptions: latitudes within ±90; the edge runs the way its longitudes say, not across ±180.
    /// - Complexity: O(1) for edges below 2 degrees of latitude.
    package static func contribution(from a: Coordinate, to b: Coordinate) -> Double {
        let width = (b.longitude - a.longitude) * (.pi / 180)
        if width == 0 { return 0 }
        let pieces = max(1, Int((abs(b.latitude - a.latitude) / 2).rounded(.up)))
        let mid = (a.latitude + b.latitude) / 2
        // Symmetric in a and b, so that both directions of the edge take the very same steps.
        let half = abs(b.latitude - a.latitude) / 2
        var sum = 0.0
        let step = half / Double(pieces)
        for i in 0..<pieces {
            sum += meanOfQ(mid: mid - half + Double(2 * i + 1) * step, half: step)
        }
        return -(Geodesic.semiMajorAxisInMetres * Geodesic.semiMajorAxisInMetres / 2) * width * (sum / Double(pieces))
    }

    /// The area inside a closed ring in square metres: positive when counter-clockwise.
    package static func signedArea(of ring: [Coordinate]) -> Double {
        var sum = 0.0
        for i in ring.indices.dropFirst() { sum += contribution(from: ring[i - 1], to: ring[i]) }
        return sum
    }

    /// The area of a polygon without its holes in square metres, whatever the direction of its rings.
    package static func area(of polygon: Polygon) -> Double {
        var sum = 0.0
        for (i, ring) in polygon.rings.enumerated() {
            let area = abs(signedArea(of: ring))
            sum += i == 0 ? area : -area
        }
        return sum
    }

    /// The sum of the areas of the members in square metres.
    package static func area(of shape: MultiPolygon) -> Double {
        shape.polygons.reduce(0) { $0 + area(of: $1) }
    }

    /// The mean of q over a range of latitudes by Gauss and Legendre's rule of four points: for a half-width of one
    /// degree the error is far below the last bit.
    @inline(__always)
    private static func meanOfQ(mid: Double, half: Double) -> Double {
        let near = 0.3399810435848563
        let far = 0.8611363115940526
        let nearWeight = 0.3260725774312731
        let farWeight = 0.1739274225687269
        return nearWeight * (q(mid - near * half) + q(mid + near * half))
            + farWeight * (q(mid - far * half) + q(mid + far * half))
    }

    @inline(__always)
    private static func q(_ latitude: Double) -> Double {
        Authalic.q(ofSine: sin(latitude * (.pi / 180)))
    }
}
