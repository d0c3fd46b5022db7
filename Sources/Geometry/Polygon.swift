/// A polygon in longitude and latitude: the first ring is its outline, the others are holes.
/// Rings are closed (the last coordinate repeats the first).
package struct Polygon: Hashable, Sendable {
    package var rings: [[Coordinate]]

    package init(rings: [[Coordinate]]) {
        self.rings = rings
    }
}

/// Several polygons as one shape.
package struct MultiPolygon: Hashable, Sendable {
    package var polygons: [Polygon]

    package init(polygons: [Polygon]) {
        self.polygons = polygons
    }
}
