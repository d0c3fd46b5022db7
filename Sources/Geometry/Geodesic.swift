/// Distances, bearings and paths on the WGS 84 ellipsoid, by PROJ's `geodesic.h`
/// (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013; accurate to some nanometres).
///
/// The one model of the Earth in this project: nothing here knows a radius.
package enum Geodesic {
    /// The length of the shortest path, in metres.
    ///
    /// - Complexity: about a microsecond.
    package static func distanceInMetres(_ a: Coordinate, _ b: Coordinate) -> Double {
        let library = GeodesicLibrary.shared
        var distance = 0.0
        library.inverse(library.earth, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil)
        return distance
    }

    /// The length of the shortest path in metres, and its bearing at `a` in degrees clockwise from north, 0..<360.
    package static func inverse(
        _ a: Coordinate, _ b: Coordinate
    ) -> (distanceInMetres: Double, azimuthInDegrees: Double) {
        let library = GeodesicLibrary.shared
        var distance = 0.0
        var azimuth = 0.0
        library.inverse(library.earth, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &azimuth, nil)
        return (distance, normalised(azimuth))
    }

    /// The point reached from `start` by going `distanceInMetres` along the given bearing.
    package static func destination(
        from start: Coordinate, azimuthInDegrees: Double, distanceInMetres: Double
    ) -> Coordinate {
        let library = GeodesicLibrary.shared
        var latitude = 0.0
        var longitude = 0.0
        library.direct(
            library.earth, start.latitude, start.longitude, azimuthInDegrees, distanceInMetres, &latitude, &longitude,
            nil)
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// An azimuth in 0..<360; PROJ answers in ±180.
    private static func normalised(_ azimuth: Double) -> Double {
        let turned = azimuth < 0 ? azimuth + 360 : azimuth
        return turned >= 360 ? 0 : turned + 0  // + 0 turns -0 into 0
    }

    static let semiMajorAxisInMetres = 6_378_137.0
    static let flattening = 1 / 298.257223563
}
