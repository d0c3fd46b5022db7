internal import Geometry
internal import Glibc

/// Polygons against discs, in a plane.
enum Disc {
    static func square(_ a: PlanePoint, _ b: PlanePoint) -> Double {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }

    /// The part of a convex polygon that is nearer to one point than to another (I. E. Sutherland, G. W. Hodgman,
    /// "Reentrant polygon clipping", CACM 17, 1974, for one half plane). Of equal points the whole.
    static func nearer(to one: PlanePoint, than other: PlanePoint, _ polygon: [PlanePoint]) -> [PlanePoint] {
        let (nx, ny) = (other.x - one.x, other.y - one.y)
        let (mx, my) = ((one.x + other.x) / 2, (one.y + other.y) / 2)
        func beyond(_ p: PlanePoint) -> Double { (p.x - mx) * nx + (p.y - my) * ny }
        var kept: [PlanePoint] = []
        guard var before = polygon.last else { return [] }
        var wasBeyond = beyond(before)
        for p in polygon {
            let isBeyond = beyond(p)
            if (wasBeyond > 0) != (isBeyond > 0) {
                let t = wasBeyond / (wasBeyond - isBeyond)
                kept.append(PlanePoint(x: before.x + t * (p.x - before.x), y: before.y + t * (p.y - before.y)))
            }
            if isBeyond <= 0 { kept.append(p) }
            (before, wasBeyond) = (p, isBeyond)
        }
        return kept.count < 3 ? [] : kept
    }

    /// What a counter-clockwise polygon has in common with the disc around `centre`, in square metres: the sum over its
    /// edges of the triangle, or the sector, between edge and centre.
    static func area(of polygon: [PlanePoint], around centre: PlanePoint, _ radius: Double) -> Double {
        guard var a = polygon.last.map({ PlanePoint(x: $0.x - centre.x, y: $0.y - centre.y) }) else { return 0 }
        var sum = 0.0
        for p in polygon {
            let b = PlanePoint(x: p.x - centre.x, y: p.y - centre.y)
            sum += swept(a, b, radius)
            a = b
        }
        return sum
    }

    /// The signed area between an edge and the origin that lies in the disc around the origin.
    private static func swept(_ a: PlanePoint, _ b: PlanePoint, _ radius: Double) -> Double {
        func sector(_ p: PlanePoint, _ q: PlanePoint) -> Double {
            radius * radius / 2 * atan2(p.x * q.y - p.y * q.x, p.x * q.x + p.y * q.y)
        }
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        guard square > 0 else { return 0 }
        // Where the line through both meets the circle: |a + t (b - a)| = radius.
        let half = a.x * dx + a.y * dy
        let root = half * half - square * (a.x * a.x + a.y * a.y - radius * radius)
        guard root > 0 else { return sector(a, b) }
        let enter = max((-half - root.squareRoot()) / square, 0)
        let leave = min((-half + root.squareRoot()) / square, 1)
        guard enter < leave else { return sector(a, b) }
        let p = PlanePoint(x: a.x + enter * dx, y: a.y + enter * dy)
        let q = PlanePoint(x: a.x + leave * dx, y: a.y + leave * dy)
        return (enter > 0 ? sector(a, p) : 0) + (p.x * q.y - p.y * q.x) / 2 + (leave < 1 ? sector(q, b) : 0)
    }
}

/// Centres of discs of one radius, by label, in squares as wide as the radius.
struct DiscGrid {
    private struct Square: Hashable {
        let label: Int32
        let column: Int
        let row: Int
    }

    private let radius: Double
    /// How often each point was added.
    private var squares: [Square: [PlanePoint: Int]] = [:]

    init(radius: Double) { self.radius = radius }

    /// Equal points count as one, which goes with the last of them.
    mutating func add(_ point: PlanePoint, _ label: Int32) {
        guard point.x.isFinite, point.y.isFinite else { return }
        squares[square(point, label), default: [:]][point, default: 0] += 1
    }

    /// Takes away a point that was added.
    mutating func remove(_ point: PlanePoint, _ label: Int32) {
        let square = square(point, label)
        guard let count = squares[square]?[point] else { return }
        squares[square]?[point] = count > 1 ? count - 1 : nil
        if squares[square]?.isEmpty == true { squares[square] = nil }
    }

    /// The centres of the label whose disc reaches into the box, from west to east.
    func centres(_ label: Int32, _ low: PlanePoint, _ high: PlanePoint) -> [PlanePoint] {
        guard low.x.isFinite, low.y.isFinite, high.x.isFinite, high.y.isFinite else { return [] }
        let columns = index(low.x - radius)...index(high.x + radius)
        let rows = index(low.y - radius)...index(high.y + radius)
        var found: [PlanePoint] = []
        func look(_ points: [PlanePoint: Int]) {
            for point in points.keys {
                let dx = max(low.x - point.x, point.x - high.x, 0)
                let dy = max(low.y - point.y, point.y - high.y, 0)
                if dx * dx + dy * dy < radius * radius { found.append(point) }
            }
        }
        if Double(columns.count) * Double(rows.count) <= Double(squares.count) {
            for column in columns {
                for row in rows { look(squares[Square(label: label, column: column, row: row)] ?? [:]) }
            }
        } else {
            // A box of more squares than there are with anything in them.
            for (square, points) in squares where square.label == label { look(points) }
        }
        return found.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    }

    private func square(_ point: PlanePoint, _ label: Int32) -> Square {
        Square(label: label, column: index(point.x), row: index(point.y))
    }

    private func index(_ value: Double) -> Int { Int((value / radius).rounded(.down)) }
}
