package import Fronts

extension Snapshot {
    /// Land of one holder that hangs together: one polygon of its area. Land that touches in a vertex only does not.
    package struct Part: Sendable {
        /// What a part is to the side that holds it.
        package enum Kind: String, Sendable {
            /// The largest of the side's parts that are not encircled.
            case main
            /// Apart from the main one, and no pocket.
            case exclave
            /// Encircled, by one other side alone.
            case pocket
        }

        package let holder: Holder
        package let polygon: GridPolygon
        package let areaInSquareMetres: Double
        /// Nil for land that no side holds alone.
        package let kind: Kind?
        /// Nil for land that no side holds alone; see `Parts` for contested land.
        package let enclosure: Enclosure?
        /// Who is across the outline, with the metres shared, sorted; what lies in the part's holes is not.
        package let around: [(holder: Holder, metres: Double)]
        /// The metres of outline on the border of the area of interest.
        package let borderInMetres: Double
        /// The part in whose hole this one lies with nobody else beside it, as an index into the parts.
        package let inside: Int?
        /// Of a pocket 1, of a pocket in a pocket 2, and so on; else 0.
        package let depth: Int
        /// Indices into the snapshot's places.
        package let places: [Int]
        /// Among the parts of the same side and kind, the largest first, from 1.
        package let number: Int

        /// `pocket/rebels/1`: its id in files, and for `frontline why`. Nil for main parts and for land of no side alone,
        /// which have no feature of their own.
        package var id: String? {
            guard let side = holder.side, let kind, kind != .main else { return nil }
            return "\(kind.rawValue)/\(side)/\(number)"
        }
    }

    /// Whether a side's way out of a part is closed.
    package struct Enclosure: Hashable, Sendable {
        package enum Status: String, Sendable {
            /// Every way ends at land of other sides.
            case encircled
            /// Only unknown land, land out of reach of any place or contested land leads on.
            case perhaps = "perhaps_encircled"
            /// The part lies on the border of the area of interest and is not the side's main one: what is beyond cannot be
            /// said.
            case edge = "edge_of_map"
            /// The side's main part, which nothing closes on this map.
            case open = "not_encircled"
        }

        package let status: Status
        /// Encircled: all sides around. Else the other sides across the outline. Sorted.
        package let by: [String]
    }
}
