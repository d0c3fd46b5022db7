internal import Glibc

extension Geodesic {
    /// The sum of the lengths of a line's legs, in metres; 0 for fewer than two points.
    ///
    /// Legs below 10 km are measured by their chord through the Earth, which takes a tenth of the time of the general
    /// solution and differs from it by less than a micrometre.
    ///
    /// - Complexity: O(n).
    package static func lengthInMetres(of line: [Coordinate]) -> Double {
        guard var last = line.first.map(SurfacePoint.init) else { return 0 }
        var sum = 0.0
        for c in line.dropFirst() {
            let next = SurfacePoint(c)
            let chord = last.chord(to: next)
            sum += chord < 10_000 ? last.arc(to: next, chord: chord) : distanceInMetres(last.coordinate, c)
            last = next
        }
        return sum
    }
}

/// A point on the ellipsoid in space, in metres from the centre of the Earth.
private struct SurfacePoint {
    let coordinate: Coordinate
    private let x: Double
    private let y: Double
    private let z: Double
    private let sinPhi: Double
    private let cosPhi: Double

    init(_ c: Coordinate) {
        coordinate = c
        let (phi, lambda) = (c.latitude * (.pi / 180), c.longitude * (.pi / 180))
        sinPhi = sin(phi)
        cosPhi = cos(phi)
        let e2 = Authalic.eccentricitySquared
        let n = Geodesic.semiMajorAxisInMetres / (1 - e2 * sinPhi * sinPhi).squareRoot()
        x = n * cosPhi * cos(lambda)
        y = n * cosPhi * sin(lambda)
        z = n * (1 - e2) * sinPhi
    }

    func chord(to other: SurfacePoint) -> Double {
        let (dx, dy, dz) = (other.x - x, other.y - y, other.z - z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// The length of the arc over a chord on the circle of curvature: chord + chord³ / 24ρ², with the radius ρ in the
    /// direction of the chord by Euler's theorem.
    func arc(to other: SurfacePoint, chord: Double) -> Double {
        guard chord > 0 else { return 0 }
        let e2 = Authalic.eccentricitySquared
        let w = 1 - e2 * sinPhi * sinPhi
        // Squared cosine of the azimuth, from how much of the chord points along the axis of the Earth.
        let north = (other.z - z) / (chord * max(cosPhi, other.cosPhi, 1e-9))
        let cos2 = min(1, north * north)
        // 1/N, and 1/M as a multiple of it.
        let curvature = w.squareRoot() / Geodesic.semiMajorAxisInMetres * (1 + cos2 * (w / (1 - e2) - 1))
        let turn = chord * curvature
        return chord * (1 + turn * turn / 24)
    }
}
