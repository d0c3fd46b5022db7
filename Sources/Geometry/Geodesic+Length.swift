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

    /// How far a point is from an edge that is straight in longitude and latitude, in metres.
    ///
    /// The foot of the perpendicular is found in the plane that touches the Earth at the point. Below 500 km the distance to
    /// it is measured by the chord, which is within a millimetre there and spares the general solution and its library.
    package static func distanceInMetres(from point: Coordinate, toEdge edge: (Coordinate, Coordinate)) -> Double {
        let sinPhi = sin(point.latitude * (.pi / 180))
        let w = 1 - Authalic.eccentricitySquared * sinPhi * sinPhi
        // A degree of longitude as a multiple of one of latitude.
        let stretch = cos(point.latitude * (.pi / 180)) * w / (1 - Authalic.eccentricitySquared)
        let (ax, ay) = (
            (edge.0.longitude - point.longitude) * stretch, edge.0.latitude - point.latitude
        )
        let (dx, dy) = ((edge.1.longitude - edge.0.longitude) * stretch, edge.1.latitude - edge.0.latitude)
        let square = dx * dx + dy * dy
        let along = square > 0 ? min(1, max(0, -(ax * dx + ay * dy) / square)) : 0
        let foot = Coordinate(
            longitude: edge.0.longitude + along * (edge.1.longitude - edge.0.longitude),
            latitude: edge.0.latitude + along * dy)
        let (here, there) = (SurfacePoint(point), SurfacePoint(foot))
        let chord = here.chord(to: there)
        return chord < 500_000 ? here.longArc(to: there, chord: chord) : distanceInMetres(point, foot)
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

    /// The same with the radius halfway and without breaking off the series: within a millimetre of the geodesic up to
    /// 500 km, measured against PROJ.
    func longArc(to other: SurfacePoint, chord: Double) -> Double {
        guard chord > 0 else { return 0 }
        let e2 = Authalic.eccentricitySquared
        let sine = (sinPhi + other.sinPhi) / 2
        let w = 1 - e2 * sine * sine
        let north = (other.z - z) / (chord * max((1 - sine * sine).squareRoot(), 1e-9))
        let cos2 = min(1, north * north)
        let diameter = 2 * Geodesic.semiMajorAxisInMetres / (w.squareRoot() * (1 + cos2 * (w / (1 - e2) - 1)))
        return diameter * asin(min(1, chord / diameter))
    }
}
