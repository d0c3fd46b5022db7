import Fronts
package import Geometry

/// A road against the front: who has which stretch of it, whether it is cut, how near the front comes.
package struct RoadStanding: Sendable {
    package struct Stretch: Sendable {
        /// Nil outside of all land that is drawn.
        package let holder: Holder?
        package let lengthInMetres: Double
        package let from: Coordinate
        package let to: Coordinate
    }

    package enum Status: String, Sendable {
        /// One side has all of it.
        case held
        /// One side has both ends, and another has land between.
        case cut
        /// One side has both ends; between is land that is unknown, out of reach of any place, outside the map, or contested
        /// by that side.
        case perhapsCut = "perhaps_cut"
        /// Different sides have the ends.
        case divided
        /// At one end nobody is known to be, or it is contested.
        case open = "unknown_end"
    }

    /// From the road's first point to its last.
    package let stretches: [Stretch]
    package let status: Status
    /// The nearest of all lines, as seen from the road's nearest point; certain and likely ones apart. Nil where there are
    /// none.
    package let front: Nearest?
    package let likelyFront: Nearest?

    package struct Nearest: Sendable {
        package let front: Snapshot.FrontLine
        package let onRoad: Coordinate
        package let onFront: Coordinate
        /// 0 where the line crosses the road.
        package let distanceInMetres: Double
        /// From the road to the line; of no meaning where they cross.
        package let azimuthInDegrees: Double
    }

    /// - Complexity: O(legs of the road · vertices of all areas and lines).
    package init(of road: [Coordinate], in snapshot: Snapshot) {
        stretches = Self.stretches(of: road, in: snapshot)
        status = Self.status(stretches)
        func nearest(certain: Bool) -> Nearest? {
            Self.nearest(road, snapshot.fronts.filter { $0.isCertain == certain })
        }
        front = nearest(certain: true)
        likelyFront = nearest(certain: false)
    }

    /// The side that has both ends, where one has.
    package var endsWith: String? {
        guard let first = stretches.first?.holder?.side, first == stretches.last?.holder?.side else { return nil }
        return first
    }

    /// The stretches that cut the road for the side that has both ends: those of others, with more than one between the
    /// same two of its own.
    package var breaks: [Stretch] {
        guard let side = endsWith else { return [] }
        return stretches.filter { Self.isHostile($0.holder, to: side) }
    }

    private static func isHostile(_ holder: Holder?, to side: String) -> Bool {
        switch holder {
        case .held(let other)?: other != side
        case .contested(let sides)?: !sides.contains(side)
        case .unknown?, .beyondReach?, nil: false
        }
    }

    private static func status(_ stretches: [Stretch]) -> Status {
        guard let first = stretches.first?.holder?.side, let last = stretches.last?.holder?.side else { return .open }
        if first != last { return .divided }
        if stretches.contains(where: { isHostile($0.holder, to: first) }) { return .cut }
        return stretches.count == 1 ? .held : .perhapsCut
    }

    private static func nearest(_ road: [Coordinate], _ fronts: [Snapshot.FrontLine]) -> Nearest? {
        let lines = fronts.map { $0.line.map(\.coordinate) }
        for (number, line) in lines.enumerated() {
            for leg in road.indices.dropFirst() {
                if let crossing = Crossings.first(of: road[leg - 1], road[leg], with: line) {
                    return Nearest(
                        front: fronts[number], onRoad: crossing, onFront: crossing, distanceInMetres: 0,
                        azimuthInDegrees: 0)
                }
            }
        }
        // They do not cross, so a vertex of the one is nearest to the other.
        var best: (distance: Double, front: Int, onRoad: Coordinate, onFront: Coordinate)?
        for point in road {
            guard let found = NearestLine(to: point, among: lines) else { return nil }
            if found.distanceInMetres < best?.distance ?? .infinity {
                best = (found.distanceInMetres, found.line, point, found.coordinate)
            }
        }
        let legs = road.indices.dropFirst().map { [road[$0 - 1], road[$0]] }
        for (number, line) in lines.enumerated() {
            for point in line {
                guard let least = best?.distance, isWithin(least, of: point, road) else { continue }
                guard let found = NearestLine(to: point, among: legs), found.distanceInMetres < least else { continue }
                best = (found.distanceInMetres, number, found.coordinate, point)
            }
        }
        return best.map {
            Nearest(
                front: fronts[$0.front], onRoad: $0.onRoad, onFront: $0.onFront, distanceInMetres: $0.distance,
                azimuthInDegrees: Geodesic.inverse($0.onRoad, $0.onFront).azimuthInDegrees)
        }
    }

    /// Whether a point may be nearer to the road than that: a degree of latitude is at least 110 km.
    private static func isWithin(_ metres: Double, of point: Coordinate, _ road: [Coordinate]) -> Bool {
        let box = BoundingBox(road)!
        let degrees = metres / 110_000
        return point.latitude >= box.south - degrees && point.latitude <= box.north + degrees
    }

    private static func stretches(of road: [Coordinate], in snapshot: Snapshot) -> [Stretch] {
        let areas = snapshot.areas.flatMap { area in
            area.polygons.map { (holder: area.holder, polygon: $0.polygon, box: BoundingBox($0.polygon.rings[0])!) }
        }
        func holder(_ point: Coordinate) -> Holder? {
            areas.first { $0.box.contains(point) && PointInPolygon.contains($0.polygon, point) }?.holder
        }
        var pieces: [Stretch] = []
        for leg in road.indices.dropFirst() {
            let (a, b) = (road[leg - 1], road[leg])
            let box = BoundingBox([a, b])!
            var parts = [0.0, 1.0]
            for area in areas where area.box.intersects(box) {
                for ring in area.polygon.rings { parts += Crossings.all(of: a, b, with: ring) }
            }
            parts = Set(parts).sorted()
            func point(_ t: Double) -> Coordinate {
                t == 1
                    ? b
                    : Coordinate(
                        longitude: a.longitude + t * (b.longitude - a.longitude),
                        latitude: a.latitude + t * (b.latitude - a.latitude))
            }
            for i in parts.indices.dropFirst() where parts[i] - parts[i - 1] > 1e-9 {
                let (from, to) = (point(parts[i - 1]), point(parts[i]))
                let found = holder(point((parts[i - 1] + parts[i]) / 2))
                let length = Geodesic.distanceInMetres(from, to)
                if let last = pieces.last, last.holder == found {
                    pieces[pieces.count - 1] = Stretch(
                        holder: found, lengthInMetres: last.lengthInMetres + length, from: last.from, to: to)
                } else {
                    pieces.append(Stretch(holder: found, lengthInMetres: length, from: from, to: to))
                }
            }
        }
        return pieces
    }
}

