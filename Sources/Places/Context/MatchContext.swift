/// What is known besides the name.
package struct MatchContext {
    /// A place known to be near: names further than `withinKilometres` are not meant.
    package struct Circle: Sendable {
        package var latitude: Double
        package var longitude: Double
        package var withinKilometres: Double

        package init(latitude: Double, longitude: Double, withinKilometres: Double) {
            self.latitude = latitude
            self.longitude = longitude
            self.withinKilometres = withinKilometres
        }
    }

    /// Only places inside are meant.
    package var within: Circle?
    /// Places are more likely the nearer they lie; none is excluded.
    package var near: Circle?
    /// Only places of the region or county with this id are meant; nil = all. See ``unit(id:)``.
    package var unit: UInt32?
    /// Places of other kinds are less likely; empty = all are alike.
    package var kinds: Set<GazetteerPlace.Kind> = []
    /// Only places that this admits are meant, by their number.
    package var admits: ((Int) -> Bool)?
    /// What else speaks for a place, by its number, in log-odds against "none of these".
    package var evidence: ((Int) -> Double)?

    package init(
        within: Circle? = nil, near: Circle? = nil, unit: UInt32? = nil, kinds: Set<GazetteerPlace.Kind> = []
    ) {
        self.within = within
        self.near = near
        self.unit = unit
        self.kinds = kinds
    }

    /// How an index remembers the region and the county of a place, by the unit's id.
    package static func unit(id: String) -> UInt32 {
        var id = id
        return id.withUTF8 { UInt32(truncatingIfNeeded: Hash.bytes($0.baseAddress!, $0.count)) | 1 }
    }

    /// Nothing is left out and nothing weighed.
    var isEmpty: Bool {
        within == nil && near == nil && unit == nil && kinds.isEmpty && admits == nil && evidence == nil
    }

    package static var none: MatchContext { MatchContext() }
}

/// Distances good to one per cent at the size of a country: for ranking, not for publishing.
enum RoughDistance {
    static func kilometres(_ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double)
        -> Double
    {
        var across = abs(longitude1 - longitude2)
        if across > 180 { across = 360 - across }
        let middle = (latitude1 + latitude2) / 2 * .pi / 180
        // cos by its series to the sixth power: better than 0.1 % up to 60 degrees, and no library.
        let square = middle * middle
        let cosine = 1 - square / 2 + square * square / 24 - square * square * square / 720
        let x = across * cosine
        let y = latitude1 - latitude2
        return (x * x + y * y).squareRoot() * 111.2
    }
}
