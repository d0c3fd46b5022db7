/// What kind of thing a place is.
package enum PlaceKind: String, CaseIterable, Sendable {
    case city, town, village, hamlet, farm, quarter, crossing, base, hill, road, canton, zone
    case dam, plant, camp, island, mountain, prison, silo, airport, bridge, ruin
    case river, lake, valley, spring, region, district, country, other

    /// Positions are told from towns, because readers know where they are.
    package var isTown: Bool { self == .city || self == .town }

    /// Where people live.
    package var isSettlement: Bool {
        switch self {
        case .city, .town, .village, .hamlet, .farm, .quarter, .camp: true
        default: false
        }
    }

    /// Whether somebody can hold it as one spot. Roads and cantons are held piece by piece.
    package var isPointLike: Bool {
        switch self {
        case .road, .canton, .zone, .river, .lake, .valley, .region, .district, .country: false
        default: true
        }
    }

    /// Whether two sources can mean the same place by these kinds: a village may be a town elsewhere, but no hill.
    package func isCompatible(with other: PlaceKind) -> Bool {
        if self == other { return true }
        if self == .other || other == .other {
            let known = self == .other ? other : self
            return known.isPointLike
        }
        let settlements: [PlaceKind] = [.city, .town, .village, .hamlet]
        if settlements.contains(self), settlements.contains(other) { return true }
        // What one calls a quarter the next calls a village; what one calls a farm, a hamlet.
        let pairs: [(PlaceKind, PlaceKind)] = [
            (.quarter, .village), (.quarter, .hamlet), (.farm, .hamlet), (.hill, .mountain), (.base, .airport),
            (.canton, .district), (.ruin, .hamlet),
        ]
        return pairs.contains { $0 == (self, other) || $0 == (other, self) }
    }

    /// The kind as the matcher weighs it.
    var coarse: GazetteerPlace.Kind {
        switch self {
        case .country: .country
        case .region: .region
        case .district, .canton, .zone: .county
        case .quarter: .neighbourhood
        case .city, .town, .village, .hamlet, .farm, .camp: .locality
        default: .other
        }
    }
}

extension GazetteerPlace.Kind {
    /// The kind where only the coarse one and the number of people are known.
    func kind(population: Int) -> PlaceKind {
        switch self {
        case .country: .country
        case .region: .region
        case .county: .district
        case .neighbourhood: .quarter
        case .locality: population >= 100_000 ? .city : population >= 10_000 ? .town : .village
        case .other: .other
        }
    }
}
