import Geometry
import Rows

/// Distances, directions and parts of a place: rings and their slices.
extension RegionBuilder {
    func offset(_ expression: RelativeExpression, _ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        guard let stated = expression.distance, let point = expression.directions.first else { throw .noShape }
        let reach = reach(stated, anchor, isFromEdge: expression.isFromEdge, isByRoad: expression.isByRoad)
        let angle = RegionConstants.halfAngleInDegrees(point)
        let polygon = RegionShapes.sector(
            anchor.coordinate, azimuthInDegrees: point.azimuthInDegrees, halfAngleInDegrees: angle,
            innerInMetres: reach.inner, outerInMetres: reach.outer)
        return try made(
            polygon, centre: self.point(anchor, point.azimuthInDegrees, reach.best),
            RegionRule(
                name: "offset",
                sentence: "\(text(reach.inner)) to \(text(reach.outer)) from the centre of \(anchor.name), within "
                    + "\(Int(angle))° of \(point.rawValue)",
                numbers: reach.numbers + [
                    .init("azimuth_degrees", point.azimuthInDegrees), .init("half_angle_degrees", angle),
                ], source: RegionRule.widened))
    }

    func disc(_ expression: RelativeExpression, _ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        guard let stated = expression.distance else { throw .noShape }
        let reach = reach(stated, anchor, isFromEdge: expression.isFromEdge, isByRoad: expression.isByRoad)
        let inner = expression.kind == .within ? 0 : reach.inner
        let polygon = RegionShapes.sector(
            anchor.coordinate, azimuthInDegrees: 0, halfAngleInDegrees: 180, innerInMetres: inner,
            outerInMetres: reach.outer)
        return try made(
            polygon, centre: anchor.coordinate,
            RegionRule(
                name: expression.kind == .within ? "within" : "distance",
                sentence: inner > 0
                    ? "\(text(inner)) to \(text(reach.outer)) from the centre of \(anchor.name), in any direction"
                    : "within \(text(reach.outer)) of the centre of \(anchor.name)",
                numbers: reach.numbers.filter { inner > 0 || $0.name != "inner_radius_m" }, source: RegionRule.widened))
    }

