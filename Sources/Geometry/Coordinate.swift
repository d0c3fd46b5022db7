/// A point on the WGS 84 ellipsoid, in degrees.
package struct Coordinate: Hashable, Sendable {
    package var longitude: Double
    package var latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
