/// Finds aliases that look as if they belonged to a neighbour: gazetteers are full of them (Menagh among the names of
/// Ma'arrin, next door to Menagh).
///
/// An alias is doubtful when its consonants are unlike those of its place's main name while a place within `reach` has a
/// main name that is like it. Renamings (Ayn al-Arab, Kobani) stay undoubted: no neighbour claims them.
struct AliasCheck {
    /// Degrees; about 16 km.
    static let reach = 0.15

    let latitudes: [Double]
    let longitudes: [Double]
    /// Skeletons of each place's main names (as listed first, and the first in Arabic script).
    let main: [[Skeleton]]
    private var cells: [UInt64: [UInt32]] = [:]

    init(latitudes: [Double], longitudes: [Double], main: [[Skeleton]]) {
        self.latitudes = latitudes
        self.longitudes = longitudes
        self.main = main
        for place in latitudes.indices {
            cells[cell(latitudes[place], longitudes[place], 0, 0), default: []].append(UInt32(place))
        }
    }

    private func cell(_ latitude: Double, _ longitude: Double, _ up: Int, _ right: Int) -> UInt64 {
        let row = Int((latitude / Self.reach).rounded(.down)) + up
        let column = Int((longitude / Self.reach).rounded(.down)) + right
        return UInt64(UInt32(truncatingIfNeeded: row)) << 32 | UInt64(UInt32(truncatingIfNeeded: column))
    }

    /// The alias is more like a neighbour's name than like its own place's.
    func isDoubtful(_ alias: Skeleton, of place: Int) -> Bool {
        let own = main[place]
        guard alias.count >= 3, !own.isEmpty, !own.contains(where: { $0.isNear(alias) }) else { return false }
        for up in -1...1 {
            for right in -1...1 {
                for other in cells[cell(latitudes[place], longitudes[place], up, right)] ?? [] where Int(other) != place
                {
                    guard abs(latitudes[Int(other)] - latitudes[place]) <= Self.reach,
                        abs(longitudes[Int(other)] - longitudes[place]) <= Self.reach
                    else { continue }
                    if main[Int(other)].contains(alias) { return true }
                }
            }
        }
        return false
    }
}

extension Skeleton {
    /// Equal, equal without one consonant, or, for long ones, with one consonant changed.
    func isNear(_ other: Skeleton) -> Bool {
        if self == other { return true }
        let (long, short) = count >= other.count ? (self, other) : (other, self)
        if long.count - short.count > 1 || long.count == short.count && count < 5 { return false }
        for place in 0..<long.count {
            let less = long.removing(place)
            if less == short { return true }
            if long.count == short.count {
                for second in 0..<short.count where less == short.removing(second) { return true }
            }
        }
        return false
    }
}
