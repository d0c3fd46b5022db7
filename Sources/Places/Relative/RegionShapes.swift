import Geometry

/// The outlines that regions are made of, as rings of coordinates, counter-clockwise.
enum RegionShapes {
    static let arcStepInDegrees = 5.0

    /// What lies between two distances from a centre and within an angle of an azimuth. The whole ring where the angle is
    /// 180 or more; the slice down to the centre where the inner distance is 0.
    static func sector(
        _ centre: Coordinate, azimuthInDegrees: Double, halfAngleInDegrees: Double, innerInMetres: Double,
        outerInMetres: Double
    ) -> Polygon {
        guard halfAngleInDegrees < 180 else {
            let outer = arc(centre, from: 360, through: 0, radius: outerInMetres)
            guard innerInMetres > 0 else { return Polygon(rings: [closed(outer)]) }
            return Polygon(rings: [closed(outer), closed(arc(centre, from: 0, through: 360, radius: innerInMetres))])
        }
        let (first, last) = (azimuthInDegrees - halfAngleInDegrees, azimuthInDegrees + halfAngleInDegrees)
        let outer = arc(centre, from: last, through: first, radius: outerInMetres)
        let inner = innerInMetres > 0 ? arc(centre, from: first, through: last, radius: innerInMetres) : [centre]
        return Polygon(rings: [closed(outer + inner)])
    }

    /// Points at one distance, from one azimuth through another, both included.
    private static func arc(_ centre: Coordinate, from: Double, through: Double, radius: Double) -> [Coordinate] {
        let steps = max(1, Int((abs(through - from) / arcStepInDegrees).rounded(.up)))
        return (0...steps).map { step in
            Geodesic.destination(
                from: centre, azimuthInDegrees: from + (through - from) * Double(step) / Double(steps),
                distanceInMetres: radius)
        }
    }

    private static func closed(_ ring: [Coordinate]) -> [Coordinate] {
        // A full circle ends where it began, but for rounding.
        var ring = ring
        if let first = ring.first, let last = ring.last, ring.count > 3, Geodesic.distanceInMetres(first, last) < 0.01 {
            ring.removeLast()
        }
        return ring + ring.prefix(1)
    }

    /// What lies within `margin` of a line, to its left, right and beyond its ends, by GEOS in an equal-area plane.
    static func band(along line: [Coordinate], marginInMetres margin: Double) -> Polygon? {
        try? Buffer.around(line, distanceInMetres: margin)
    }

    /// The geodesic between two points, at least every 5 km.
    static func geodesic(_ a: Coordinate, _ b: Coordinate, stepInMetres: Double = 5000) -> [Coordinate] {
        let way = Geodesic.inverse(a, b)
        let steps = max(1, Int((way.distanceInMetres / stepInMetres).rounded(.up)))
        return [a]
            + (1..<max(1, steps)).map { step in
                Geodesic.destination(
                    from: a, azimuthInDegrees: way.azimuthInDegrees,
                    distanceInMetres: way.distanceInMetres * Double(step) / Double(steps))
            } + [b]
    }

    /// The part of a line between two distances along it.
    static func part(of line: [Coordinate], from low: Double, through high: Double) -> [Coordinate] {
        var out: [Coordinate] = []
        var passed = 0.0
        for (a, b) in zip(line, line.dropFirst()) {
            let leg = Geodesic.inverse(a, b)
            func point(_ at: Double) -> Coordinate {
                Geodesic.destination(
                    from: a, azimuthInDegrees: leg.azimuthInDegrees,
                    distanceInMetres: min(max(at - passed, 0), leg.distanceInMetres))
            }
            if passed + leg.distanceInMetres >= low, passed <= high {
                if out.isEmpty { out.append(point(low)) }
                out.append(point(high))
            }
            passed += leg.distanceInMetres
        }
        return out
    }
}
