package import Fronts

/// A sector of the front that moved: connected land whose side went from one to another.
///
/// The side is the one called or, where a place is unknown, the one that most speaks for, as in the lines: land that
/// merely became uncertain is no advance. Contested land is nobody's, and no advance either.
package struct Advance: Sendable {
    package enum Kind: String, Sendable {
        /// The line between the two sides moved.
        case advance
        /// The land was surrounded by the side that took it.
        case pocketTaken = "pocket_taken"
        /// The land is surrounded by the side that lost it.
        case pocketMade = "pocket_made"
    }

    /// A place of the gazetteer, and how the middle of the sector lies from it.
    package struct Anchor: Sendable {
        package let placeIndex: Int
        package let distanceInMetres: Double
        package let azimuthInDegrees: Double
    }

    /// The side that lost the land, and the one that has it now.
    package let from: String
    package let to: String
    /// The sectors between the same two sides count from 1, the largest first.
    package let number: Int
    package let kind: Kind
    package let polygon: GridPolygon
    package let areaInSquareMetres: Double
    /// The part of it that was called held before and is called held now; the rest goes by likelihood.
    package let calledAreaInSquareMetres: Double
    package let measure: AdvanceMeasure
    /// Gazetteer indices of the places in it, by their ids.
    package let places: [Int]
    /// The nearest of the places whose land it is; nil only where a sector has none.
    package let nearest: Anchor?
    /// The reports that changed the places in it, ascending.
    package let reports: [Int]

    /// `advance/rebels>isis/1`: the id of the sector in files.
    package var id: String { "advance/\(from)>\(to)/\(number)" }
}
