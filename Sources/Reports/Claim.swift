/// What a report says of a place. Actors by their ids.
package enum Claim: Hashable, Sendable {
    /// The actor holds the place; `from` is who is said to have held it before, where that is said.
    case holds(String, from: String?)
    /// Fighting inside, each holding part.
    case contested([String])
    /// The actor is inside, holding what it holds.
    case present(String)
    /// The actor has left.
    case withdrew(String)
    /// Fighting near the place: says nothing of control.
    case clash([String])
    /// Shelling or bombing by the actor: says nothing of control.
    case strike(String?)
    /// The source denies that the actor is there.
    case denies(String)

    /// The word of the `claim` column.
    package var word: String {
        switch self {
        case .holds: "holds"
        case .contested: "contested"
        case .present: "present"
        case .withdrew: "withdrew"
        case .clash: "clash"
        case .strike: "strike"
        case .denies: "denies"
        }
    }

    package static let words = ["holds", "contested", "present", "withdrew", "clash", "strike", "denies"]

    /// Whether the claim says who holds the place.
    package var speaksOfControl: Bool {
        switch self {
        case .holds, .contested, .present, .withdrew: true
        case .clash, .strike, .denies: false
        }
    }
}

/// How much of the place a claim is about.
package enum Extent: String, CaseIterable, Sendable {
    case whole, most, part, edge
}

/// How exactly the day of a claim is known.
package enum DatePrecision: String, CaseIterable, Sendable {
    case day
    case fewDays = "few_days"
    case week, month, year

    /// The days that the time of the claim may lie in, from its first.
    package var days: Double {
        switch self {
        case .day: 1
        case .fewDays: 6
        case .week: 7
        case .month: 31
        case .year: 366
        }
    }
}

extension Claim {
    /// The actors that the claim is about, the one who holds, fights or strikes first.
    package var actors: [String] {
        switch self {
        case .holds(let actor, let before): [actor] + (before.map { [$0] } ?? [])
        case .contested(let actors), .clash(let actors): actors
        case .present(let actor), .withdrew(let actor), .denies(let actor): [actor]
        case .strike(let actor): actor.map { [$0] } ?? []
        }
    }
}
