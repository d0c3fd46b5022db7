/// How much lines are smoothed and simplified.
///
/// All lengths are in parts of the distance between the two places that face each other at a point of the line, because
/// that is what is known of it: where villages stand close the line keeps close to what was drawn, and in the steppe it
/// may swing wider. See `Smoothing` in the documentation of this target for what each does to the error of the line.
package struct Smoothing: Hashable, Sendable {
    /// `light`, `presentation`.
    package let name: String
    /// Half the width of the window over which a line is averaged.
    package let window: Double
    /// How far a simplified line may run from the smoothed one.
    package let tolerance: Double
    /// How far any point may move in all.
    package let greatestMove: Double

    package init(name: String, window: Double, tolerance: Double, greatestMove: Double) {
        self.name = name
        self.window = window
        self.tolerance = tolerance
        self.greatestMove = greatestMove
    }

    /// Takes the steps out of the line.
    package static let light = Smoothing(name: "light", window: 0.75, tolerance: 0.01, greatestMove: 0.15)
    /// A line for a printed map.
    package static let presentation = Smoothing(name: "presentation", window: 2, tolerance: 0.01, greatestMove: 0.25)

    /// No label's area may change by more than this part of it.
    package static let greatestChangeOfArea = 0.01
    /// No line that is moved comes nearer to a place than this.
    package static let clearanceInMetres = 1.0
}
