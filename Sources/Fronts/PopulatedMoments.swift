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

/// The cells by squares of a grid, to find those near a point.
private struct CellSquares {
    /// A cell larger than this many squares a side would fill the grid.
    private static let mostSquaresASide = 256.0

    private let boxes: [(low: PlanePoint, high: PlanePoint)?]
    private var low = PlanePoint(x: 0, y: 0)
    private var side = 1.0
    private var columns = 0
    private var rows = 0
    /// The cells of square i are `cells[starts[i]..<starts[i + 1]]`.
    private var starts: [Int32] = []
    private var cells: [Int32] = []

    init(_ land: PopulatedLand, leastSide: Double) {
        boxes = (0..<land.tessellation.cellCount).map { cell in
            land.box(of: cell).flatMap {
                $0.low.x.isFinite && $0.low.y.isFinite && $0.high.x.isFinite && $0.high.y.isFinite ? $0 : nil
            }
        }
        let known = boxes.compactMap { $0 }
        guard let first = known.first else { return }
        var high = first.high
        low = first.low
        for box in known {
            low = PlanePoint(x: min(low.x, box.low.x), y: min(low.y, box.low.y))
            high = PlanePoint(x: max(high.x, box.high.x), y: max(high.y, box.high.y))
        }
        side = max(leastSide, max(high.x - low.x, high.y - low.y) / Self.mostSquaresASide, 1)
        columns = Int((high.x - low.x) / side) + 1
        rows = Int((high.y - low.y) / side) + 1
        starts = [Int32](repeating: 0, count: columns * rows + 1)
        for box in known { forEachSquare(box.low, box.high) { starts[$0 + 1] += 1 } }
        for square in 0..<(columns * rows) { starts[square + 1] += starts[square] }
        cells = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        var fill = starts
        for (cell, box) in boxes.enumerated() {
            guard let box else { continue }
            forEachSquare(box.low, box.high) { square in
                cells[Int(fill[square])] = Int32(cell)
                fill[square] += 1
            }
        }
    }

    /// The cells whose box is within reach of a point, some more than once.
    func forEach(within metres: Double, of point: PlanePoint, _ body: (Int) -> Void) {
        guard point.x.isFinite, point.y.isFinite else { return }
        let from = PlanePoint(x: point.x - metres, y: point.y - metres)
        let to = PlanePoint(x: point.x + metres, y: point.y + metres)
        forEachSquare(from, to) { square in
            for cell in cells[Int(starts[square])..<Int(starts[square + 1])] {
                guard let box = boxes[Int(cell)] else { continue }
                let dx = max(box.low.x - point.x, point.x - box.high.x, 0)
                let dy = max(box.low.y - point.y, point.y - box.high.y, 0)
                if dx * dx + dy * dy <= metres * metres { body(Int(cell)) }
            }
        }
    }

    private func forEachSquare(_ from: PlanePoint, _ to: PlanePoint, _ body: (Int) -> Void) {
        func index(_ value: Double, _ count: Int) -> Int { Int(min(max(value / side, 0), Double(count - 1))) }
        guard columns > 0 else { return }
        for row in index(from.y - low.y, rows)...index(to.y - low.y, rows) {
            for column in index(from.x - low.x, columns)...index(to.x - low.x, columns) {
                body(row * columns + column)
            }
        }
    }
}
