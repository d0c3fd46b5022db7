/// The border of the area by squares of the plane, to tell quickly which edges are not near it.
struct BorderSquares {
    private let west: Double
    private let south: Double
    private let perMetre: Double
    private let columns: Int
    private let rows: Int
    private var isMarked: [Bool]
    /// Whether no square up to three columns and rows away is marked.
    private var isFree: [Bool]

    /// - Parameter count: of cells; squares are about as large as a cell would be on average.
    /// - Complexity: O(n + length of the border in squares) for n vertices of the border.
    init(_ border: AreaBorder, plane: EqualAreaPlane, count: Int) {
        let rings = border.rings.map { $0.map { plane.project($0.coordinate) } }
        var (low, high) = (rings[0][0], rings[0][0])
        for ring in rings {
            for p in ring {
                low = PlanePoint(x: min(low.x, p.x), y: min(low.y, p.y))
                high = PlanePoint(x: max(high.x, p.x), y: max(high.y, p.y))
            }
        }
        let (width, height) = (high.x - low.x, high.y - low.y)
        let side = max((width * height / Double(count)).squareRoot(), max(width, height) / 4096, 1)
        perMetre = 1 / side
        // Two squares of margin: an edge that is straight in longitude and latitude may bulge in the plane.
        west = low.x - 2 * side
        south = low.y - 2 * side
        columns = Int(width / side) + 5
        rows = Int(height / side) + 5
        isMarked = [Bool](repeating: false, count: columns * rows)
        isFree = []
        for (ring, points) in zip(border.rings, rings) {
            for i in ring.indices.dropFirst() {
                let (dx, dy) = (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y)
                // Pieces of half a square or less stay in the squares around those of their ends.
                let pieces = Int((dx * dx + dy * dy).squareRoot() * perMetre * 2) + 1
                let (from, to) = (ring[i - 1].coordinate, ring[i].coordinate)
                mark(points[i])
                for k in 1..<max(1, pieces) {
                    let t = Double(k) / Double(pieces)
                    mark(
                        plane.project(
                            Coordinate(
                                longitude: from.longitude + t * (to.longitude - from.longitude),
                                latitude: from.latitude + t * (to.latitude - from.latitude))))
                }
            }
        }
        isFree = grown().map { !$0 }
    }

    /// Marks grown by three squares either way: first along the rows, then along the columns.
    private func grown() -> [Bool] {
        var along = isMarked
        for row in 0..<rows {
            for column in 0..<columns where isMarked[row * columns + column] {
                for c in max(0, column - 3)...min(columns - 1, column + 3) { along[row * columns + c] = true }
            }
        }
        var grown = along
        for row in 0..<rows {
            for column in 0..<columns where along[row * columns + column] {
                for r in max(0, row - 3)...min(rows - 1, row + 3) { grown[r * columns + column] = true }
            }
        }
        return grown
    }

    /// Marks the square of a point and the eight around it.
    private mutating func mark(_ p: PlanePoint) {
        let column = min(columns - 1, max(0, Int((p.x - west) * perMetre)))
        let row = min(rows - 1, max(0, Int((p.y - south) * perMetre)))
        for r in max(0, row - 1)...min(rows - 1, row + 1) {
            for c in max(0, column - 1)...min(columns - 1, column + 1) { isMarked[r * columns + c] = true }
        }
    }

    /// Where a point lies, to tell of most edges from their ends alone that they meet no border.
    struct Place {
        fileprivate var column: Int16
        fileprivate var row: Int16
        /// No mark within three squares either way.
        fileprivate var isFree: Bool

        /// True only for a short edge between two points, one of them far from the border.
        @inline(__always)
        func isAway(_ other: Place) -> Bool {
            isFree && abs(Int32(column) - Int32(other.column)) <= 3 && abs(Int32(row) - Int32(other.row)) <= 3
        }
    }

    @inline(__always)
    func place(of x: Double, _ y: Double) -> Place {
        let (column, row) = ((x - west) * perMetre, (y - south) * perMetre)
        guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else {
            return Place(column: .min, row: .min, isFree: false)
        }
        let (c, r) = (Int(column), Int(row))
        return Place(
            column: Int16(truncatingIfNeeded: c), row: Int16(truncatingIfNeeded: r), isFree: isFree[r * columns + c])
    }

    /// False only where the edge between two points does not come near the border and lies in its box.
    @inline(__always)
    func mayMeet(_ px: Double, _ py: Double, _ qx: Double, _ qy: Double) -> Bool {
        let (ax, ay) = ((min(px, qx) - west) * perMetre, (min(py, qy) - south) * perMetre)
        let (bx, by) = ((max(px, qx) - west) * perMetre, (max(py, qy) - south) * perMetre)
        guard ax >= 0, ay >= 0, bx < Double(columns), by < Double(rows) else { return true }
        let (left, bottom, right, top) = (Int(ax), Int(ay), Int(bx), Int(by))
        // A long edge is looked at in any case.
        if right - left > 3 || top - bottom > 3 { return true }
        for row in bottom...top {
            for column in left...right where isMarked[row * columns + column] { return true }
        }
        return false
    }
}
