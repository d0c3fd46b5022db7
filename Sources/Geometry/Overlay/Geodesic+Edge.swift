internal import Glibc

extension Geodesic {
    /// The length in metres of an edge that is straight in longitude and latitude.
    ///
    /// Below 10 km by Gauss's mid-latitude formula, which is within a millionth of the geodesic there and takes a twentieth
    /// of the time of the general solution; longer ones in halves.
    package static func edgeLengthInMetres(from a: Coordinate, to b: Coordinate) -> Double {
        let middle = (a.latitude + b.latitude) / 2 * (.pi / 180)
        let (s, c) = (sin(middle), cos(middle))
        let e2 = Authalic.eccentricitySquared
        let w = 1 - e2 * s * s
        let normal = semiMajorAxisInMetres / w.squareRoot()
        let north = (b.latitude - a.latitude) * (.pi / 180) * normal * (1 - e2) / w
        let east = (b.longitude - a.longitude) * (.pi / 180) * normal * c
        let square = north * north + east * east
        guard square >= 1e8 else { return abs(middle) < 1.2 ? square.squareRoot() : distanceInMetres(a, b) }
        let half = Coordinate(longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2)
        return edgeLengthInMetres(from: a, to: half) + edgeLengthInMetres(from: half, to: b)
    }
}
