internal import Geometry

/// Finds pieces of redrawn arcs that cross or touch other than at a common end.
struct Crossings {
    struct Piece: Hashable {
        let arc: Int32
        /// From this point of the arc to the next.
        let index: Int32
    }

    /// Both pieces of each crossing, at least one of which is of an arc that was changed.
    ///
    /// - Complexity: O(n + pairs near each other) for pieces of about one length.
    static func all(_ arcs: [RedrawnArc]) -> Set<Piece> {
        var pieces: [Piece] = []
        var lengths = 0.0
        var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
        for (a, arc) in arcs.enumerated() where arc.isChanged {
            for i in 0..<(arc.points.count - 1) {
                let box = PieceBox(arc.points[i], arc.points[i + 1])
                low = GridPoint(x: min(low.x, box.west), y: min(low.y, box.south))
                high = GridPoint(x: max(high.x, box.east), y: max(high.y, box.north))
                lengths += Double(max(Int64(box.east) - Int64(box.west), Int64(box.north) - Int64(box.south)))
                pieces.append(Piece(arc: Int32(a), index: Int32(i)))
            }
        }
        guard !pieces.isEmpty else { return [] }
        let whole = PieceBox(low, high)
        for (a, arc) in arcs.enumerated() where !arc.isChanged {
            for i in 0..<(arc.points.count - 1) where PieceBox(arc.points[i], arc.points[i + 1]).meets(whole) {
                pieces.append(Piece(arc: Int32(a), index: Int32(i)))
            }
        }
        let squares = PieceSquares(low, high, count: pieces.count, meanLength: lengths / Double(pieces.count))
        var boxes: [PieceBox] = []
        boxes.reserveCapacity(pieces.count)
        var starts = [Int32](repeating: 0, count: squares.columns * squares.rows + 1)
        for piece in pieces {
            let arc = arcs[Int(piece.arc)]
            let box = PieceBox(arc.points[Int(piece.index)], arc.points[Int(piece.index) + 1])
            boxes.append(box)
            squares.forEach(box) { starts[$0 + 1] += 1 }
        }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        var fill = starts
        var members = [Int32](repeating: 0, count: Int(starts.last!))
        for (i, box) in boxes.enumerated() {
            squares.forEach(box) { square in
                members[Int(fill[square])] = Int32(i)
                fill[square] += 1
            }
        }
        var found: Set<Piece> = []
        for square in 0..<(starts.count - 1) {
            let range = Int(starts[square])..<Int(starts[square + 1])
            for m in range {
                let i = Int(members[m])
                guard arcs[Int(pieces[i].arc)].isChanged else { break }  // Those come first.
                for n in (m + 1)..<max(range.upperBound, m + 1) {
                    let k = Int(members[n])
                    guard boxes[i].meets(boxes[k]), meet(pieces[i], pieces[k], arcs) else { continue }
                    found.insert(pieces[i])
                    found.insert(pieces[k])
                }
            }
        }
        return found
    }

    /// Whether two pieces have a point in common other than an end of both.
    private static func meet(_ p: Piece, _ q: Piece, _ arcs: [RedrawnArc]) -> Bool {
        let (a, b) = ends(p, arcs)
        let (c, d) = ends(q, arcs)
        let shared = (a == c || a == d ? 1 : 0) + (b == c || b == d ? 1 : 0)
        if shared == 2 { return true }
        if shared == 1 {
            let centre = a == c || a == d ? a : b
            let (one, other) = (centre == a ? b : a, centre == c ? d : c)
            guard GridPoint.orientation(centre, one, other) == 0 else { return false }
            // On one line: they overlap when both go the same way.
            let (x, y) = (Int64(centre.x), Int64(centre.y))
            return (Int64(one.x) - x) * (Int64(other.x) - x) + (Int64(one.y) - y) * (Int64(other.y) - y) > 0
        }
        let (s, t) = (GridPoint.orientation(a, b, c).signum(), GridPoint.orientation(a, b, d).signum())
        let (u, v) = (GridPoint.orientation(c, d, a).signum(), GridPoint.orientation(c, d, b).signum())
        // With all on one line the boxes meet, so the pieces do.
        return s * t <= 0 && u * v <= 0
    }

    private static func ends(_ p: Piece, _ arcs: [RedrawnArc]) -> (GridPoint, GridPoint) {
        let points = arcs[Int(p.arc)].points
        return (points[Int(p.index)], points[Int(p.index) + 1])
    }
}

private struct PieceBox {
    let west: Int32
    let south: Int32
    let east: Int32
    let north: Int32

    init(_ a: GridPoint, _ b: GridPoint) {
        (west, east) = (min(a.x, b.x), max(a.x, b.x))
        (south, north) = (min(a.y, b.y), max(a.y, b.y))
    }

    func meets(_ other: PieceBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}

private struct PieceSquares {
    private let west: Double
    private let south: Double
    private let perUnit: Double
    let columns: Int
    let rows: Int

    /// Squares about twice as large as the pieces, but not many more squares than pieces.
    init(_ low: GridPoint, _ high: GridPoint, count: Int, meanLength: Double) {
        let (width, height) = (Double(high.x) - Double(low.x) + 1, Double(high.y) - Double(low.y) + 1)
        let side = max(2 * meanLength, (width * height / Double(2 * count + 16)).squareRoot(), 1)
        (west, south, perUnit) = (Double(low.x), Double(low.y), 1 / side)
        (columns, rows) = (Int(width / side) + 1, Int(height / side) + 1)
    }

    @inline(__always)
    func forEach(_ box: PieceBox, _ body: (Int) -> Void) {
        let first = max(0, Int((Double(box.west) - west) * perUnit))
        let last = min(columns - 1, Int((Double(box.east) - west) * perUnit))
        let firstRow = max(0, Int((Double(box.south) - south) * perUnit))
        let lastRow = min(rows - 1, Int((Double(box.north) - south) * perUnit))
        guard first <= last, firstRow <= lastRow else { return }
        for row in firstRow...lastRow { for column in first...last { body(row * columns + column) } }
    }
}
