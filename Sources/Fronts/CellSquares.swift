import Geometry

/// The cells by squares of a grid, to find those near a point.
struct CellSquares {
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
        // Filled apart from this value: whoever writes into a value's array while a method of it runs copies the array.
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for box in known { forEachSquare(box.low, box.high) { starts[$0 + 1] += 1 } }
        for square in 0..<(columns * rows) { starts[square + 1] += starts[square] }
        var cells = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        var fill = starts
        for (cell, box) in boxes.enumerated() {
            guard let box else { continue }
            forEachSquare(box.low, box.high) { square in
                cells[Int(fill[square])] = Int32(cell)
                fill[square] += 1
            }
        }
        (self.starts, self.cells) = (starts, cells)
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
