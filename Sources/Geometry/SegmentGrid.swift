/// The suspect segments by squares of a grid, to find those near any segment.
struct SegmentGrid {
    private let squares: Squares
    /// The box of all suspects.
    private let whole: SegmentBox
    /// The segments in square `i` are `members[starts[i]..<starts[i + 1]]`.
    private let starts: [Int32]
    private let members: [Int32]
    /// The squares that suspect `i` passes are `passed[firstPassed[i]..<firstPassed[i + 1]]`.
    private let passed: [Int32]
    private let firstPassed: [Int32]

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
        let squares = Squares(
            west: Double(low.x), south: Double(low.y), perUnit: 1 / side, columns: Int(width / side) + 1,
            rows: Int(height / side) + 1)
        var starts = [Int32](repeating: 0, count: squares.columns * squares.rows + 1)
        var passed: [Int32] = []
        passed.reserveCapacity(2 * count)
        let firstPassed = [Int32](unsafeUninitializedCapacity: segments.count + 1) { first, firstCount in
            for i in segments.indices {
                first[i] = Int32(truncatingIfNeeded: passed.count)
                guard isSuspect[i] else { continue }
                squares.forEach(from: points[Int(segments[i].from)], to: points[Int(segments[i].to)]) {
                    passed.append(Int32(truncatingIfNeeded: $0))
                }
            }
            first[segments.count] = Int32(truncatingIfNeeded: passed.count)
            firstCount = segments.count + 1
        }
        for square in passed { starts[Int(square) + 1] += 1 }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        var fill = starts
        members = [Int32](unsafeUninitializedCapacity: passed.count) { members, memberCount in
            for i in segments.indices where isSuspect[i] {
                for k in firstPassed[i]..<firstPassed[i + 1] {
                    let square = Int(passed[Int(k)])
                    members[Int(fill[square])] = Int32(truncatingIfNeeded: i)
                    fill[square] += 1
                }
            }
            memberCount = passed.count
        }
        whole = SegmentBox(low, high)
        self.squares = squares
        self.starts = starts
        self.passed = passed
        self.firstPassed = firstPassed
    }

    /// All pairs of a segment and a suspect whose boxes meet, the suspect second; some more than once, and of two
    /// suspects the later one first.
    ///
    /// Most segments are near no suspect, and this is asked for all of them in each round: hence the bare pointers, and
    /// the look at the squares of the ends before anything else.
    ///
    /// - Complexity: O(n + pairs) for segments about as long as the squares are wide.
    func nearPairs(_ segments: [Segment], isSuspect: [Bool], points: [GridPoint]) -> [(Int32, Int32)] {
        nearPairs(segments, isSuspect: isSuspect, points: points, limit: .max)!
    }

    /// The same, or nil where more than `limit` comparisons would be needed or a twentieth of it were pairs: segments of
    /// strangers may lie anyhow.
    func nearPairs(
        _ segments: [Segment], isSuspect: [Bool], points: [GridPoint], limit: Int
    ) -> [(Int32, Int32)]? {
        var pairs: [(Int32, Int32)] = []
        let lonely = emptySquares(of: points)
        var comparisons = 0
        segments.withUnsafeBufferPointer { segments in
            points.withUnsafeBufferPointer { points in
                starts.withUnsafeBufferPointer { starts in
                    members.withUnsafeBufferPointer { members in
                        for i in segments.indices {
                            if squares.join(lonely[Int(segments[i].from)], lonely[Int(segments[i].to)]) { continue }
                            let box = SegmentBox(segments[i], points)
                            guard box.meets(whole), comparisons <= limit, pairs.count <= limit / 20 else { continue }
                            func look(_ square: Int) {
                                guard comparisons <= limit else { return }
                                comparisons &+= Int(starts[square + 1] &- starts[square])
                                for m in starts[square]..<starts[square + 1] {
                                    let k = members[Int(m)]
                                    // Those of a square come in ascending order.
                                    if isSuspect[i] && Int(k) >= i { break }
                                    if box.meets(SegmentBox(segments[Int(k)], points)) {
                                        pairs.append((Int32(truncatingIfNeeded: i), k))
                                    }
                                }
                            }
                            if isSuspect[i] {
                                for n in firstPassed[i]..<firstPassed[i + 1] { look(Int(passed[Int(n)])) }
                            } else {
                                squares.forEach(
                                    from: points[Int(segments[i].from)], to: points[Int(segments[i].to)], look)
                            }
                        }
                    }
                }
            }
        }
        return comparisons <= limit && pairs.count <= limit / 20 ? pairs : nil
    }

    /// For each point its square, if no suspect passes that; else -1. A segment that
    /// stays in such squares meets none.
    private func emptySquares(of points: [GridPoint]) -> [Int32] {
        points.map { p in
            guard let square = squares.square(of: p), starts[square] == starts[square + 1] else { return -1 }
            return Int32(truncatingIfNeeded: square)
        }
    }
}

