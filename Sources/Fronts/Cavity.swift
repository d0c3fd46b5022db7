internal import Geometry

/// How large a cell a new point would have among the places: those triangles fall whose circles hold the point (Bowyer
/// 1981, Watson 1981, The Computer Journal 24), and the corners of its cell are the centres of the circles through it and
/// the edges of the hole.
struct Cavity {
    private let web: PlaceWeb
    /// The number of the last search that met the triangle.
    private var met: [Int32]
    private var search: Int32 = 0

    init(_ web: PlaceWeb) {
        self.web = web
        met = [Int32](repeating: 0, count: web.triangulation.triangleCount)
    }

    /// The farthest that any land in the cell of a point on half-edge `edge` lies from that point or from the nearest place.
    ///
    /// The cell is made of pieces of the places' cells. Distances are greatest in the corners of the pieces: those of the
    /// cell, as far from the point as from a place, and those where three cells of places met, which are the centres of
    /// the circles of the triangles that fall. Other new points can only make the cell smaller.
    mutating func radius(ofCellAt px: Double, _ py: Double, beside edge: Int) -> Double {
        search += 1
        let (corners, twins) = (web.triangulation.corners, web.triangulation.twins)
        var open = [edge / 3, Int(twins[edge]) / 3]
        for triangle in open { met[triangle] = search }
        var most = 0.0
        while let triangle = open.popLast() {
            let (i, j, k) = (corners[3 * triangle], corners[3 * triangle + 1], corners[3 * triangle + 2])
            most = max(most, radius(at(i), at(j), at(k)))
            for e in (3 * triangle)..<(3 * triangle + 3) {
                let twin = Int(twins[e])
                let next = twin / 3
                if twin >= 0, met[next] == search { continue }
                if twin >= 0, holds(next, px, py) {
                    met[next] = search
                    open.append(next)
                } else {
                    let (a, b) = (corners[e], corners[Int(Delaunay.next(Int32(e)))])
                    most = max(most, radius(PlanePoint(x: px, y: py), at(a), at(b)))
                }
            }
        }
        return most
    }

    private func holds(_ triangle: Int, _ px: Double, _ py: Double) -> Bool {
        let corners = web.triangulation.corners
        let (a, b, c) = (
            Int(corners[3 * triangle]), Int(corners[3 * triangle + 1]), Int(corners[3 * triangle + 2])
        )
        let (ax, ay) = (web.x[a] - px, web.y[a] - py)
        let (bx, by) = (web.x[b] - px, web.y[b] - py)
        let (cx, cy) = (web.x[c] - px, web.y[c] - py)
        let sum =
            (ax * ax + ay * ay) * (bx * cy - cx * by) + (bx * bx + by * by) * (cx * ay - ax * cy)
            + (cx * cx + cy * cy) * (ax * by - bx * ay)
        return sum > 0
    }

    private func at(_ i: Int32) -> PlanePoint { PlanePoint(x: web.x[Int(i)], y: web.y[Int(i)]) }

    /// Of the circle through three points; infinite where they lie on one line.
    private func radius(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Double {
        func length(_ p: PlanePoint, _ q: PlanePoint) -> Double {
            ((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)).squareRoot()
        }
        let doubled = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y))
        return length(a, b) * length(b, c) * length(c, a) / (2 * doubled)
    }
}
