import Geometry

/// What is kept of one feature until it is known which property names the holders.
struct ForeignFeature {
    /// Its place in the file, from 1.
    let ordinal: Int
    var id: String?
    var hasNullGeometry = false
    var hasLand = false
    var points = 0
    var lines = 0
    /// Its first point.
    var point: GridPoint?
    /// `control_area`, `front_line`, `place`, …: files of ours.
    var featureType: String?
    var status: String?
    var holders: [String] = []
    var placeID: String?
    var name: String?
    /// Values of properties that may name a holder, by their rank in `HolderProperty.names`.
    var candidates: [(rank: Int, value: String)] = []

    init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// The id, or `#12` for the twelfth feature.
    var label: String { id ?? "#\(ordinal)" }

    func value(rank: Int) -> String? { candidates.first { $0.rank == rank }?.value }

    /// The holder as a file of ours tells it: by its status, and by `holder` alone where there is none.
    func ownHolder() -> Holder? {
        let holder = value(rank: 0)
        switch status {
        case "contested":
            if !holders.isEmpty { return .contested(sides: holders.sorted()) }
            // `contested:isis+rebels`, where the holder is the key of the area.
            let sides = holder.map { $0.hasPrefix("contested:") ? $0.dropFirst("contested:".count) : $0[...] } ?? ""
            return .contested(sides: KeyList.keys(of: sides).filter { !$0.isEmpty }.sorted())
        case "unknown": return .unknown
        case "beyond_reach": return .beyondReach
        default: return holder.map { Holder(namedByOthers: $0) }
        }
    }
}
