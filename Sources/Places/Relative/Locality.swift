package import Geometry

/// Where something is by a relative expression.
package struct Locality: Sendable {
    package enum Status: String, Sendable {
        /// One region, or one that is much likelier than the others.
        case located
        /// The anchors may mean several places; one region for each.
        case ambiguous
        /// A name means no known place; no region.
        case notFound = "not_found"
        /// The anchors are known, but no region can be drawn.
        case impossible
    }

    /// A place of the gazetteer inside a region.
    package struct Inside: Sendable {
        package let placeIndex: Int
        package let distanceToCentreInMetres: Double
        /// Given that the place meant is in the gazetteer and in this region.
        package let probability: Double
    }

    /// What became of the thing that the expression names.
    package enum Named: Sendable {
        /// A place of that name lies in the region: it is meant.
        case inside(placeIndex: Int)
        /// All places of that name lie outside; the nearest to the region, and how far outside it is.
        case contradiction(placeIndex: Int, outsideInMetres: Double)
        /// No place of that name is known.
        case unknown(reason: String)
    }

    package struct Reading: Sendable {
        package let region: UncertaintyRegion
        /// Indices of the anchors.
        package let anchors: [Int]
        package let probability: Double
        package let named: Named?
        /// Likeliest first.
        package let inside: [Inside]
    }

    package let expression: RelativeExpression
    package let status: Status
    /// Likeliest first.
    package let readings: [Reading]
    /// Why, for `notFound` and `impossible`; else how the anchors were read.
    package let reason: String

    /// The answer in one point: the named place that lies in the likeliest region, else that region's centre.
    package func best(in gazetteer: Gazetteer) -> (coordinate: Coordinate, radiusInMetres: Double, placeIndex: Int?)? {
        guard let first = readings.first else { return nil }
        if case .inside(let index)? = first.named {
            let place = gazetteer.places[index]
            return (place.coordinate, place.uncertaintyInMetres, index)
        }
        return (first.region.centre, first.region.enclosingRadiusInMetres, nil)
    }
}
