import Places
import Rows

extension Suspicion {
    static func lookAlikes(_ scenario: Scenario) -> [Suspicion] { actors(scenario) + sources(scenario) }

    /// Names of parties that look like that of a party of another side.
    private static func actors(_ scenario: Scenario) -> [Suspicion] {
        let log = scenario.log
        var used: [String: [Report]] = [:]
        for report in log.reports { for actor in report.claim.actors { used[actor, default: []].append(report) } }
        var unknown: [String: [Row]] = [:]
        for problem in scenario.problems {
            guard case ReportFact.unknownActor(_, let value, _) = problem.fact else { continue }
            unknown[value, default: []].append(Row(file: problem.file, line: problem.line, id: nil))
        }
        var names = scenario.actors.actors.flatMap { actor in
            ([actor.id, actor.name] + actor.names).map {
                LookAlikes.Name(text: $0, owner: actor.id, group: actor.sides.joined(separator: " "))
            }
        }
        // Where no file names the actors, each stands for itself.
        if scenario.actors.isOpen {
            names += used.keys.sorted().map { LookAlikes.Name(text: $0, owner: $0, group: $0) }
        }
        names += unknown.keys.sorted().map { LookAlikes.Name(text: $0, owner: nil, group: $0) }
        return LookAlikes.pairs(names).map { pair in
            let (one, other) = ordered(pair) { used[$0.owner ?? ""]?.count ?? 0 }
            let rows = one.owner == nil ? unknown[one.text]! : []
            let reports = one.owner.flatMap { used[$0] } ?? []
            let all = rows + reports.map { Row(file: $0.file, line: $0.line, id: $0.id) }
            return Suspicion(
                kind: .lookAlikeActor, names: [one.text], model: other.text, count: all.count, places: [],
                rows: all.sorted())
        }
    }

    /// Sources whose id looks like another's.
    private static func sources(_ scenario: Scenario) -> [Suspicion] {
        let used = Dictionary(grouping: scenario.log.reports, by: \.source)
        let listed = scenario.sources.sources.flatMap { source in
            Set([source.id, source.name]).sorted().map { LookAlikes.Name(text: $0, owner: source.id, group: source.id) }
        }
        let unlisted = used.keys.filter { scenario.sources[$0] == nil }.sorted().map {
            LookAlikes.Name(text: $0, owner: scenario.sources.sources.isEmpty ? $0 : nil, group: $0)
        }
        return LookAlikes.pairs(listed + unlisted).map { pair in
            let (one, other) = ordered(pair) { used[$0.owner ?? $0.text]?.count ?? 0 }
            return Suspicion(
                .lookAlikeSource, names: [one.text], model: other.text, reports: used[one.owner ?? one.text] ?? [])
        }
    }

    /// The one that resembles first: the one that is not listed, else the one with fewer reports.
    private static func ordered(
        _ pair: (LookAlikes.Name, LookAlikes.Name), _ count: (LookAlikes.Name) -> Int
    ) -> (LookAlikes.Name, LookAlikes.Name) {
        let (a, b) = pair
        if (a.owner == nil) != (b.owner == nil) { return a.owner == nil ? (a, b) : (b, a) }
        return (count(a), b.text) < (count(b), a.text) ? (a, b) : (b, a)
    }
}
