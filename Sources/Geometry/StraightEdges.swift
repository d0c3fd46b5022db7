internal import Glibc

/// Says into how many pieces an edge must go so that each is straight in the plane and, as far as it matters, in
/// longitude and latitude too.
///
/// A straight edge of 100 km in the plane lies some 200 m off the straight line between its ends in degrees. Between
/// two sites that are close together this would put one of them on the wrong side.
struct StraightEdges {
    let plane: EqualAreaPlane
    /// Upper bound of the deviation, in metres, per square metre of length.
    private let bend: Double

    /// - Parameter latitudeInDegrees: the largest, north or south, that matters.
    init(plane: EqualAreaPlane, latitudeInDegrees: Double) {
        self.plane = plane
        bend = 1.5 * (1 + tan(min(85, abs(latitudeInDegrees)) * .pi / 180)) / (8 * 6_371_000)
    }

    /// The deviation stays below this part of the distance between the two sites, and below 1 m.
    private static let part = 0.02

    /// True only where an edge is straight enough: of squared lengths, since it is asked of each edge.
    @inline(__always)
    func isStraight(lengthSquared: Double, spacingSquared: Double) -> Bool {
        let most = lengthSquared * bend
        return most <= 1 && most * most <= Self.part * Self.part * spacingSquared
    }

    func pieces(from p: PlanePoint, to q: PlanePoint, spacing: Double) -> Int {
        let tolerance = min(1, Self.part * spacing)
        let (a, b) = (plane.unproject(p), plane.unproject(q))
        let middle = plane.project(
            Coordinate(longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2))
        let (dx, dy) = (middle.x - (p.x + q.x) / 2, middle.y - (p.y + q.y) / 2)
        let deviation = (dx * dx + dy * dy).squareRoot()
        guard deviation > tolerance else { return 1 }
        // The deviation falls with the square of the length.
        return min(4096, Int((deviation / tolerance).squareRoot().rounded(.up)))
    }
}
