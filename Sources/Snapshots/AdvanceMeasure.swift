package import Fronts
package import Geometry

/// How far a line moved over a sector, and in which direction.
package struct AdvanceMeasure: Sendable {
    /// The stretch of the line that moved, as it ran before and as it runs now.
    package let lineBeforeInMetres: Double
    package let lineNowInMetres: Double
    /// The land taken by the mean length of the two stretches, or by the one there is; nil for pockets.
    package let meanInMetres: Double?
    /// The greatest distance of a corner of either stretch from the other one; where one is missing, of the sector's border
    /// from the one there is. Nil for pockets, and where nothing is left to measure.
    package let greatestInMetres: Double?
    /// From the middle of the old stretch to the middle of the land taken, clockwise from north. Nil for pockets, and
    /// where the land was taken from several sides at once, so that the pushes cancel.
    package let azimuthInDegrees: Double?
    /// The middle of the land taken; of a crescent it may lie beside it.
    package let middle: Coordinate

    /// A straight push puts the middle of the land half the advance before the line; with less than half of that there is
    /// no one direction.
    private static let leastPartOfMean = 0.25

    /// - Complexity: O(vertices), but for the greatest advance, which at worst compares each vertex with each leg.
    package init(_ sector: Sector, isPocket: Bool) {
        func length(_ legs: [Sector.Leg]) -> Double {
            legs.reduce(0) { $0 + Geodesic.distanceInMetres($1.from.coordinate, $1.to.coordinate) }
        }
        lineBeforeInMetres = length(sector.oldLine)
        lineNowInMetres = length(sector.newLine)
        let outline = sector.polygon.rings[0]
        let plane = BoundingBox(outline.map(\.coordinate)).flatMap { try? EqualAreaPlane(centre: $0.centre) }
        func flat(_ point: GridPoint) -> PlanePoint { plane?.forward(point.coordinate) ?? PlanePoint(x: 0, y: 0) }
        let centre = Self.centroid(sector.polygon.rings.map { $0.map(flat) })
        middle = plane?.inverse(centre) ?? outline[0].coordinate
        let stretches = [lineBeforeInMetres, lineNowInMetres].filter { $0 > 0 }
        guard !isPocket, let plane, !stretches.isEmpty else {
            (meanInMetres, greatestInMetres, azimuthInDegrees) = (nil, nil, nil)
            return
        }
        let mean = sector.areaInSquareMetres / (stretches.reduce(0, +) / Double(stretches.count))
        meanInMetres = mean
        let old = sector.oldLine.map { (flat($0.from), flat($0.to)) }
        let new = sector.newLine.map { (flat($0.from), flat($0.to)) }
        let greatest: Double
        if old.isEmpty || new.isEmpty {
            greatest = Self.greatest(of: sector.polygon.rings.joined().map(flat), from: old.isEmpty ? new : old)
        } else {
            greatest = max(Self.greatest(of: Self.ends(new), from: old), Self.greatest(of: Self.ends(old), from: new))
        }
        greatestInMetres = greatest > 0 ? greatest : nil
        let start = Self.middle(of: old)
        let (dx, dy) = (centre.x - start.x, centre.y - start.y)
        let isOneWay = !old.isEmpty && (dx * dx + dy * dy).squareRoot() >= Self.leastPartOfMean * mean
        let end = middle
        azimuthInDegrees =
            isOneWay ? plane.inverse(start).map { Geodesic.inverse($0, end).azimuthInDegrees } : nil
    }

    /// Of a polygon in the plane; holes run the other way and so count negative.
    private static func centroid(_ rings: [[PlanePoint]]) -> PlanePoint {
        var (area, x, y) = (0.0, 0.0, 0.0)
        for ring in rings {
            for i in ring.indices.dropFirst() {
                let (a, b) = (ring[i - 1], ring[i])
                let cross = a.x * b.y - b.x * a.y
                area += cross
                x += (a.x + b.x) * cross
                y += (a.y + b.y) * cross
            }
        }
        return area == 0 ? rings[0][0] : PlanePoint(x: x / (3 * area), y: y / (3 * area))
    }

    /// The mean point of legs, weighted by their lengths.
    private static func middle(of legs: [(PlanePoint, PlanePoint)]) -> PlanePoint {
        var (length, x, y) = (0.0, 0.0, 0.0)
        for (a, b) in legs {
            let weight = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            length += weight
            x += weight * (a.x + b.x) / 2
            y += weight * (a.y + b.y) / 2
        }
        return length > 0 ? PlanePoint(x: x / length, y: y / length) : PlanePoint(x: 0, y: 0)
    }

    private static func ends(_ legs: [(PlanePoint, PlanePoint)]) -> [PlanePoint] { legs.flatMap { [$0.0, $0.1] } }

    /// The greatest distance of a point to the nearest leg. A point is left as soon as it is known not to be the one
    /// (A. A. Taha, A. Hanbury, "An efficient algorithm for calculating the exact Hausdorff distance", IEEE TPAMI 37,
    /// 2015), and the search begins at the leg that ended the one before, which is near.
    private static func greatest(of points: [PlanePoint], from legs: [(PlanePoint, PlanePoint)]) -> Double {
        var greatest = 0.0
        var start = 0
        for point in points {
            var least = Double.infinity
            for step in legs.indices {
                let index = (start + step) % legs.count
                let square = squaredDistance(point, legs[index])
                guard square < least else { continue }
                least = square
                if least <= greatest {
                    start = index
                    break
                }
            }
            greatest = max(greatest, least)
        }
        return greatest.squareRoot()
    }

    private static func squaredDistance(_ p: PlanePoint, _ leg: (PlanePoint, PlanePoint)) -> Double {
        let (a, b) = leg
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let part = square > 0 ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0), 1) : 0
        let (ex, ey) = (a.x + part * dx - p.x, a.y + part * dy - p.y)
        return ex * ex + ey * ey
    }
}
