/// What follows from the areas of a snapshot: their parts, and how much of them is populated.
package struct Land: Sendable {
    package let parts: Parts
    /// For each area the square metres within reach of a settlement with the same call; nil where that has no meaning.
    package let populatedAreas: [Double?]
    package let populatedReachInMetres: Double
}
