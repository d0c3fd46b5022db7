extension Suspicion {
    /// One source that says one thing of one place again and again; one for each source.
    static func floods(_ claims: ControlClaims) -> [Suspicion] {
        var reports: [String: [Report]] = [:]
        var places: [String: Set<Int>] = [:]
        for run in claims.runsOfSourceAndPlace where run.count >= SuspicionLimits.flood {
            for (_, same) in Dictionary(grouping: run, by: { $0.side + "\t" + $0.word })
            where same.count >= SuspicionLimits.flood {
                reports[same[0].source, default: []] += same.map(\.report)
                places[same[0].source, default: []].insert(same[0].place)
            }
        }
        return reports.keys.sorted().map {
            Suspicion(.flood, names: [$0], places: places[$0]!, reports: reports[$0]!)
        }
    }

    /// Sources that change their mind on a place again and again within a day each; one for each source.
    static func flips(_ claims: ControlClaims) -> [Suspicion] {
        var found: [String: (count: Int, places: Set<Int>, reports: [Report])] = [:]
        for run in claims.runsOfSourceAndPlace {
            let held = run.filter { $0.word == "holds" }
            let turns = zip(held, held.dropFirst()).filter {
                $0.side != $1.side && $1.days(since: $0) <= SuspicionLimits.flipWithinDays
            }
            guard turns.count >= SuspicionLimits.flips else { continue }
            found[run.first!.source, default: (0, [], [])].count += turns.count
            found[run.first!.source]!.places.insert(run.first!.place)
            found[run.first!.source]!.reports += held.map(\.report)
        }
        return found.keys.sorted().map {
            Suspicion(
                .flips, names: [$0], count: found[$0]!.count, places: found[$0]!.places, reports: found[$0]!.reports)
        }
    }
}
