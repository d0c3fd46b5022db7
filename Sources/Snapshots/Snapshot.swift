package import Control
package import Fronts
package import Geometry
package import Reports

/// Who holds what at one moment, as known at one moment, with the areas and lines that follow.
package struct Snapshot: Sendable {
    package let at: Moment
    /// Reports recorded later were hidden; nil where none was.
    package let asKnownOn: Moment?
    package internal(set) var method: Method
    /// One for each drawn place, sorted by the place's id.
    package let places: [PlaceState]
    /// What the cells of places are labelled by.
    let labels: CellLabels
    let likely: LikelyLabels
    /// For each cell of the tessellation the cell of the place that it goes with.
    package let ownerOfCell: [Int32]
    /// One for each holder, sorted.
    package internal(set) var areas: [ControlArea]
    /// Sorted by the holders beside them, then by where they begin.
    package internal(set) var fronts: [FrontLine]
    /// What the digest is taken of, block by block.
    let blocks: [[UInt8]]
    /// `sha256:` over the calls, the moments, the method and the tessellation: two snapshots with the same digest say
    /// the same.
    package internal(set) var digest: String

    /// A place with its call.
    package struct PlaceState: Sendable {
        package let placeIndex: Int
        package let call: Call
        /// Its cell of the tessellation.
        package let cell: Int32
    }

    /// All land of one holder.
    package struct ControlArea: Sendable {
        package let holder: Holder
        package let polygons: [GridPolygon]
        package let areaInSquareMetres: Double
        /// Indices into `places` of the places in it.
        package let places: [Int]
        /// Indices of the reports that carried the calls of its places.
        package let reports: [Int]

        /// `control_area/rebels`: the id of the area in files, and for `frontline why`.
        package var id: String { "control_area/\(holder.key)" }
    }

    /// A line between the land of two sides.
    package struct FrontLine: Sendable {
        /// Who is on the left, walking from the first point to the last.
        package let left: String
        package let right: String
        /// False where the place on one side is unknown, and the line follows what most speaks for.
        package let isCertain: Bool
        package let line: [GridPoint]
        package let lengthInMetres: Double
        /// The lines between the same two sides count from 1 along the order of `fronts`, certain and likely ones apart.
        package let number: Int
        /// The places that face each other across it, along the line.
        package let facing: [Facing]
        /// Where along it which two of them do.
        let stretches: [Stretch]
        /// Indices into `places` of the places beside it.
        package let leftPlaces: [Int]
        package let rightPlaces: [Int]
        package let reports: [Int]
        /// Of a piece of a line (``Snapshot/segments(of:)``) its number, from 1.
        package var segment: Int?

        /// `front_line/isis|rebels/2`, `front_segment/isis|rebels/2/7`: the id of the line in files, and for `frontline why`.
        package var id: String {
            let kind = (isCertain ? "" : "likely_") + (segment == nil ? "front_line" : "front_segment")
            return "\(kind)/\(left)|\(right)/\(number)" + (segment.map { "/\($0)" } ?? "")
        }
    }

    /// Two places that face each other across a line, as indices into `places`.
    package struct Facing: Sendable {
        package let left: Int
        package let right: Int
        package let distanceInMetres: Double
        /// True where both calls are at least `Doubt.sureProbability` sure.
        package let isSure: Bool
    }

    /// From which of a line's points on two places face each other.
    struct Stretch: Sendable {
        let facing: Facing
        let start: Int
    }
}
