/// Points in square cells of about two each, for the nearest of them.
struct PointGrid {
    private let x: [Double]
    private let y: [Double]
    private let west: Double
    private let south: Double
    private let cell: Double
    private let columns: Int
    private let rows: Int
    private let starts: [Int32]
    private let members: [Int32]

    struct Hit {
        let index: Int32
        let distance: Double
    }

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        let finite = x.indices.filter { x[$0].isFinite }
        let west = finite.map { x[$0] }.min() ?? 0
        let south = finite.map { y[$0] }.min() ?? 0
        let width = (finite.map { x[$0] }.max() ?? 0) - west
        let height = (finite.map { y[$0] }.max() ?? 0) - south
        let area = max(width, 1e-3) * max(height, 1e-3)
        let cell = max((area * 2 / Double(max(finite.count, 1))).squareRoot(), max(width, height) / 1000, 1e-3)
        let columns = Int(width / cell) + 1
        let rows = Int(height / cell) + 1
        let cells = finite.map { Int((y[$0] - south) / cell) * columns + Int((x[$0] - west) / cell) }
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for number in cells { starts[number + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var members = [Int32](repeating: 0, count: finite.count)
        for (index, number) in zip(finite, cells) {
            members[Int(next[number])] = Int32(index)
            next[number] += 1
        }
        self.west = west
        self.south = south
        self.cell = cell
        self.columns = columns
        self.rows = rows
        self.starts = starts
        self.members = members
    }

    /// Fills `found` with the `count` points nearest to (px, py), nearest first, then by index; `except` is left out.
    func nearest(_ px: Double, _ py: Double, count: Int, except: Int32, into found: inout [Hit]) {
        found.removeAll(keepingCapacity: true)
        guard count > 0, !members.isEmpty else { return }
        let column = min(max(Int(((px - west) / cell).rounded(.down)), 0), columns - 1)
        let row = min(max(Int(((py - south) / cell).rounded(.down)), 0), rows - 1)
        var ring = 0
        var isEnough = false
        var limit = Double.infinity
        // Rings of cells are gathered until all that is not yet looked at lies beyond the last wanted one.
        while ring < max(columns, rows) {
            let (left, right, bottom, top) = (column - ring, column + ring, row - ring, row + ring)
            for r in max(bottom, 0)...min(top, rows - 1) {
                let isEdge = r == bottom || r == top
                for c in stride(from: max(left, 0), through: min(right, columns - 1), by: 1) {
                    guard isEdge || c == left || c == right else { continue }
                    for slot in starts[r * columns + c]..<starts[r * columns + c + 1] {
                        let index = members[Int(slot)]
                        let (dx, dy) = (x[Int(index)] - px, y[Int(index)] - py)
                        let distance = (dx * dx + dy * dy).squareRoot()
                        if index != except, distance <= limit { found.append(Hit(index: index, distance: distance)) }
                    }
                }
            }
            let reached = min(
                px - west - Double(left) * cell, Double(right + 1) * cell - (px - west),
                py - south - Double(bottom) * cell, Double(top + 1) * cell - (py - south))
            if found.count >= count {
                if isEnough, limit <= reached { break }
                found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
                found.removeSubrange(count...)
                limit = found[count - 1].distance
                isEnough = true
                if limit <= reached { return }
            }
            ring += 1
        }
        found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
        if found.count > count { found.removeSubrange(count...) }
    }
}