/// The squares of a grid over longitude and latitude.
private struct Squares {
    let west: Double
    let south: Double
    let perUnit: Double
    let columns: Int
    let rows: Int

    /// The squares that a segment passes, row by row. Generous by two units against rounding.
    @inline(__always)
    func forEach(from a: GridPoint, to b: GridPoint, _ body: (Int) -> Void) {
        let (ax, ay) = (Double(a.x) - west, Double(a.y) - south)
        let (bx, by) = (Double(b.x) - west, Double(b.y) - south)
        let (left, right) = (min(ax, bx), max(ax, bx))
        let firstRow = square(min(ay, by) - 2)
        let lastRow = min(rows - 1, square(max(ay, by) + 2))
        let firstColumn = square(left - 2)
        let lastColumn = min(columns - 1, square(right + 2))
        guard firstRow <= lastRow, firstColumn <= lastColumn else { return }
        if firstRow == lastRow || firstColumn == lastColumn || by == ay {
            for row in firstRow...lastRow {
                for column in firstColumn...lastColumn { body(row * columns + column) }
            }
            return
        }
        let slope = (bx - ax) / (by - ay)
        for row in firstRow...lastRow {
            let at0 = ax + (Double(row) / perUnit - 2 - ay) * slope
            let at1 = ax + (Double(row + 1) / perUnit + 2 - ay) * slope
            let first = square(max(left, min(at0, at1)) - 2)
            let last = min(columns - 1, square(min(right, max(at0, at1)) + 2))
            guard first <= last else { continue }
            for column in first...last { body(row * columns + column) }
        }
    }

    /// The square in which a point lies; nil outside of the grid.
    @inline(__always)
    func square(of p: GridPoint) -> Int? {
        let (x, y) = ((Double(p.x) - west) * perUnit, (Double(p.y) - south) * perUnit)
        guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
        return Int(y) * columns + Int(x)
    }

    /// Whether two squares are one, or side by side: then a segment between them passes no others. Not for -1.
    @inline(__always)
    func join(_ a: Int32, _ b: Int32) -> Bool {
        if a < 0 || b < 0 { return false }
        let apart = abs(a - b)
        return apart == 0 || apart == columns || (apart == 1 && Int(max(a, b)) % columns != 0)
    }

    /// The row or column at a distance from the grid's edge; 0 for those before it.
    @inline(__always)
    private func square(_ distance: Double) -> Int {
        max(0, Int(distance * perUnit))
    }
}

/// The box of a segment on the grid.
struct SegmentBox {
    let west: Int32
    let south: Int32
    let east: Int32
    let north: Int32

    @inline(__always)
    init(_ s: Segment, _ points: UnsafeBufferPointer<GridPoint>) {
        self.init(points[Int(s.from)], points[Int(s.to)])
    }

    @inline(__always)
    init(_ a: GridPoint, _ b: GridPoint) {
        west = min(a.x, b.x)
        south = min(a.y, b.y)
        east = max(a.x, b.x)
        north = max(a.y, b.y)
    }

    @inline(__always)
    func meets(_ other: SegmentBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}
