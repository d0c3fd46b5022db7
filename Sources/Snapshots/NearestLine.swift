package import Geometry

/// The nearest of many lines to a point.
package struct NearestLine: Sendable {
    /// An index into the lines.
    package let line: Int
    package let coordinate: Coordinate
    package let distanceInMetres: Double

    /// Nil where there is no line with a point. Of equally near ones the first.
    ///
    /// Legs are measured in a plane around the point first, and along the geodesic only where they may be the nearest: the
    /// plane is off by less than a tenth within 3,000 km.
    /// - Complexity: O(n), some nanoseconds a leg.
    package init?(to point: Coordinate, among lines: [[Coordinate]]) {
        let plane = try? EqualAreaPlane(centre: point)
        func square(_ a: PlanePoint, _ b: PlanePoint) -> Double {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = dx * dx + dy * dy
            let t = length > 0 ? min(max(-(a.x * dx + a.y * dy) / length, 0), 1) : 0
            let (x, y) = (a.x + t * dx, a.y + t * dy)
            return x * x + y * y
        }
        // For each leg the square of its distance; a line of one point has one leg.
        let legs = lines.map { line -> [Double] in
            let flat = line.map { plane?.forward($0) ?? PlanePoint(x: 0, y: 0) }
            guard flat.count > 1 else { return flat.map { square($0, $0) } }
            return (1..<flat.count).map { square(flat[$0 - 1], flat[$0]) }
        }
        guard let least = legs.lazy.flatMap({ $0 }).min() else { return nil }
        let limit = (1.1 * least.squareRoot() + 1) * (1.1 * least.squareRoot() + 1)
        var best: (line: Int, coordinate: Coordinate, distanceInMetres: Double)?
        for (number, line) in lines.enumerated() {
            for (leg, square) in legs[number].enumerated() where square <= limit {
                let ends = line[leg...min(leg + 1, line.count - 1)]
                guard let found = Geodesic.nearest(on: Array(ends), to: point) else { continue }
                if found.distanceInMetres < best?.distanceInMetres ?? .infinity {
                    best = (number, found.coordinate, found.distanceInMetres)
                }
            }
        }
        guard let best else { return nil }
        (line, coordinate, distanceInMetres) = best
    }
}
