/// What the statements of a place tell of one side up to a moment.
struct Told {
    let time: Double
    /// How many of the counted statements lie before it.
    let count: Int
    /// Each statement that moved the belief: its index, its weight, and whether it speaks for the side.
    private(set) var steps: [(statement: Int, counted: Double, isFor: Bool)] = []
    /// The statement that made the side lead, as it has since; the first for it, where it always led.
    private(set) var since: Int?
    /// The newest statement.
    private(set) var last: Int?
    /// Number of the actor that the newest likely report of the side names.
    private(set) var actor: Int32?
    /// Whether any statement that counts speaks of the place itself.
    private(set) var isOfPlace = false
    private(set) var isSupported = false
    private(set) var isDisputed = false

    var isWeighed: Bool { !steps.isEmpty }

    init(_ course: Course, _ state: ControlModel.State, best: Int, blocs: Blocs) {
        time = state.time
        count = course.told(before: state.time)
        let sideOfBloc = state.era.sideOfBloc
        var belief = Belief(blocs: blocs.count)
        var actorRank = (isLikely: false, time: -Double.infinity, logOdds: -Double.infinity)
        for rank in 0..<count {
            let index = Int(course.counted[rank])
            let one = course.statements[index]
            let isFor = (sideOfBloc[one.bloc] == best) != one.speaksForOthers
            steps.append((index, Self.weight(one), isFor))
            let leader = Self.leader(course.chances(after: rank + 1), state.era)
            if leader == best {
                if since == nil { since = index }
            } else {
                since = nil
            }
            last = index
            if one.kind == .holds {
                if sideOfBloc[one.bloc] != best {
                    isDisputed = true
                } else {
                    let next = (one.adjustedLogOdds > Constants.likelyActorLogOdds, one.time, one.adjustedLogOdds)
                    if actor == nil
                        || (actorRank.isLikely ? 1 : 0, actorRank.time, actorRank.logOdds)
                            <= (next.0 ? 1 : 0, next.1, next.2)
                    {
                        actor = one.actor
                        actorRank = next
                    }
                }
            }
        }
        var later: [(statement: Int, counted: Double)] = []
        _ = course.read(at: state.time, even: state.era.evenShares, into: &belief, later: &later)
        for step in later {
            steps.append((step.statement, step.counted, sideOfBloc[course.statements[step.statement].bloc] != best))
        }
        if let first = since, course.statements[first].isRedated {
            // It began on the day that the other reports of the change give.
            since = course.counted[..<count].map { Int($0) }.first {
                course.statements[$0].time == course.statements[first].time && !course.statements[$0].isRedated
            }
        }
        isSupported = steps.contains { $0.isFor }
        isOfPlace = course.counted.contains { !course.statements[Int($0)].isOfArea }
    }

    /// How much the statement moves the belief towards what it says.
    private static func weight(_ one: Statement) -> Double {
        chance(one.adjustedLogOdds) * (one.kind == .denies ? Constants.weightOfDenial : 1)
    }

    private static func leader(_ row: ArraySlice<Double>, _ era: Blocs.Era) -> Int {
        if era.sides.count == row.count { return row.indices.max { (row[$0], $1) < (row[$1], $0) }! - row.startIndex }
        var chances = [Double](repeating: 0, count: era.sides.count)
        for (bloc, value) in row.enumerated() { chances[era.sideOfBloc[bloc]] += value }
        return chances.indices.max { (chances[$0], $1) < (chances[$1], $0) }!
    }
}
