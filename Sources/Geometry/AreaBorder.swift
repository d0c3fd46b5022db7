/// The border of an area of interest: rings on the grid, the inside on their left.
struct AreaBorder {
    var rings: [[GridPoint]] = []

    /// - Throws: for coordinates out of range, rings that are not closed, and an area without inside.
    init(_ area: MultiPolygon) throws(TessellationError) {
        for (p, polygon) in area.polygons.enumerated() {
            for (r, ring) in polygon.rings.enumerated() {
                guard ring.count >= 4 else { throw .areaRingNotClosed(polygon: p, ring: r) }
                var points: [GridPoint] = []
                points.reserveCapacity(ring.count)
                for (i, c) in ring.enumerated() {
                    guard abs(c.longitude) <= 180, abs(c.latitude) <= 90 else {
                        throw .badAreaCoordinate(polygon: p, ring: r, index: i, c)
                    }
                    let point = GridPoint(c)
                    if point != points.last { points.append(point) }
                }
                guard ring.first == ring.last else { throw .areaRingNotClosed(polygon: p, ring: r) }
                // A ring smaller than the grid has no inside left.
                guard points.count >= 4 else { continue }
                let doubled = GridPoint.doubledArea(of: points)
                // Outlines run counter-clockwise, holes clockwise: either way the inside is on the left.
                rings.append((doubled > 0) == (r == 0) ? points : points.reversed())
            }
        }
        guard !rings.isEmpty else { throw .emptyArea }
    }

    /// The box of all rings, as south-west and north-east corner.
    var box: (low: GridPoint, high: GridPoint) {
        var low = rings[0][0]
        var high = low
        for ring in rings {
            for p in ring {
                low = GridPoint(x: min(low.x, p.x), y: min(low.y, p.y))
                high = GridPoint(x: max(high.x, p.x), y: max(high.y, p.y))
            }
        }
        return (low, high)
    }
}
