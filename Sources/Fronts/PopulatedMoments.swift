package import Geometry

/// Populated land of one moment after another: of cells with nothing new around them the figure is kept. Each moment is
/// to the last digit what ``PopulatedLand`` makes of it alone.
package struct PopulatedMoments: Sendable {
    private let land: PopulatedLand
    private let metres: Double
    /// In the plane of the cells.
    private let spots: [PlanePoint]
    private let squares: CellSquares
    private var near: DiscGrid
    /// Of the moment before: by cell, and by spot.
    private var labels: [Int32] = []
    private var settled: [Int32]
    /// Square metres by cell; negative where no settlement is near.
    private var areas: [Double]

    /// - Parameter spots: where there may be settlements.
    package init(_ land: PopulatedLand, spots: [Coordinate], withinMetres metres: Double) {
        self.land = land
        self.metres = metres
        self.spots = spots.map { land.plane?.forward($0) ?? PlanePoint(x: .nan, y: .nan) }
        squares = CellSquares(land, leastSide: metres)
        near = DiscGrid(radius: metres)
        settled = [Int32](repeating: -1, count: spots.count)
        areas = [Double](repeating: -1, count: land.tessellation.cellCount)
    }

    /// Square metres by label, as ``PopulatedLand/areas(labels:settlements:withinMetres:guess:)``.
    ///
    /// - Parameters:
    ///   - labels: of the cells; a number means the same at all moments.
    ///   - settled: for each spot the label of the settlement there, or -1.
    ///   - spot: asked for one by a cell that may reach all of it; saves a search.
    /// - Complexity: O(cells), and more for those that have another label than before or a settlement within reach that
    ///   is new or gone.
    package mutating func areas(labels: [Int32], settled: [Int32], spot: (Int) -> Int?) -> [Int32: Double] {
        guard land.plane != nil else { return [:] }
        var isNew = [Bool](repeating: self.labels.isEmpty, count: labels.count)
        for (index, before) in self.settled.enumerated() where settled[index] != before {
            if before >= 0 { near.remove(spots[index], before) }
            if settled[index] >= 0 { near.add(spots[index], settled[index]) }
            if !self.labels.isEmpty { squares.forEach(within: metres, of: spots[index]) { isNew[$0] = true } }
        }
        var sums = LabelSums(highest: labels.max() ?? 0)
        var hasSome = [Bool](repeating: false, count: Int(labels.max() ?? 0) + 1)
        for cell in labels.indices {
            let label = labels[cell]
            if isNew[cell] || self.labels[cell] != label {
                let guess = spot(cell).flatMap { settled[$0] == label ? spots[$0] : nil }
                areas[cell] = land.area(of: cell, label, near, metres, guess: guess) ?? -1
            }
            guard areas[cell] >= 0 else { continue }
            sums[label] += areas[cell]
            hasSome[Int(label)] = true
        }
        (self.labels, self.settled) = (labels, settled)
        return Dictionary(
            uniqueKeysWithValues: hasSome.indices.filter { hasSome[$0] }.map { (Int32($0), sums[Int32($0)]) })
    }
}
