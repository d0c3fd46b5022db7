package import Geometry

/// Where a point is, told from places that readers know.
package struct RelativePosition: Sendable {
    package struct Anchor: Sendable {
        package let place: Place
        /// From the anchor to the point, along the geodesic of WGS 84.
        package let distanceInMetres: Double
        /// Clockwise from north, 0 to 360.
        package let azimuthInDegrees: Double

        /// `10.6 km E of Aazaz`; `in Aazaz` where the point is within the anchor's own uncertainty.
        package var text: String {
            if case .point = place.shape, distanceInMetres <= max(place.uncertaintyInMetres, 100) {
                return "in or beside \(place.name)"
            }
            return Distance.text(inMetres: distanceInMetres) + " "
                + Distance.compassPoint(azimuthInDegrees: azimuthInDegrees) + " of \(roadArticle)\(place.name)"
        }

        private var roadArticle: String { place.kind == .road ? "the " : "" }
    }

    package let coordinate: Coordinate
    /// The nearest town or city.
    package let town: Anchor?
    /// The place that was asked for, if any.
    package let anchor: Anchor?
    /// The nearest named road, from its nearest point.
    package let road: Anchor?
    /// The nearest settlement of any size.
    package let nearest: Anchor?
    /// The areas (cantons, zones) that hold the point.
    package let areas: [Place]

    /// The position of `coordinate` among the places of `gazetteer`, leaving out the place `itself`.
    /// Looks at every place once.
    package init(of coordinate: Coordinate, in gazetteer: Gazetteer, from anchor: Place? = nil, itself: String? = nil) {
        self.coordinate = coordinate
        func measured(_ place: Place) -> Anchor {
            let way = Geodesic.inverse(place.coordinate, coordinate)
            return Anchor(place: place, distanceInMetres: way.distanceInMetres, azimuthInDegrees: way.azimuthInDegrees)
        }
        var town: Anchor?
        var nearest: Anchor?
        var road: Anchor?
        var areas: [Place] = []
        for place in gazetteer.places where place.id != itself {
            switch place.shape {
            case .line(let line):
                guard let (point, distance) = Geodesic.nearest(on: line, to: coordinate) else { continue }
                if road.map({ distance < $0.distanceInMetres }) ?? true {
                    let azimuth = Geodesic.inverse(point, coordinate).azimuthInDegrees
                    road = Anchor(place: place, distanceInMetres: distance, azimuthInDegrees: azimuth)
                }
            case .area(let area):
                if PointInPolygon.contains(area, coordinate) { areas.append(place) }
            case .point:
                // A degree is at least 78 km up to latitude 45; far rows need no geodesic once something nearer is known.
                if let nearest, !place.kind.isTown,
                    abs(place.coordinate.latitude - coordinate.latitude) * 110_000 > nearest.distanceInMetres
                {
                    continue
                }
                let way = measured(place)
                if place.kind.isTown, town.map({ way.distanceInMetres < $0.distanceInMetres }) ?? true { town = way }
                if nearest.map({ way.distanceInMetres < $0.distanceInMetres }) ?? true { nearest = way }
            }
        }
        self.town = town
        self.road = road
        self.nearest = nearest
        self.areas = areas.sorted { $0.id < $1.id }
        self.anchor = anchor.map(measured)
    }
}
