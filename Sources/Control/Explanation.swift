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
        guard blocs.count > 0 else { return Explanation(hasReports: false, sides: [], visitors: 0, neighbours: []) }
        let state = state(at: at.endDayNumber)
        let sides = state.era.sides
        let first = place * sides.count
        func pull(_ side: Int) -> Double {
            let others = sides.indices.filter { $0 != side }.map { state.pull[first + $0] }
            return state.pull[first + side] - others.reduce(0, +) / Double(max(others.count, 1))
        }
        let told = sides.indices.map { side in
            Explanation.Side(
                side: sides[side], byReports: state.own[first + side], pull: pull(side),
                chance: state.chances[first + side])
        }
        let votes = votes(state.chances, state.reports, sides: sides.count)
        nearThen.look(at: votes.votes)
        let neighbours = nearThen.parts(place, leads: votes.leads).map { neighbour in
            let best = likeliest(state.chances, neighbour.place, sides.count)
            return Explanation.Neighbour(
                placeIndex: neighbour.place, side: sides[best],
                chance: state.chances[neighbour.place * sides.count + best], distanceInKilometres: neighbour.distance,
                part: neighbour.part)
        }
        return Explanation(
            hasReports: state.reports[place], sides: told.sorted { ($0.chance, $1.side) > ($1.chance, $0.side) },
            visitors: state.visitors[place],
            neighbours: neighbours.sorted { (abs($0.part), $1.placeIndex) > (abs($1.part), $0.placeIndex) })
    }
}
