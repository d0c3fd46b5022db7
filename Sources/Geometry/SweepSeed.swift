/// Where the sweep begins: a small triangle near the middle, and the order of all other points by their distance
/// from its circumcentre.
struct SweepSeed {
    /// Counter-clockwise.
    var triangle: (Int, Int, Int)
    var origin: PlanePoint

    /// Nil when there is no triangle: fewer than three points, or all on one line.
    init?(x: [Double], y: [Double]) {
        let n = x.count
        guard n >= 3 else { return nil }
        let midX = (x.min()! + x.max()!) / 2
        let midY = (y.min()! + y.max()!) / 2
        func squared(_ i: Int, _ cx: Double, _ cy: Double) -> Double {
            (x[i] - cx) * (x[i] - cx) + (y[i] - cy) * (y[i] - cy)
        }
        var (a, b, c) = (0, -1, -1)
        var best = Double.infinity
        for i in 0..<n {
            let d = squared(i, midX, midY)
            if d < best { (best, a) = (d, i) }
        }
        best = .infinity
        for i in 0..<n where i != a {
            let d = squared(i, x[a], y[a])
            if d < best { (best, b) = (d, i) }
        }
        best = .infinity
        var origin = PlanePoint(x: midX, y: midY)
        for i in 0..<n where i != a && i != b {
            let centre = Self.circumcentre(x[a], y[a], x[b], y[b], x[i], y[i])
            let d = squared(a, centre.x, centre.y)
            // Points nearly in line give no usable circle: take one only if there is nothing better.
            guard d < best || c < 0 || best.isNaN else { continue }
            guard Predicates.orient2d(x[a], y[a], x[b], y[b], x[i], y[i]) != 0 else { continue }
            c = i
            best = d
            origin = centre
        }
        guard c >= 0 else { return nil }
        if !(origin.x.isFinite && origin.y.isFinite) { origin = PlanePoint(x: midX, y: midY) }
        triangle = Predicates.orient2d(x[a], y[a], x[b], y[b], x[c], y[c]) > 0 ? (a, b, c) : (a, c, b)
        self.origin = origin
    }

    /// The seed's corners first, then the others outward.
    ///
    /// Distances are cut to 32 bits of mantissa, which saves a third of the sort. A point that is thereby taken too
    /// late lies inside the hull by then, and is put in afterwards.
    func order(x: [Double], y: [Double]) -> [Int32] {
        var keys = [UInt64](repeating: 0, count: x.count)
        for i in x.indices {
            let (dx, dy) = (x[i] - origin.x, y[i] - origin.y)
            keys[i] = ((dx * dx + dy * dy).bitPattern >> 20) + 4
        }
        keys[triangle.0] = 1
        keys[triangle.1] = 2
        keys[triangle.2] = 3
        return RadixSort.order(of: keys)
    }

    /// The centre of the circle through three points; not finite when they lie on one line.
    @inline(__always)
    static func circumcentre(
        _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
    ) -> PlanePoint {
        let (dx, dy) = (bx - ax, by - ay)
        let (ex, ey) = (cx - ax, cy - ay)
        let b = dx * dx + dy * dy
        let c = ex * ex + ey * ey
        let k = 0.5 / (dx * ey - dy * ex)
        return PlanePoint(x: ax + (ey * b - dy * c) * k, y: ay + (dx * c - ex * b) * k)
    }
}
