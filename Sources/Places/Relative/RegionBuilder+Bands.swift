import Geometry

/// Between two places, and along roads: bands.
extension RegionBuilder {
    /// Half the width of a band as long as the way between two places.
    private func margin(
        _ a: Place, _ b: Place, length: Double, share: Double = RegionConstants.bandShare
    ) -> Double {
        let limits = RegionConstants.bandLimitsInMetres
        return min(max(share * length, limits.lowerBound), limits.upperBound)
            + max(a.uncertaintyInMetres, b.uncertaintyInMetres)
    }

    private func middle(of line: [Coordinate]) -> Coordinate {
        RegionShapes.part(of: line, from: Geodesic.lengthInMetres(of: line) / 2, through: .infinity).first ?? line[0]
    }

    func between(_ a: Place, _ b: Place) throws(RegionFact) -> UncertaintyRegion {
        let line = RegionShapes.geodesic(a.coordinate, b.coordinate)
        let length = Geodesic.distanceInMetres(a.coordinate, b.coordinate)
        let margin = margin(a, b, length: length, share: RegionConstants.betweenShare)
        return try made(
            RegionShapes.band(along: line, marginInMetres: margin), centre: middle(of: line),
            RegionRule(
                name: "between", sentence: "within \(text(margin)) of the straight way from \(a.name) to \(b.name)",
                numbers: [.init("length_m", length), .init("margin_m", margin)], source: RegionRule.ours))
    }

    func halfway(_ a: Place, _ b: Place) throws(RegionFact) -> UncertaintyRegion {
        let line = RegionShapes.geodesic(a.coordinate, b.coordinate)
        let length = Geodesic.distanceInMetres(a.coordinate, b.coordinate)
        let radius = margin(a, b, length: length)
        let centre = middle(of: line)
        return try made(
            RegionShapes.sector(
                centre, azimuthInDegrees: 0, halfAngleInDegrees: 180, innerInMetres: 0, outerInMetres: radius),
            centre: centre,
            RegionRule(
                name: "halfway", sentence: "within \(text(radius)) of the middle between \(a.name) and \(b.name)",
                numbers: [.init("length_m", length), .init("radius_m", radius)], source: RegionRule.ours))
    }

    func road(_ a: Place, _ b: Place) throws(RegionFact) -> UncertaintyRegion {
        let course = course(a, b)
        return try made(
            RegionShapes.band(along: course.line, marginInMetres: course.margin), centre: middle(of: course.line),
            RegionRule(
                name: "road", sentence: "within \(text(course.margin)) of \(course.label)",
                numbers: [
                    .init("length_m", Geodesic.lengthInMetres(of: course.line)), .init("margin_m", course.margin),
                ], source: RegionRule.ours))
    }

    func alongRoad(_ expression: RelativeExpression, _ a: Place, _ b: Place) throws(RegionFact) -> UncertaintyRegion {
        guard let stated = expression.distance else { throw .noShape }
        let course = course(a, b)
        let length = Geodesic.lengthInMetres(of: course.line)
        // Along a known course the road's bends are in it already.
        let reach = reach(stated, a, isByRoad: course.road == nil)
        guard reach.inner < length else {
            throw .beyondTheRoad(statedInKilometres: stated.middleInMetres / 1000, roadInKilometres: length / 1000)
        }
        let part = RegionShapes.part(of: course.line, from: reach.inner, through: min(reach.outer, length))
        let centre = RegionShapes.part(of: course.line, from: min(reach.best, length), through: .infinity).first
        return try made(
            RegionShapes.band(along: part, marginInMetres: course.margin), centre: centre ?? middle(of: part),
            RegionRule(
                name: "road_distance",
                sentence:
                    "\(text(reach.inner)) to \(text(min(reach.outer, length))) from \(a.name) along \(course.label), and "
                    + "\(text(course.margin)) around it",
                numbers: reach.numbers + [.init("margin_m", course.margin)], source: RegionRule.ours))
    }

    /// The way between two places: a road of the gazetteer that passes both, else the straight line, much wider.
    private func course(_ a: Place, _ b: Place) -> (line: [Coordinate], margin: Double, label: String, road: Place?) {
        for place in places where place.kind == .road {
            guard case .line(let line) = place.shape, let from = along(line, a), let to = along(line, b), from != to
            else {
                continue
            }
            let piece = RegionShapes.part(of: line, from: min(from, to), through: max(from, to))
            let margin = RegionConstants.knownRoadMarginInMetres + place.uncertaintyInMetres
            guard piece.count > 1 else { continue }
            return (from < to ? piece : piece.reversed(), margin, "the \(place.name)", place)
        }
        let line = RegionShapes.geodesic(a.coordinate, b.coordinate)
        let length = Geodesic.distanceInMetres(a.coordinate, b.coordinate)
        return (
            line, margin(a, b, length: length),
            "the straight way from \(a.name) to \(b.name), for the road's course is not known", nil
        )
    }

    /// How far along a line a place lies that it passes; nil where it does not.
    private func along(_ line: [Coordinate], _ place: Place) -> Double? {
        guard let (foot, distance) = Geodesic.nearest(on: line, to: place.coordinate),
            distance <= PlaceExtent.radiusInMetres(of: place) + 3000
        else { return nil }
        var passed = 0.0
        var best = (offset: Double.infinity, along: 0.0)
        for (a, b) in zip(line, line.dropFirst()) {
            let leg = Geodesic.distanceInMetres(a, b)
            let (before, behind) = (Geodesic.distanceInMetres(a, foot), Geodesic.distanceInMetres(foot, b))
            if before + behind - leg < best.offset { best = (before + behind - leg, passed + before) }
            passed += leg
        }
        return best.along
    }
}
