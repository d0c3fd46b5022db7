package import Geometry

/// A stretch of the line between two hostile labels, from one junction to the next, or all around.
package struct Front: Hashable, Sendable {
    /// The cells on either side of a part of the line.
    package struct CellPair: Hashable, Sendable {
        package let left: Int32
        package let right: Int32
    }

    /// The smaller label: the line runs so that it lies on the left.
    package let left: Int32
    package let right: Int32
    /// A closed line begins and ends at its smallest vertex.
    package let points: [GridPoint]
    /// The cells along the line, in its order; the same pair not twice in a row.
    package let cells: [CellPair]
    /// For each of them the index of the point at which its stretch begins; of a smoothed line the nearest.
    package let cellStarts: [Int]
    /// Geodesic.
    package let lengthInMetres: Double

    package var isClosed: Bool { points.first == points.last }

    package var line: [Coordinate] { points.map(\.coordinate) }
}
