/// What one map says of a piece of land.
package enum MapCover: Hashable, Comparable, Sendable {
    case held(Holder)
    /// Claimed by several holders of the same map, sorted.
    case overlap([Holder])
    /// Not in the map at all.
    case notMapped

    init(_ holders: [Holder]) {
        switch holders.count {
        case 0: self = .notMapped
        case 1: self = .held(holders[0])
        default: self = .overlap(holders)
        }
    }

    /// `rebels`, `contested:isis+rebels`, `unknown`, `overlap:isis+rebels`, `not_mapped`: stable ids.
    package var key: String {
        switch self {
        case .held(let holder): holder.key
        case .overlap(let holders): "overlap:" + KeyList.text(holders.map(\.key))
        case .notMapped: "not_mapped"
        }
    }

    /// The one side that holds it; nil where it is contested, unknown, claimed twice or not mapped.
    package var side: String? {
        if case .held(let holder) = self { holder.side } else { nil }
    }

    private var rank: Int {
        switch self {
        case .held: 0
        case .overlap: 1
        case .notMapped: 2
        }
    }

    package static func < (a: MapCover, b: MapCover) -> Bool {
        switch (a, b) {
        case (.held(let x), .held(let y)): x < y
        default: (a.rank, a.key) < (b.rank, b.key)
        }
    }
}
