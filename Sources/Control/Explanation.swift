import Glibc
package import Reports

/// What lies behind one call beside its reports: the chances by the place's own reports, the pull of its surroundings,
/// and the places that pull.
package struct Explanation: Sendable {
    package struct Side: Sendable {
        package let side: String
        /// By the place's own reports; even where it has none.
        package let byReports: Double
        /// Log-odds added by the surroundings, against the mean of the other sides.
        package let pull: Double
        package let chance: Double
    }

    package struct Neighbour: Sendable {
        package let placeIndex: Int
        package let side: String
        package let chance: Double
        package let distanceInKilometres: Double
        /// Its part in the surroundings' word; may be negative, as the plane leans away from it.
        package let part: Double
    }

    package let hasReports: Bool
    /// Likeliest first.
    package let sides: [Side]
    /// Chance that an enemy is inside.
    package let visitors: Double
    /// The heaviest first.
    package let neighbours: [Neighbour]
}

extension ControlModel {
    /// The reasoning behind the call on one place. Costs as much as all calls of the day.
    package func explanation(of place: Int, at: Moment) -> Explanation {
        guard !sides.isEmpty else { return Explanation(hasReports: false, sides: [], visitors: 0, neighbours: []) }
        let state = state(at: at.endDayNumber)
        let count = sides.count
        func pull(_ side: Int) -> Double {
            let others = sides.indices.filter { $0 != side }.map { state.pull[place * count + $0] }
            return state.pull[place * count + side] - others.reduce(0, +) / Double(max(others.count, 1))
        }
        let told = sides.indices.map { side in
            Explanation.Side(
                side: sides[side], byReports: state.own[place * count + side], pull: pull(side),
                chance: state.chances[place * count + side])
        }
        var neighbours: [Explanation.Neighbour] = []
        _ = surroundings(state.chances, state.reports, .near, only: [place]) { _, weights in
            neighbours = weights.map { neighbour in
                let range = (neighbour.place * count)..<(neighbour.place * count + count)
                let best = range.max { (state.chances[$0], $1) < (state.chances[$1], $0) }!
                return Explanation.Neighbour(
                    placeIndex: neighbour.place, side: self.sides[best - range.lowerBound],
                    chance: state.chances[best], distanceInKilometres: neighbour.distance, part: neighbour.weight)
            }
        }
        return Explanation(
            hasReports: state.reports[place], sides: told.sorted { ($0.chance, $1.side) > ($1.chance, $0.side) },
            visitors: state.visitors[place],
            neighbours: neighbours.sorted { (abs($0.part), $1.placeIndex) > (abs($1.part), $0.placeIndex) })
    }
}
