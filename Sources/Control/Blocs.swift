import Reports

/// Actors that were on one side together at all times, and which blocs were allied when.
///
/// Where alliances do not change, a bloc is a side. Where they do, what was said of an actor stays said of its bloc, and
/// the sides are made of blocs anew at each moment.
struct Blocs: Equatable {
    /// The sides between two changes of an alliance.
    struct Era: Equatable {
        /// Sorted.
        let sides: [String]
        /// Index among `sides`, one for each bloc.
        let sideOfBloc: [Int]
        /// The chance of each bloc where nothing is known: sides are equal, and so are the blocs of a side.
        let evenShares: [Double]
    }

    let count: Int
    /// One more than `breaks`.
    let eras: [Era]
    /// When alliances change, in days since 1970, ascending.
    private let breaks: [Double]
    /// A moment in each era.
    private let samples: [Instant]
    private let blocOfActor: [String: Int]

    /// Stands for all others where only one side is named. It never holds a place.
    static let nobodyNamed = "(others)"

    /// `named`: ids of all actors that ever claimed a place, or are said to have held one.
    init(named: Set<String>, table: ActorTable) {
        var breaks: Set<Int64> = []
        for id in named {
            for period in table[id]?.periods ?? [] {
                if let from = period.from { breaks.insert(from.start.seconds) }
                if let to = period.to { breaks.insert(to.end.seconds) }
            }
        }
        let moments = breaks.sorted()
        // One moment in each era: alliances are looked up there.
        let samples = ([(moments.first ?? 0) - 1] + moments).map { Instant(seconds: $0) }
        var histories: [[String]: [String]] = [:]
        for id in named {
            let history = samples.map { table.side(of: id, at: $0) }
            histories[history, default: []].append(id)
        }
        let isOneSided = samples.indices.contains { era in Set(histories.keys.map { $0[era] }).count == 1 }
        if isOneSided { histories[samples.map { _ in Self.nobodyNamed }] = [] }
        let sorted = histories.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var blocOfActor: [String: Int] = [:]
        for (bloc, history) in sorted.enumerated() { for id in histories[history]! { blocOfActor[id] = bloc } }
        self.blocOfActor = blocOfActor
        self.samples = samples
        self.breaks = moments.map { Double($0) / 86_400 }
        count = sorted.count
        eras = samples.indices.map { era in
            let sides = Set(sorted.map { $0[era] }).sorted()
            let sideOfBloc = sorted.map { sides.firstIndex(of: $0[era])! }
            return Era(
                sides: sides, sideOfBloc: sideOfBloc,
                evenShares: sideOfBloc.map { side in
                    1 / Double(sides.count) / Double(sideOfBloc.count { $0 == side })
                })
        }
    }

    func bloc(of actor: String) -> Int? { blocOfActor[actor] }

    /// The side of an actor, or a side's own name, in each era.
    func sides(of id: String, in table: ActorTable) -> [String] { samples.map { table.side(of: id, at: $0) } }

    /// The era that `time` lies in.
    func era(at time: Double) -> Int { breaks.count { $0 <= time } }

    /// The era that ends at `time` or holds it: what is asked up to the end of a day belongs to that day.
    func era(upTo time: Double) -> Int { breaks.count { $0 < time } }

    func areAllied(_ a: Int, _ b: Int, era: Int) -> Bool {
        a == b || eras[era].sideOfBloc[a] == eras[era].sideOfBloc[b]
    }
}
