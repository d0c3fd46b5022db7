/// A box in longitude and latitude, in degrees, edges included.
package struct BoundingBox: Hashable, Sendable {
    package var west: Double
    package var south: Double
    package var east: Double
    package var north: Double

    package init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The smallest box around the coordinates; nil when there are none.
    package init?(_ coordinates: some Sequence<Coordinate>) {
        var box: BoundingBox?
        for c in coordinates {
            if box == nil {
                box = BoundingBox(west: c.longitude, south: c.latitude, east: c.longitude, north: c.latitude)
            } else {
                box!.west = min(box!.west, c.longitude)
                box!.south = min(box!.south, c.latitude)
                box!.east = max(box!.east, c.longitude)
                box!.north = max(box!.north, c.latitude)
            }
        }
        guard let box else { return nil }
        self = box
    }

    /// The smallest box around a shape; nil when it is empty.
    package init?(_ shape: MultiPolygon) {
        self.init(shape.polygons.lazy.flatMap { $0.rings.lazy.flatMap { $0 } })
    }

    package var centre: Coordinate {
        Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
    }

    package func contains(_ c: Coordinate) -> Bool {
        c.longitude >= west && c.longitude <= east && c.latitude >= south && c.latitude <= north
    }

    package func intersects(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}
