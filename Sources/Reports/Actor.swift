import Places

/// Somebody who can hold a place.
package struct Actor: Sendable {
    package let id: String
    package let name: String
    package let names: [String]
    /// Those who hold together: places of one side make one area, and no front runs between them. Where alliances
    /// change, the side of the last of `periods`.
    package let side: String
    /// The sides that it was on, by time, not overlapping; empty where it was on one side throughout.
    package let periods: [SidePeriod]
    package let parent: String?
    /// `#RRGGBB`.
    package let colour: String?

    package init(
        id: String, name: String, names: [String], side: String, parent: String?, colour: String?,
        periods: [SidePeriod] = []
    ) {
        self.id = id
        self.name = name
        self.names = names
        self.side = side
        self.periods = periods
        self.parent = parent
        self.colour = colour
    }

    /// Its side at a moment. Outside all its periods an actor stands alone, as a side of its own.
    package func side(at moment: Instant) -> String {
        periods.isEmpty ? side : periods.first { $0.contains(moment) }?.side ?? id
    }

    /// All sides that it ever was on.
    package var sides: [String] { periods.isEmpty ? [side] : Set(periods.map(\.side)).sorted() }
}

/// The actors of a scenario, found by id or by any of their names.
package struct ActorTable: Sendable {
    /// Sorted by id.
    package let actors: [Actor]
    /// True where no file named them: then every actor that a report names is taken as it comes, as a side of its own.
    package let isOpen: Bool
    private let indexOfKey: [String: Int]

    package init(_ actors: [Actor], isOpen: Bool) {
        self.actors = actors.sorted { $0.id < $1.id }
        self.isOpen = isOpen
        var index: [String: Int] = [:]
        for (position, actor) in self.actors.enumerated() { index[Self.key(actor.id)] = position }
        for (position, actor) in self.actors.enumerated() {
            for name in [actor.name] + actor.names where index[Self.key(name)] == nil {
                index[Self.key(name)] = position
            }
        }
        indexOfKey = index
    }

    package subscript(text: String) -> Actor? {
        indexOfKey[Self.key(text)].map { actors[$0] }
    }

    /// The side of an actor, or of a side's own id, in the end.
    package func side(of id: String) -> String { self[id]?.side ?? id }

    /// The same at a moment: alliances change.
    package func side(of id: String, at moment: Instant) -> String { self[id]?.side(at: moment) ?? id }

    package var sides: [String] { Set(actors.flatMap(\.sides)).sorted() }

    /// The actor that a side is named and coloured after: the one whose id is the side's, else its first without a
    /// parent.
    package func lead(ofSide side: String) -> Actor? {
        if let named = self[side], named.sides.contains(side) { return named }
        let members = actors.filter { $0.sides.contains(side) }
        return members.first { $0.parent == nil } ?? members.first
    }

    private static func key(_ text: String) -> String { Folding(text).words.joined(separator: " ") }
}