/// Where a leg meets a line, in longitude and latitude.
private enum Crossings {
    /// The parts of the leg, 0 to 1, at which it meets the line's legs.
    static func all(of a: Coordinate, _ b: Coordinate, with line: [Coordinate]) -> [Double] {
        let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
        let (west, east) = (min(a.longitude, b.longitude), max(a.longitude, b.longitude))
        let (south, north) = (min(a.latitude, b.latitude), max(a.latitude, b.latitude))
        var found: [Double] = []
        for i in line.indices.dropFirst() {
            let (p, q) = (line[i - 1], line[i])
            guard max(p.longitude, q.longitude) >= west, min(p.longitude, q.longitude) <= east,
                max(p.latitude, q.latitude) >= south, min(p.latitude, q.latitude) <= north
            else { continue }
            let (ex, ey) = (q.longitude - p.longitude, q.latitude - p.latitude)
            let turn = dx * ey - dy * ex
            guard turn != 0 else { continue }
            let (fx, fy) = (p.longitude - a.longitude, p.latitude - a.latitude)
            let t = (fx * ey - fy * ex) / turn
            let u = (fx * dy - fy * dx) / turn
            if t >= 0, t <= 1, u >= 0, u <= 1 { found.append(t) }
        }
        return found
    }

    static func first(of a: Coordinate, _ b: Coordinate, with line: [Coordinate]) -> Coordinate? {
        all(of: a, b, with: line).min().map { t in
            Coordinate(
                longitude: a.longitude + t * (b.longitude - a.longitude),
                latitude: a.latitude + t * (b.latitude - a.latitude))
        }
    }
}
