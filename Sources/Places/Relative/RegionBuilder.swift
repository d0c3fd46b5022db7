import Geometry

/// Draws the region of an expression around its anchors.
package struct RegionBuilder: Sendable {
    /// All places of the gazetteer: for neighbours of the anchor, and for roads.
    let places: [Place]

    package init(_ gazetteer: Gazetteer) { places = gazetteer.places }

    /// The region. `anchors` are the places that the names of the expression mean, in their order.
    ///
    /// - Complexity: linear in the places for `heading`, `near` and `road`, constant for all else.
    package func region(_ expression: RelativeExpression, anchors: [Place]) throws(RegionFact) -> UncertaintyRegion {
        guard let anchor = anchors.first, anchors.count == expression.anchors.count else { throw .noShape }
        if case .line = anchor.shape, expression.kind != .near { throw .countedFromRoad(name: anchor.name) }
        if let second = anchors.dropFirst().first, second.id == anchor.id { throw .sameAnchors(name: anchor.name) }
        switch expression.kind {
        case .offset: return try offset(expression, anchor)
        case .orthogonal: return try orthogonal(expression, anchor)
        case .distance, .within: return try disc(expression, anchor)
        case .heading: return try heading(expression, anchor)
        case .outskirts, .countryside, .entrance: return try part(expression, anchor)
        case .near: return try near(anchor)
        case .between: return try between(anchor, anchors[1])
        case .halfway: return try halfway(anchor, anchors[1])
        case .road: return try road(anchor, anchors[1])
        case .roadDistance:
            return anchors.count > 1 ? try alongRoad(expression, anchor, anchors[1]) : try disc(expression, anchor)
        }
    }

    /// Checks the shape and measures its radius.
    func made(_ polygon: Polygon?, centre: Coordinate, _ rule: RegionRule) throws(RegionFact) -> UncertaintyRegion {
        guard let polygon, let outline = polygon.rings.first, outline.count > 3 else { throw .noShape }
        var radius = 0.0
        for (a, b) in zip(outline, outline.dropFirst()) {
            guard abs(a.longitude) <= 180, abs(a.latitude) < 85, abs(a.longitude - b.longitude) < 180 else {
                throw .crossesDateLine
            }
            radius = max(radius, Geodesic.distanceInMetres(centre, a))
        }
        return UncertaintyRegion(polygon: polygon, centre: centre, enclosingRadiusInMetres: radius, rule: rule)
    }

    func point(_ anchor: Place, _ azimuth: Double, _ distance: Double) -> Coordinate {
        Geodesic.destination(from: anchor.coordinate, azimuthInDegrees: azimuth, distanceInMetres: distance)
    }

    /// What a stated distance can mean, from the centre of its anchor.
    struct Reach {
        var inner, outer, best: Double
        var numbers: [RegionRule.Number]
    }

    /// From 15 % less than stated to 60 % (at most 15 km) more, at least 2 km either way; or 30 % (at most 7.5 km) more
    /// counted from the edge, where that is farther; the precision of the number and the uncertainty of the anchor's coordinate added. The likeliest point lies
    /// half-way between what the centre and what the edge would give.
    func reach(
        _ stated: StatedDistance, _ anchor: Place, isFromEdge: Bool = false, isByRoad: Bool = false
    ) -> Reach {
        typealias C = RegionConstants
        let extent = PlaceExtent.radiusInMetres(of: anchor)
        let slack = stated.precisionInMetres + anchor.uncertaintyInMetres
        let straight = isByRoad ? 1 / C.detour : C.shortestShare
        let low = min(stated.lowerInMetres * straight, stated.lowerInMetres - C.leastMarginInMetres) - slack
        let upper = stated.upperInMetres
        let excess = min(C.longestExcessInMetres, max(upper * (C.longestShare - 1), C.leastMarginInMetres))
        let excessFromEdge = min(C.longestExcessInMetres / 2, upper * (C.longestShareFromEdge - 1))
        let outer = upper + max(excess + (isFromEdge ? extent : 0), extent + excessFromEdge) + slack
        let inner = low + (isFromEdge ? extent : 0)
        let middle = isByRoad ? stated.middleInMetres * (1 + straight) / 2 : stated.middleInMetres
        return Reach(
            // Nearer than a few hundred metres the ring would only cut out the anchor's own middle.
            inner: inner < 300 ? 0 : inner, outer: outer, best: middle + (isFromEdge ? extent : extent / 2),
            numbers: [
                .init("stated_m", stated.middleInMetres), .init("precision_m", stated.precisionInMetres),
                .init("anchor_extent_m", extent), .init("anchor_uncertainty_m", anchor.uncertaintyInMetres),
                .init("inner_radius_m", inner < 300 ? 0 : inner), .init("outer_radius_m", outer),
            ])
    }

    /// The nearest other place that readers know as well as the anchor, within an angle of an azimuth.
    func nextSimilar(
        _ anchor: Place, limitInMetres: Double, azimuthInDegrees: Double = 0, halfAngleInDegrees: Double = 180
    ) -> (place: Place, distanceInMetres: Double)? {
        let rank = max(1, PlaceExtent.rank(of: anchor))
        var best: (place: Place, distanceInMetres: Double)?
        var limit = limitInMetres
        for place in places where place.id != anchor.id && PlaceExtent.rank(of: place) >= rank {
            // A degree of latitude is at least 110.5 km.
            guard abs(place.coordinate.latitude - anchor.coordinate.latitude) * 110_500 <= limit else { continue }
            let way = Geodesic.inverse(anchor.coordinate, place.coordinate)
            // The same place from a second source is no neighbour.
            guard way.distanceInMetres <= limit, way.distanceInMetres > PlaceExtent.radiusInMetres(of: anchor) else {
                continue
            }
            guard Angle.between(way.azimuthInDegrees, azimuthInDegrees) <= halfAngleInDegrees else { continue }
            if let best, (best.distanceInMetres, best.place.id) <= (way.distanceInMetres, place.id) { continue }
            best = (place, way.distanceInMetres)
            limit = way.distanceInMetres
        }
        return best
    }
}

/// Angles between directions.
enum Angle {
    /// The smaller angle between two azimuths, 0...180.
    static func between(_ a: Double, _ b: Double) -> Double {
        let turn = abs(a - b).truncatingRemainder(dividingBy: 360)
        return min(turn, 360 - turn)
    }
}
