import Rows

/// The rows of one actor: one, or one for each of its sides by time.
struct ActorRows {
    let id: String
    /// The first of them.
    let line: Int
    private(set) var periods: [(period: SidePeriod, line: Int)] = []
    private var name: String?
    private var names: [String] = []
    private var side: String
    private var parent: String?
    private var colour: String?

    init(id: String, _ row: Row, _ colour: String?, _ period: SidePeriod?) {
        self.id = id
        line = row.line
        side = row["side"] ?? id
        take(row, colour, period)
    }

    /// Takes in a further row. What it leaves empty stays as the rows before it have it.
    mutating func add(_ row: Row, _ colour: String?, _ period: SidePeriod) { take(row, colour, period) }

    private mutating func take(_ row: Row, _ colour: String?, _ period: SidePeriod?) {
        if let period { periods.append((period, row.line)) }
        name = name ?? row["name"]
        for other in (row["names"] ?? "").split(separator: "|").map(String.init) where !names.contains(other) {
            names.append(other)
        }
        parent = parent ?? row["parent"]
        self.colour = self.colour ?? colour
    }

    var actor: Actor {
        let sorted = periods.map(\.period).sorted { a, b in
            guard let first = a.from else { return b.from != nil }
            return b.from.map { first.start < $0.start } ?? false
        }
        return Actor(
            id: id, name: name ?? id, names: names, side: sorted.last?.side ?? side, parent: parent, colour: colour,
            periods: sorted)
    }
}
