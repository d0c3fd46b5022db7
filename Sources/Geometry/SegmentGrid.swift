/// The suspect segments by squares of a grid, to find those near any segment.
struct SegmentGrid {
    private let west: Double
    private let south: Double
    private let squaresPerUnit: Double
    private let columns: Int
    private let rows: Int
    private let low: GridPoint
    private let high: GridPoint
    /// The segments in square `i` are `members[starts[i]..<starts[i + 1]]`.
    private var starts: [Int32]
    private var members: [Int32]

    /// Nil when there is no suspect.
    init?(segments: [Segment], isSuspect: [Bool], points: [GridPoint]) {
        var count = 0
        var low = GridPoint(x: .max, y: .max)
        var high = GridPoint(x: .min, y: .min)
        var lengths = 0.0
        for (i, s) in segments.enumerated() where isSuspect[i] {
            let (a, b) = (points[Int(s.from)], points[Int(s.to)])
            low = GridPoint(x: min(low.x, a.x, b.x), y: min(low.y, a.y, b.y))
            high = GridPoint(x: max(high.x, a.x, b.x), y: max(high.y, a.y, b.y))
            lengths += Double(max(abs(Int64(a.x) - Int64(b.x)), abs(Int64(a.y) - Int64(b.y))))
            count += 1
        }
        guard count > 0 else { return nil }
        let width = Double(high.x) - Double(low.x) + 1
        let height = Double(high.y) - Double(low.y) + 1
        // Squares about as large as the segments, but not many more squares than segments.
        let side = max(lengths / Double(count), (width * height / Double(4 * count + 16)).squareRoot(), 1)
        squaresPerUnit = 1 / side
        columns = Int(width / side) + 1
        rows = Int(height / side) + 1
        west = Double(low.x)
        south = Double(low.y)
        self.low = low
        self.high = high
        starts = [Int32](repeating: 0, count: columns * rows + 1)
        members = []
        for (i, s) in segments.enumerated() where isSuspect[i] {
            forEachSquare(of: s, points) { starts[$0 + 1] += 1 }
        }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        var fill = starts
        var list = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        for (i, s) in segments.enumerated() where isSuspect[i] {
            forEachSquare(of: s, points) { square in
                list[Int(fill[square])] = Int32(truncatingIfNeeded: i)
                fill[square] += 1
            }
        }
        members = list
    }

    /// Calls `body` with each suspect that shares a square with the segment; with some more than once.
    @inline(__always)
    func forEachNear(_ s: Segment, _ points: [GridPoint], _ body: (Int32) -> Void) {
        let (a, b) = (points[Int(s.from)], points[Int(s.to)])
        if max(a.x, b.x) < low.x || min(a.x, b.x) > high.x || max(a.y, b.y) < low.y || min(a.y, b.y) > high.y {
            return
        }
        forEachSquare(of: s, points) { square in
            for k in starts[square]..<starts[square + 1] { body(members[Int(k)]) }
        }
    }

    /// The squares that a segment passes, row by row. Generous by two units of the grid against rounding.
    @inline(__always)
    private func forEachSquare(of s: Segment, _ points: [GridPoint], _ body: (Int) -> Void) {
        var (a, b) = (points[Int(s.from)], points[Int(s.to)])
        if a.y > b.y { swap(&a, &b) }
        let (ax, ay) = (Double(a.x), Double(a.y))
        let (bx, by) = (Double(b.x), Double(b.y))
        let firstRow = max(0, Int(((ay - 2 - south) * squaresPerUnit).rounded(.down)))
        let lastRow = min(rows - 1, Int(((by + 2 - south) * squaresPerUnit).rounded(.down)))
        guard firstRow <= lastRow else { return }
        let left = min(ax, bx)
        let right = max(ax, bx)
        let slope = by > ay ? (bx - ax) / (by - ay) : 0
        for row in firstRow...lastRow {
            var (x0, x1) = (left, right)
            if firstRow < lastRow && by > ay {
                let y0 = south + Double(row) / squaresPerUnit - 2
                let y1 = south + Double(row + 1) / squaresPerUnit + 2
                let at0 = ax + (y0 - ay) * slope
                let at1 = ax + (y1 - ay) * slope
                x0 = max(left, min(at0, at1))
                x1 = min(right, max(at0, at1))
            }
            let firstColumn = max(0, Int(((x0 - 2 - west) * squaresPerUnit).rounded(.down)))
            let lastColumn = min(columns - 1, Int(((x1 + 2 - west) * squaresPerUnit).rounded(.down)))
            guard firstColumn <= lastColumn else { continue }
            for column in firstColumn...lastColumn { body(row * columns + column) }
        }
    }
}
