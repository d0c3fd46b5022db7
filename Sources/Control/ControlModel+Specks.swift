extension ControlModel {
    /// Places called for a side alone or with one neighbour amid another side's rear, on little evidence: a lone flip is
    /// uncertain, not an island. By the front the rule is off, where bulges are real.
    func specks(_ state: State) -> [Bool] {
        let sides = state.era.sides.count
        let best = courses.indices.map { likeliest(state.chances, $0, sides) }
        let adjacent = neighbourhoods.map.adjacent
        var isSpeck = [Bool](repeating: false, count: best.count)
        var isSeen = isSpeck
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
            for member in group { isSpeck[member] = true }
        }
        return isSpeck
    }

    private func isInEnemysRear(_ place: Int, _ side: Int, _ state: State) -> Bool {
        Pull.lean(state.wideShares[place * state.era.sides.count + side], limit: Constants.wideClip)
            <= -Constants.rearLean
    }
}
