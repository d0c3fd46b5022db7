import Places
import Rows

/// One answer per line of standard input, in order, on all cores.
struct ResolveStream {
    let gazetteer: Gazetteer
    let base: Resolver.Query
    /// At the most so many candidates are written.
    let limit: Int
    /// The line for one answer.
    let write: @Sendable (ResolveLine, Resolution, Resolver) -> [UInt8]

    /// Lines without a group are answered as they come. Those of a group wait for the end of the input, where the whole
    /// group is known, and so do all after them.
    func run() throws {
        nonisolated(unsafe) let resolvers = (0..<Threads.count).map { _ in
            let resolver = Resolver(gazetteer: gazetteer)
            // The reason counts the places of one name, so some more are told than are written.
            resolver.limit = max(limit, 10)
            return resolver
        }
        var input = LineStream()
        var held: [ResolveLine] = []
        while let lines = try reportingFailures({ try input.next() }) {
            let queries = parallel(lines.count, resolvers) { ResolveLine(lines[$0], base: base, resolver: $1) }
            if held.isEmpty, !queries.contains(where: { $0.group != nil }) {
                let answers = parallel(queries.count, resolvers) { answer([queries[$0]], $1)[0] }
                try Output.data(Array(answers.joined()))
            } else {
                held += queries
            }
        }
        guard !held.isEmpty else { return }
        var members: [[Int]] = []
        var numberOfGroup: [String: Int] = [:]
        for (index, line) in held.enumerated() {
            if let group = line.group, let known = numberOfGroup[group] {
                members[known].append(index)
                continue
            }
            if let group = line.group { numberOfGroup[group] = members.count }
            members.append([index])
        }
        let (queries, groups) = (held, members)
        let answers = parallel(groups.count, resolvers) { number, resolver in
            answer(groups[number].map { queries[$0] }, resolver)
        }
        var ordered = [[UInt8]](repeating: [], count: held.count)
        for (indices, lines) in zip(members, answers) {
            for (index, line) in zip(indices, lines) { ordered[index] = line }
        }
        try Output.data(Array(ordered.joined()))
    }

    private func answer(_ lines: [ResolveLine], _ resolver: Resolver) -> [[UInt8]] {
        let good = lines.indices.filter { lines[$0].problem == nil }
        let resolutions = resolver.resolve(together: good.map { lines[$0].query })
        var answers = lines.map { Resolution(problem: $0.problem ?? "") }
        for (index, resolution) in zip(good, resolutions) { answers[index] = resolution }
        return zip(lines, answers).map { write($0, $1, resolver) }
    }

    /// `body` of each number below `count`, in order.
    private func parallel<Result: Sendable>(
        _ count: Int, _ resolvers: [Resolver], _ body: @Sendable (Int, Resolver) -> Result
    ) -> [Result] {
        guard count > 0 else { return [] }
        let parts = min(resolvers.count, count)
        nonisolated(unsafe) let workers = resolvers
        var results = [[Result]](repeating: [], count: parts)
        results.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let target = buffer
            Threads.run(parts) { part in
                let range = (part * count / parts)..<((part + 1) * count / parts)
                target[part] = range.map { body($0, workers[part]) }
            }
        }
        return Array(results.joined())
    }
}
