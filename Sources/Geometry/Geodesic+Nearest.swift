internal import Glibc

extension Geodesic {
    /// The point of a line nearest to `point`, and how far it is, in metres; nil when the line has no points.
    ///
    /// The legs are geodesics. The foot of the perpendicular is found by repeating the spherical solution on the
    /// ellipsoid until it no longer moves (S. Baselga, J. C. Martínez-Llario, "Intersection and point-to-line
    /// solutions for geodesics on the ellipsoid", Stud. Geophys. Geod. 62, 2018).
    ///
    /// - Assumptions: legs are shorter than a quarter of the Earth.
    /// - Complexity: O(n) in the points of the line.
    package static func nearest(
        on line: [Coordinate], to point: Coordinate
    ) -> (coordinate: Coordinate, distanceInMetres: Double)? {
        guard let first = line.first else { return nil }
        var best = (coordinate: first, distanceInMetres: distanceInMetres(first, point))
        for i in line.indices.dropFirst() {
            let candidate = nearest(from: line[i - 1], to: line[i], toPoint: point)
            if candidate.distanceInMetres < best.distanceInMetres { best = candidate }
        }
        return best
    }

    private static func nearest(
        from a: Coordinate, to b: Coordinate, toPoint p: Coordinate
    ) -> (coordinate: Coordinate, distanceInMetres: Double) {
        let leg = inverse(a, b)
        var along = 0.0
        var foot = a
        // Distance along the leg that still separates the foot from the perpendicular; shrinks by (distance/R)² a step.
        for _ in 0..<12 {
            let ahead = along == 0 ? leg : inverse(foot, b)
            // At the far end the bearing to b is undefined: look back instead.
            let bearing =
                ahead.distanceInMetres > 1e-3
                ? ahead.azimuthInDegrees : inverse(foot, a).azimuthInDegrees + 180
            let sight = inverse(foot, p)
            let angle = (sight.azimuthInDegrees - bearing) * .pi / 180
            let arc = sight.distanceInMetres / meanRadiusForStepping
            let step = atan2(sin(arc) * cos(angle), cos(arc)) * meanRadiusForStepping
            let next = min(max(along + step, 0), leg.distanceInMetres)
            let moved = abs(next - along)
            along = next
            foot = destination(from: a, azimuthInDegrees: leg.azimuthInDegrees, distanceInMetres: along)
            if moved < 1e-6 { break }
        }
        if along == 0 { foot = a }
        if along == leg.distanceInMetres { foot = b }
        return (foot, distanceInMetres(foot, p))
    }

    /// Only the size of a step towards the foot depends on it, not where the steps end.
    private static let meanRadiusForStepping = 6_371_000.0
}
