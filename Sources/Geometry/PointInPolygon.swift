/// Whether a point lies in a shape, edges being straight in longitude and latitude.
package enum PointInPolygon {
    /// True inside and on the border, false in a hole; exact.
    ///
    /// - Assumptions: rings are closed.
    /// - Complexity: O(n) in the vertices.
    package static func contains(_ polygon: Polygon, _ point: Coordinate) -> Bool {
        for (i, ring) in polygon.rings.enumerated() {
            switch side(of: ring, point) {
            case .border: return true
            case .inside: if i > 0 { return false }
            case .outside: if i == 0 { return false }
            }
        }
        return !polygon.rings.isEmpty
    }

    /// True when a member contains the point.
    package static func contains(_ shape: MultiPolygon, _ point: Coordinate) -> Bool {
        shape.polygons.contains { contains($0, point) }
    }

    enum Side {
        case inside, outside, border
    }

    /// Counts the edges to the right of the point (M. Shimrat, "Algorithm 112", CACM 5, 1962), with the robust
    /// orientation in place of a division.
    static func side(of ring: [Coordinate], _ p: Coordinate) -> Side {
        var inside = false
        for i in ring.indices.dropFirst() {
            let (a, b) = (ring[i - 1], ring[i])
            if max(a.latitude, b.latitude) < p.latitude || min(a.latitude, b.latitude) > p.latitude { continue }
            if max(a.longitude, b.longitude) < p.longitude { continue }
            let turn = Predicates.orient2d(
                a.longitude, a.latitude, b.longitude, b.latitude, p.longitude, p.latitude)
            if turn == 0 && min(a.longitude, b.longitude) <= p.longitude { return .border }
            if (a.latitude > p.latitude) != (b.latitude > p.latitude) && (turn > 0) == (b.latitude > a.latitude) {
                inside.toggle()
            }
        }
        return inside ? .inside : .outside
    }
}
