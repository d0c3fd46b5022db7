import Control
import Fronts
package import Geometry
import Places
import Reports

/// Where a point stands against the front: who has the land, how far the lines are, whether the way out is closed.
package struct Standing: Sendable {
    /// The nearest line, from the point.
    package struct NearFront: Sendable {
        package let front: Snapshot.FrontLine
        /// The point of the line that is nearest.
        package let coordinate: Coordinate
        package let distanceInMetres: Double
        /// From the point to the line.
        package let azimuthInDegrees: Double

        /// True where half of such lines lie farther from the true one than the point from the line.
        package var isWithinDoubt: Bool { Doubt(front).map { distanceInMetres < $0.halfInMetres } ?? false }
    }

    /// The nearest land of a holder that does not have the point.
    package struct NearLand: Sendable {
        package let holder: Holder
        package let distanceInMetres: Double
        package let azimuthInDegrees: Double
    }

    package enum Position: String, Sendable {
        /// On land of a side, and farther from every line than its doubt.
        case behind = "behind_the_lines"
        /// On land of a side, nearer to a line than its doubt, and no report says so of the place itself.
        case tooNear = "too_near_to_say"
        /// On land of a side, nearer to a line than its doubt, but the place itself is reported held.
        case atTheLine = "at_the_line"
        case contested, unknown
        case beyondReach = "beyond_reach"
        /// On land of a side where no line is drawn anywhere.
        case noFront = "no_front"
    }

    package let coordinate: Coordinate
    package let holder: Holder
    /// The place whose call it is: the one asked for, else the nearest with that call; an index into the snapshot's places.
    package let spokenForBy: Int?
    /// From the point to that place.
    package let distanceToPlaceInMetres: Double
    /// An index into the parts.
    package let part: Int?
    /// The nearest line where both sides are called held, and the nearest that follows likelihood.
    package let front: NearFront?
    package let likelyFront: NearFront?
    package let position: Position
    package let contested: NearLand?
    package let unknown: NearLand?
    /// Whether the way out is closed: to the holder, or to each of those who contest the land.
    package let enclosures: [(side: String, enclosure: Snapshot.Enclosure)]

    /// Nil where the point lies outside of all land that is drawn.
    ///
    /// - Parameter placeIndex: of the place that was asked for, if it was one.
    /// - Complexity: O(vertices of all areas and lines).
    package init?(
        of coordinate: Coordinate, placeIndex: Int?, in snapshot: Snapshot, _ parts: Parts, _ theatre: Theatre
    ) {
        let own = placeIndex.flatMap { index in snapshot.places.firstIndex { $0.placeIndex == index } }
        let part = parts.part(at: coordinate)
        guard let holder = own.map({ Holder(snapshot.places[$0].call.status) }) ?? part.map({ parts.all[$0].holder })
        else { return nil }
        self.coordinate = coordinate
        self.holder = holder
        self.part = part
        let places = theatre.scenario.gazetteer.places
        func metres(_ state: Int) -> Double {
            Geodesic.distanceInMetres(coordinate, places[snapshot.places[state].placeIndex].coordinate)
        }
        spokenForBy =
            own
            ?? snapshot.places.indices.filter { Holder(snapshot.places[$0].call.status) == holder }
            .map { (metres($0), $0) }.min { $0 < $1 }?.1
        distanceToPlaceInMetres = spokenForBy.map(metres) ?? 0

        func near(certain: Bool) -> NearFront? {
            let fronts = snapshot.fronts.filter { $0.isCertain == certain }
            return NearestLine(to: coordinate, among: fronts.map { $0.line.map(\.coordinate) }).map { found in
                NearFront(
                    front: fronts[found.line], coordinate: found.coordinate, distanceInMetres: found.distanceInMetres,
                    azimuthInDegrees: Geodesic.inverse(coordinate, found.coordinate).azimuthInDegrees)
            }
        }
        let front = near(certain: true)
        let likely = near(certain: false)
        self.front = front
        likelyFront = likely
        let isReported = own.map { !snapshot.places[$0].call.isInferred } ?? false
        position =
            switch holder {
            case .contested: .contested
            case .unknown: .unknown
            case .beyondReach: .beyondReach
            case .held:
                if front == nil, likely == nil {
                    .noFront
                } else if [front, likely].contains(where: { $0?.isWithinDoubt ?? false }) {
                    isReported ? .atTheLine : .tooNear
                } else {
                    .behind
                }
            }
        func land(_ belongs: (Holder) -> Bool) -> NearLand? {
            let areas = snapshot.areas.filter { belongs($0.holder) && $0.holder != holder }
            let rings = areas.flatMap { area in
                area.polygons.flatMap(\.rings).map { (area.holder, $0.map(\.coordinate)) }
            }
            return NearestLine(to: coordinate, among: rings.map(\.1)).map { found in
                NearLand(
                    holder: rings[found.line].0, distanceInMetres: found.distanceInMetres,
                    azimuthInDegrees: Geodesic.inverse(coordinate, found.coordinate).azimuthInDegrees)
            }
        }
        contested = land { if case .contested = $0 { true } else { false } }
        unknown = land { $0 == .unknown }
        enclosures =
            part.map { part in
                parts.all[part].holder == holder
                    ? holder.sides.map { ($0, parts.enclosure(of: $0, at: part)) } : []
            } ?? []
    }
}
