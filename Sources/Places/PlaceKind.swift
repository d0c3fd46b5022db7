/// What kind of thing a place is.
package enum PlaceKind: String, CaseIterable, Sendable {
    case city, town, village, hamlet, quarter, crossing, base, hill, road, canton, zone
    case dam, plant, camp, island, mountain, prison, silo, other

    /// Positions are told from towns, because readers know where they are.
    package var isTown: Bool { self == .city || self == .town }

    /// Whether somebody can hold it as one spot. Roads and cantons are held piece by piece.
    package var isPointLike: Bool {
        switch self {
        case .road, .canton, .zone: false
        default: true
        }
    }
}
