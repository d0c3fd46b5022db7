package import Control

/// What a piece of the map is coloured by.
package enum Holder: Hashable, Comparable, Sendable {
    case held(side: String)
    case contested(sides: [String])
    /// Places are near, but nothing that is known says who holds them.
    case unknown
    /// No place is near enough to speak for this land.
    case beyondReach

    package init(_ status: Call.Status) {
        switch status {
        case .held(let side, _): self = .held(side: side)
        case .contested(let sides): self = .contested(sides: sides)
        case .unknown: self = .unknown
        }
    }

    /// `rebels`, `contested:isis+rebels`, `unknown`, `beyond_reach`: stable ids.
    package var key: String {
        switch self {
        case .held(let side): side
        case .contested(let sides): "contested:" + KeyList.text(sides)
        case .unknown: "unknown"
        case .beyondReach: "beyond_reach"
        }
    }

    /// `held`, `contested`, `unknown`, `beyond_reach`.
    package var status: String {
        switch self {
        case .held: "held"
        case .contested: "contested"
        case .unknown: "unknown"
        case .beyondReach: "beyond_reach"
        }
    }

    package var side: String? {
        if case .held(let side) = self { side } else { nil }
    }

    /// All sides that are there.
    package var sides: [String] {
        switch self {
        case .held(let side): [side]
        case .contested(let sides): sides
        case .unknown, .beyondReach: []
        }
    }

    private var rank: Int {
        switch self {
        case .held: 0
        case .contested: 1
        case .unknown: 2
        case .beyondReach: 3
        }
    }

    package static func < (a: Holder, b: Holder) -> Bool { (a.rank, a.key) < (b.rank, b.key) }
}