    func orthogonal(_ expression: RelativeExpression, _ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        guard let first = expression.distance, let second = expression.secondDistance, expression.directions.count == 2
        else { throw .noShape }
        let (a, b) = (reach(first, anchor), reach(second, anchor))
        let azimuths = expression.directions.map(\.azimuthInDegrees)
        func corner(_ x: Double, _ y: Double) -> Coordinate {
            Geodesic.destination(
                from: point(anchor, azimuths[0], x), azimuthInDegrees: azimuths[1], distanceInMetres: y)
        }
        let steps = 8
        func edge(_ from: (Double, Double), _ to: (Double, Double)) -> [Coordinate] {
            (0..<steps).map { step in
                let share = Double(step) / Double(steps)
                return corner(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
            }
        }
        let corners = [(a.inner, b.inner), (a.outer, b.inner), (a.outer, b.outer), (a.inner, b.outer)]
        var ring = corners.indices.flatMap { edge(corners[$0], corners[($0 + 1) % 4]) }
        ring.append(ring[0])
        if AuthalicArea.signedArea(of: ring) < 0 { ring.reverse() }
        let legs = zip([a, b], expression.directions).map { reach, direction in
            "\(text(reach.inner)) to \(text(reach.outer)) \(direction.rawValue)"
        }
        return try made(
            Polygon(rings: [ring]), centre: corner(a.best, b.best),
            RegionRule(
                name: "orthogonal",
                sentence:
                    "\(legs.joined(separator: " and ")) of the centre of \(anchor.name); two legs leave no error of direction",
                numbers: a.numbers + b.numbers.map { .init("second_" + $0.name, $0.value) }, source: RegionRule.widened)
        )
    }

    func heading(_ expression: RelativeExpression, _ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        guard let point = expression.directions.first else { throw .noShape }
        let extent = PlaceExtent.radiusInMetres(of: anchor)
        let angle = RegionConstants.halfAngleInDegrees(point)
        let limit = extent + RegionConstants.headingLimitInMetres(rank: PlaceExtent.rank(of: anchor))
        let next = nextSimilar(
            anchor, limitInMetres: limit, azimuthInDegrees: point.azimuthInDegrees, halfAngleInDegrees: angle)
        // What lies just past the next place is still told from this one.
        let slack = RegionConstants.leastMarginInMetres + anchor.uncertaintyInMetres
        let outer = max(extent + 5000, next.map { min(limit, $0.distanceInMetres + slack) } ?? limit)
        let polygon = RegionShapes.sector(
            anchor.coordinate, azimuthInDegrees: point.azimuthInDegrees, halfAngleInDegrees: angle,
            innerInMetres: extent / 2, outerInMetres: outer)
        let end =
            next.map { "a little past \($0.place.name), the next such place" }
            ?? "the limit for a \(anchor.kind.rawValue)"
        return try made(
            polygon, centre: self.point(anchor, point.azimuthInDegrees, (extent + outer) / 2),
            RegionRule(
                name: "heading",
                sentence: "up to \(text(outer)) from the centre of \(anchor.name), \(end), within \(Int(angle))° of "
                    + point.rawValue,
                numbers: [
                    .init("azimuth_degrees", point.azimuthInDegrees), .init("half_angle_degrees", angle),
                    .init("anchor_extent_m", extent), .init("limit_m", limit), .init("inner_radius_m", extent / 2),
                    .init("outer_radius_m", outer),
                ], source: RegionRule.widened))
    }

    func near(_ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        let rank = PlaceExtent.rank(of: anchor)
        let extent = PlaceExtent.radiusInMetres(of: anchor)
        let least = extent + RegionConstants.leastMarginInMetres + anchor.uncertaintyInMetres
        if case .line(let line) = anchor.shape {
            return try made(
                RegionShapes.band(along: line, marginInMetres: least), centre: anchor.coordinate,
                RegionRule(
                    name: "near", sentence: "within \(text(least)) of the \(anchor.name)",
                    numbers: [.init("radius_m", least)], source: RegionRule.ours))
        }
        let limit = max(least, RegionConstants.nearLimitInMetres(rank: rank))
        let next = nextSimilar(anchor, limitInMetres: limit)
        let radius = max(least, min(limit, next.map { $0.distanceInMetres + anchor.uncertaintyInMetres } ?? limit))
        let why =
            radius == least
            ? "the least buffer"
            : next.map { "as far as \($0.place.name), the next such place" }
                ?? "the limit for a \(anchor.kind.rawValue)"
        return try made(
            RegionShapes.sector(
                anchor.coordinate, azimuthInDegrees: 0, halfAngleInDegrees: 180, innerInMetres: 0, outerInMetres: radius
            ),
            centre: anchor.coordinate,
            RegionRule(
                name: "near", sentence: "within \(text(radius)) of the centre of \(anchor.name): \(why)",
                numbers: [.init("radius_m", radius), .init("anchor_extent_m", extent), .init("limit_m", limit)],
                source: RegionRule.ours))
    }

    func part(_ expression: RelativeExpression, _ anchor: Place) throws(RegionFact) -> UncertaintyRegion {
        let extent = PlaceExtent.radiusInMetres(of: anchor)
        let margin = RegionConstants.leastMarginInMetres + anchor.uncertaintyInMetres
        let rank = PlaceExtent.rank(of: anchor)
        let outer: Double =
            switch expression.kind {
            case .countryside: extent + RegionConstants.countrysideLimitInMetres(rank: rank)
            case .outskirts: 1.5 * extent + margin
            default: extent + margin
            }
        let point = expression.directions.first
        let angle = point.map(RegionConstants.halfAngleInDegrees) ?? 180
        let azimuth = point?.azimuthInDegrees ?? 0
        let best = expression.kind == .countryside ? (extent + outer) / 2 : extent
        return try made(
            RegionShapes.sector(
                anchor.coordinate, azimuthInDegrees: azimuth, halfAngleInDegrees: angle, innerInMetres: extent / 2,
                outerInMetres: outer),
            centre: point == nil ? anchor.coordinate : self.point(anchor, azimuth, best),
            RegionRule(
                name: expression.kind.rawValue,
                sentence: "\(text(extent / 2)) to \(text(outer)) from the centre of \(anchor.name)"
                    + (point.map { ", within \(Int(angle))° of \($0.rawValue)" } ?? ", all around"),
                numbers: (point == nil
                    ? [] : [.init("azimuth_degrees", azimuth), .init("half_angle_degrees", angle)]) + [
                        .init("anchor_extent_m", extent), .init("inner_radius_m", extent / 2),
                        .init("outer_radius_m", outer),
                    ], source: RegionRule.ours))
    }

    func text(_ metres: Double) -> String { Distance.text(inMetres: metres) }
}
