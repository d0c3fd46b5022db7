package import Geometry

/// Where something is by a relative expression: a shape that holds it, and the best point in it.
package struct UncertaintyRegion: Sendable {
    /// Valid; outline counter-clockwise, holes clockwise (RFC 7946); geodesic arcs as chords of at most 5 degrees.
    package let polygon: Polygon
    /// The likeliest point.
    package let centre: Coordinate
    /// The largest distance from the centre to the region's border.
    package let enclosingRadiusInMetres: Double
    package let rule: RegionRule

    package var areaInSquareMetres: Double { AuthalicArea.area(of: polygon) }

    package func contains(_ point: Coordinate) -> Bool { PointInPolygon.contains(polygon, point) }

    /// How far outside a point lies; 0 inside. Straight lines of an equal-area plane around the centre, within some
    /// thousandths of the geodesic at the size of a region.
    package func distanceOutsideInMetres(_ point: Coordinate) -> Double {
        if contains(point) { return 0 }
        guard let plane = try? EqualAreaPlane(centre: centre), let p = plane.forward(point) else { return .infinity }
        var best = Double.infinity
        for ring in polygon.rings {
            let corners = ring.compactMap(plane.forward)
            for (a, b) in zip(corners, corners.dropFirst()) {
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = dx * dx + dy * dy
                let share = length > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
                let (x, y) = (a.x + share * dx - p.x, a.y + share * dy - p.y)
                best = min(best, x * x + y * y)
            }
        }
        return best.squareRoot()
    }
}
