import Rows

/// Distances and directions as people say them.
package enum Distance {
    /// `6 m`, `850 m`, `10.6 km`, `144 km`.
    package static func text(inMetres metres: Double) -> String {
        if metres < 10 { return Decimals.fixed(metres, decimals: 0) + " m" }
        if metres < 1000 { return Decimals.fixed(metres / 10, decimals: 0) + "0 m" }
        return Decimals.fixed(metres / 1000, decimals: metres < 99_950 ? 1 : 0) + " km"
    }

    /// The nearest of the eight points of the compass: `NE`.
    package static func compassPoint(azimuthInDegrees azimuth: Double) -> String {
        let points = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
        let index = Int((azimuth / 45).rounded()) % 8
        return points[index < 0 ? index + 8 : index]
    }
}
