extension ControlModel {
    /// Places called for a side alone or with one neighbour amid another side's rear, on little evidence: a lone flip is
    /// uncertain, not an island. By the front the rule is off, where bulges are real.
    ///
    /// For each such place the side that most places around it are called for; else nil.
    func specks(_ state: State) -> [Int?] {
        let sides = state.era.sides.count
        let best = courses.indices.map { likeliest(state.chances, $0, sides) }
        let adjacent = neighbourhoods.map.adjacent
        var specks = [Int?](repeating: nil, count: best.count)
        var isSeen = [Bool](repeating: false, count: best.count)
        for place in best.indices where isDrawn[place] && !isSeen[place] {
            // Quick way out for nearly all: amid their own.
            guard isInEnemysRear(place, best[place], state) else { continue }
            var group = [place]
            var next = 0
            while next < group.count, group.count <= Constants.speckPlaces {
                for other in adjacent[group[next]] where best[Int(other)] == best[place] {
                    if !group.contains(Int(other)) { group.append(Int(other)) }
                }
                next += 1
            }
            guard group.count <= Constants.speckPlaces else { continue }
            for member in group { isSeen[member] = true }
            guard group.allSatisfy({ !state.isAttested[$0] && isInEnemysRear($0, best[place], state) }) else {
                continue
            }
            for member in group {
                var counts = [Int](repeating: 0, count: sides)
                for other in adjacent[member] where best[Int(other)] != best[member] { counts[best[Int(other)]] += 1 }
                specks[member] = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }
            }
        }
        return specks
    }

    private func isInEnemysRear(_ place: Int, _ side: Int, _ state: State) -> Bool {
        Pull.lean(state.wideShares[place * state.era.sides.count + side], limit: Constants.wideClip)
            <= -Constants.rearLean
    }
}
