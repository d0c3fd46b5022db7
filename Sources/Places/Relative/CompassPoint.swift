/// The sixteen points of the compass.
package enum CompassPoint: String, CaseIterable, Sendable {
    case north = "N"
    case northNortheast = "NNE"
    case northeast = "NE"
    case eastNortheast = "ENE"
    case east = "E"
    case eastSoutheast = "ESE"
    case southeast = "SE"
    case southSoutheast = "SSE"
    case south = "S"
    case southSouthwest = "SSW"
    case southwest = "SW"
    case westSouthwest = "WSW"
    case west = "W"
    case westNorthwest = "WNW"
    case northwest = "NW"
    case northNorthwest = "NNW"

    /// Clockwise from north, 0..<360.
    package var azimuthInDegrees: Double { Double(Self.allCases.firstIndex(of: self)!) * 22.5 }

    /// Of how many directions the speaker chose: 4 for "east", 8 for "north-east", 16 for "NNE".
    package var directionsInItsCompass: Int { 2 << rawValue.utf8.count }
}
