import Places
import Reports

extension ControlModel {
    /// What a model leaves to the next.
    struct Kept {
        /// By pass.
        var courses: [Int: [Course]] = [:]
        var judgements: [Int: (epochs: [(time: Double, shares: [Double])], tallies: [[Tally]])] = [:]
        var answers: [Answer.Key: Answer] = [:]
    }

    /// How much was computed, not taken over from the model before.
    package struct Work: Sendable {
        /// Places whose reports were made statements.
        package internal(set) var placesBuilt = 0
        /// Walks through the statements of a place, over all passes.
        package internal(set) var placesWalked = 0
        /// Judgements on the claims of a place, over all passes.
        package internal(set) var placesJudged = 0
        /// Planes laid through the votes around a place, over all moments and passes.
        package internal(set) var planesFitted = 0
    }

    /// Whether the places, the area, the actors and the blocs are those of this model.
    func isOnOneGround(with other: Scenario, _ otherBlocs: Blocs) -> Bool {
        let (places, others) = (scenario.gazetteer.places, other.gazetteer.places)
        guard blocs == otherBlocs, places.count == others.count, scenario.area == other.area,
            scenario.sources.hasGrades == other.sources.hasGrades
        else { return false }
        return zip(places, others).allSatisfy {
            $0.id == $1.id && $0.coordinate == $1.coordinate && $0.kind == $1.kind && $0.name == $1.name
        }
    }

    /// Whether the reports on a place, and those who make them, are as in this model.
    func saysTheSame(_ place: Int, _ others: [KnownReports.Mention], _ other: Scenario) -> Bool {
        let mine = mentions[place]
        guard mine.count == others.count else { return false }
        return zip(mine, others).allSatisfy { one, another in
            let (report, same) = (
                scenario.log.reports[Int(one.reportIndex)], other.log.reports[Int(another.reportIndex)]
            )
            return one.area == another.area && report.saysTheSame(as: same)
                && scenario.sources[report.source] == other.sources[same.source]
                && (one.supersededBy < 0 ? nil : scenario.log.reports[Int(one.supersededBy)].id)
                    == (another.supersededBy < 0 ? nil : other.log.reports[Int(another.supersededBy)].id)
        }
    }

    /// The shares of each side around each place; computed only where something changed since the model before.
    func ask(
        _ view: inout Surroundings, _ key: Answer.Key, _ chances: [Double], _ votes: (votes: [Bool], leads: [Double]),
        sides: Int, isWanted: [Bool]? = nil
    ) -> [Double] {
        let shares = view.answer(
            chances, votes, sides: sides, isWanted: isWanted, old: before?.kept.answers[key],
            isSameGround: before?.isSameGround, fitted: &work.planesFitted)
        if kept != nil {
            kept!.answers[key] = Answer(
                votes: votes.votes, leads: votes.leads, chances: chances, shares: shares, isWanted: isWanted)
        }
        return shares
    }
}

extension Judge {
    /// Whether the surroundings of a place say the same at all epochs.
    func hears(_ place: Int, as others: [(time: Double, shares: [Double])]) -> Bool {
        let range = (place * blocs.count)..<((place + 1) * blocs.count)
        return zip(epochs, others).allSatisfy { $0.shares[range] == $1.shares[range] }
    }
}

extension Neighbourhoods {
    /// For each place whether the reporting places around it are those of `other`.
    func isSameGround(as other: Neighbourhoods) -> [Bool] {
        guard depth == other.depth else { return .init(repeating: false, count: map.x.count) }
        guard reporting != other.reporting else { return .init(repeating: true, count: map.x.count) }
        return map.x.indices.map { place in
            let range = (place * depth)..<((place + 1) * depth)
            return nearest[range] == other.nearest[range]
        }
    }
}
