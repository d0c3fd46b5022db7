internal import Geometry

/// Points that no line may be drawn across: places, and junctions.
struct Obstacles {
    private let points: [GridPoint]
    /// Places have a margin around them, junctions none: arcs end there.
    private let isPlace: [Bool]
    private let west: Double
    private let south: Double
    private let perUnit: Double
    private let columns: Int
    private let rows: Int
    private let starts: [Int32]
    private let members: [Int32]

    /// A metre in units of the grid, generously, in the direction where it has most of them.
    private let margin: Double

    /// - Complexity: O(n).
    init(places: [GridPoint], junctions: [GridPoint]) {
        points = places + junctions
        isPlace = points.indices.map { $0 < places.count }
        var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
        for p in points {
            low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        if points.isEmpty { (low, high) = (GridPoint(x: 0, y: 0), GridPoint(x: 0, y: 0)) }
        let (width, height) = (Double(high.x) - Double(low.x) + 1, Double(high.y) - Double(low.y) + 1)
        let side = max((width * height / Double(points.count + 1)).squareRoot(), max(width, height) / 4096, 1)
        (west, south, perUnit) = (Double(low.x), Double(low.y), 1 / side)
        (columns, rows) = (Int(width / side) + 1, Int(height / side) + 1)
        let latitude = min(abs(Double(max(abs(Int64(low.y)), abs(Int64(high.y)))) / 1e7), 85)
        let metre = GridPoint(
            Geodesic.destination(
                from: Coordinate(longitude: 0, latitude: latitude), azimuthInDegrees: 90,
                distanceInMetres: Smoothing.clearanceInMetres))
        margin = 1.1 * Double(metre.x)
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        let square = points.map { [west, south, perUnit, columns] p in
            Int((Double(p.y) - south) * perUnit) * columns + Int((Double(p.x) - west) * perUnit)
        }
        for s in square { starts[s + 1] += 1 }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        var fill = starts
        var list = [Int32](repeating: 0, count: points.count)
        for (i, s) in square.enumerated() {
            list[Int(fill[s])] = Int32(i)
            fill[s] += 1
        }
        self.starts = starts
        members = list
    }

    /// Whether any lies in the triangle; places also where they lie within a metre of it.
    ///
    /// - Complexity: O(points in the squares that its box meets).
    func isAny(in a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        let low = (x: Double(min(a.x, b.x, c.x)) - margin, y: Double(min(a.y, b.y, c.y)) - margin)
        let high = (x: Double(max(a.x, b.x, c.x)) + margin, y: Double(max(a.y, b.y, c.y)) + margin)
        let (firstRow, lastRow) = (max(0, index(low.y - south)), min(rows - 1, index(high.y - south)))
        let (first, last) = (max(0, index(low.x - west)), min(columns - 1, index(high.x - west)))
        guard firstRow <= lastRow, first <= last else { return false }
        let turn = GridPoint.orientation(a, b, c)
        let (p, q) = turn >= 0 ? (b, c) : (c, b)
        for row in firstRow...lastRow {
            for m in starts[row * columns + first]..<starts[row * columns + last + 1] {
                let i = Int(members[Int(m)])
                let (x, y) = (Double(points[i].x), Double(points[i].y))
                guard x >= low.x, x <= high.x, y >= low.y, y <= high.y else { continue }
                let allowed = isPlace[i] ? margin : 0
                if isPlace[i] || turn != 0, isLeft(points[i], of: a, p, allowed), isLeft(points[i], of: p, q, allowed),
                    isLeft(points[i], of: q, a, allowed)
                {
                    return true
                }
            }
        }
        return false
    }

    /// Left of a directed line, or at most so far to the right of it; strictly left where nothing is allowed.
    private func isLeft(_ point: GridPoint, of a: GridPoint, _ b: GridPoint, _ allowed: Double) -> Bool {
        let turn = GridPoint.orientation(a, b, point)
        if turn > 0 { return true }
        guard allowed > 0 else { return false }
        let (dx, dy) = (Double(b.x) - Double(a.x), Double(b.y) - Double(a.y))
        return Double(turn) >= -allowed * (dx * dx + dy * dy).squareRoot()
    }

    private func index(_ distance: Double) -> Int { Int((distance * perUnit).rounded(.down)) }
}
