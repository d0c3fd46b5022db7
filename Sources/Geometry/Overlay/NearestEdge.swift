internal import Glibc

/// Edges by squares, to ask how far points lie from the nearest of them.
package struct NearestEdge {
    private let edges: [(GridPoint, GridPoint)]
    /// What a degree of longitude is to one of latitude, halfway up.
    private let stretch: Double
    private let west: Double
    private let south: Double
    private let side: Double
    private let columns: Int
    private let rows: Int
    private let starts: [Int32]
    private let members: [Int32]

    /// Nil when there is no edge. O(n) for edges of about the same length.
    package init?(_ edges: [(GridPoint, GridPoint)]) {
        guard let first = edges.first else { return nil }
        var (low, high) = (first.0, first.0)
        for (a, b) in edges {
            low = GridPoint(x: min(low.x, a.x, b.x), y: min(low.y, a.y, b.y))
            high = GridPoint(x: max(high.x, a.x, b.x), y: max(high.y, a.y, b.y))
        }
        let stretch = max(0.01, cos((Double(low.y) + Double(high.y)) / 2e7 * .pi / 180))
        let width = (Double(high.x) - Double(low.x)) * stretch + 1
        let height = Double(high.y) - Double(low.y) + 1
        let side = max(1, (width * height / Double(edges.count)).squareRoot(), max(width, height) / 2000)
        let (west, south) = (Double(low.x) * stretch, Double(low.y))
        let columns = Int(width / side) + 1
        func forEachSquare(_ edge: (GridPoint, GridPoint), _ body: (Int) -> Void) {
            let (x0, x1) = (Double(edge.0.x) * stretch - west, Double(edge.1.x) * stretch - west)
            let (y0, y1) = (Double(edge.0.y) - south, Double(edge.1.y) - south)
            for row in Int(min(y0, y1) / side)...Int(max(y0, y1) / side) {
                for column in Int(min(x0, x1) / side)...Int(max(x0, x1) / side) { body(row * columns + column) }
            }
        }
        rows = Int(height / side) + 1
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for edge in edges { forEachSquare(edge) { starts[$0 + 1] += 1 } }
        for square in 1..<starts.count { starts[square] += starts[square - 1] }
        var members = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        var fill = starts
        for (i, edge) in edges.enumerated() {
            forEachSquare(edge) { square in
                members[Int(fill[square])] = Int32(truncatingIfNeeded: i)
                fill[square] += 1
            }
        }
        self.edges = edges
        self.stretch = stretch
        self.side = side
        self.west = west
        self.south = south
        self.columns = columns
        self.starts = starts
        self.members = members
    }

    /// The distance of the point that lies furthest from its nearest edge, in metres; 0 for no points.
    ///
    /// Found in a plane, then measured on the ellipsoid. A point is left as soon as an edge is nearer to it than the
    /// distance found so far (A. A. Taha, A. Hanbury, "An efficient algorithm for calculating the exact Hausdorff
    /// distance", IEEE TPAMI 37, 2015), so few are searched to the end.
    package func greatestDistanceInMetres(of points: [GridPoint]) -> Double {
        var greatest = (square: -1.0, point: points.first, edge: 0)
        for point in points {
            let (edge, square) = nearest(to: point, enough: greatest.square)
            if square > greatest.square { greatest = (square, point, edge) }
        }
        guard let point = greatest.point else { return 0 }
        let edge = edges[greatest.edge]
        return Geodesic.distanceInMetres(
            from: point.coordinate, toEdge: (edge.0.coordinate, edge.1.coordinate))
    }

    /// Looks in the square of the point, then in rings of squares around it, until none nearer can come.
    private func nearest(to p: GridPoint, enough: Double) -> (edge: Int, square: Double) {
        let (x, y) = (Double(p.x) * stretch, Double(p.y))
        let column = min(max(0, Int((x - west) / side)), columns - 1)
        let row = min(max(0, Int((y - south) / side)), rows - 1)
        var best = (edge: 0, square: Double.infinity)
        for ring in 0...max(columns, rows) {
            // Beyond the rings that were looked at, nothing is nearer than this.
            let reach = Double(ring - 1) * side
            if best.square <= enough || (reach > 0 && best.square <= reach * reach) { break }
            for r in max(0, row - ring)...min(rows - 1, row + ring) {
                let isRim = r == row - ring || r == row + ring
                let step = isRim || ring == 0 ? 1 : 2 * ring
                var c = column - ring
                while c <= column + ring {
                    if c >= 0, c < columns { look(r * columns + c, x, y, &best) }
                    c += step
                }
            }
        }
        return best
    }

    @inline(__always)
    private func look(_ square: Int, _ x: Double, _ y: Double, _ best: inout (edge: Int, square: Double)) {
        for k in starts[square]..<starts[square + 1] {
            let i = Int(members[Int(k)])
            let (ax, ay) = (Double(edges[i].0.x) * stretch - x, Double(edges[i].0.y) - y)
            let (bx, by) = (Double(edges[i].1.x) * stretch - x, Double(edges[i].1.y) - y)
            let (dx, dy) = (bx - ax, by - ay)
            let length = dx * dx + dy * dy
            let along = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
            let (px, py) = (ax + along * dx, ay + along * dy)
            let distance = px * px + py * py
            if distance < best.square || (distance == best.square && i < best.edge) { best = (i, distance) }
        }
    }
}
