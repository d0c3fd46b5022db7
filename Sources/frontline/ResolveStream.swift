import Places
import Rows
import Synchronization

/// One answer per line of standard input, in order, on all cores.
struct ResolveStream {
    let gazetteer: Gazetteer
    let base: Resolver.Query
    /// At the most so many candidates are written.
    let limit: Int
    /// Lines that cannot be read are told on standard error too.
    let tellsErrors: Bool
    /// One line after the other, for a reader that waits for each answer before it writes on.
    let isUnbuffered: Bool
    /// The line for one answer.
    let write: @Sendable (ResolveLine, Resolution, Resolver) -> [UInt8]

    /// The reason counts the places of one name, so all that are weighed are told, however few are written.
    static let told = 60

    /// Lines without a group are answered as they come. Those of a group wait for the end of the input, where the whole
    /// group is known, and so do all after them.
    func run() throws {
        nonisolated(unsafe) let workers = (0..<Threads.count).map { _ in
            let resolver = Resolver(gazetteer: gazetteer)
            resolver.limit = max(limit, Self.told)
            return Worker(resolver)
        }
        var input = LineStream()
        var held: [ResolveLine] = []
        var told = ToldLines()
        while let next = try reportingFailures({ try input.next() }) {
            for lines in isUnbuffered ? next.map({ [$0] }) : [next] {
                let queries = parallel(lines.count, workers) {
                    ResolveLine(lines[$0], base: base, resolver: $1.resolver)
                }
                if tellsErrors { told.tell(queries) }
                if held.isEmpty, !queries.contains(where: { $0.group != nil }) {
                    let answers = parallel(queries.count, workers) { number, worker in
                        worker.answer(to: lines[number]) { answer([queries[number]], worker.resolver)[0] }
                    }
                    try Output.data(Self.joined(answers))
                } else {
                    held += queries
                }
            }
        }
        told.finish()
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
        let answers = parallel(groups.count, workers) { number, worker in
            answer(groups[number].map { queries[$0] }, worker.resolver)
        }
        var ordered = [[UInt8]](repeating: [], count: held.count)
        for (indices, lines) in zip(members, answers) {
            for (index, line) in zip(indices, lines) { ordered[index] = line }
        }
        try Output.data(Self.joined(ordered))
    }

    private func answer(_ lines: [ResolveLine], _ resolver: Resolver) -> [[UInt8]] {
        let good = lines.indices.filter { lines[$0].problem == nil }
        let resolutions = resolver.resolve(together: good.map { lines[$0].query })
        var answers = lines.map { Resolution(problem: $0.problem ?? "") }
        for (index, resolution) in zip(good, resolutions) { answers[index] = resolution }
        return zip(lines, answers).map { write($0, $1, resolver) }
    }

    private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count })
        for line in lines { bytes += line }
        return bytes
    }

    /// So few in one go that no thread waits long for the others at the end.
    private static let block = 32

    /// `body` of each number below `count`, in order.
    private func parallel<Result: Sendable>(
        _ count: Int, _ workers: [Worker], _ body: @Sendable (Int, Worker) -> Result
    ) -> [Result] {
        let blocks = (count + Self.block - 1) / Self.block
        nonisolated(unsafe) let workers = workers
        var results = [[Result]](repeating: [], count: blocks)
        let next = Atomic<Int>(0)
        results.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let target = buffer
            // Each thread keeps its own, whatever blocks it takes.
            Threads.run(min(workers.count, blocks)) { worker in
                while true {
                    let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard block < blocks else { return }
                    let range = (block * Self.block)..<min(count, (block + 1) * Self.block)
                    target[block] = range.map { body($0, workers[worker]) }
                }
            }
        }
        return Array(results.joined())
    }
}

/// What one thread works with.
private final class Worker {
    let resolver: Resolver
    /// Feeds name the same places again and again; the same line without a group has the same answer.
    private var known: [[UInt8]: [UInt8]] = [:]

    /// Some megabytes of answers a thread.
    private static let mostKnown = 4096

    init(_ resolver: Resolver) { self.resolver = resolver }

    func answer(to line: ArraySlice<UInt8>, _ make: () -> [UInt8]) -> [UInt8] {
        // Few names are longer, and hints hardly repeat.
        guard line.count <= 256 else { return make() }
        let key = Array(line)
        if let answer = known[key] { return answer }
        let answer = make()
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[key] = answer
        return answer
    }
}

/// What is told of lines that cannot be read, or not wholly: the first few, then how many there were.
private struct ToldLines {
    private var line = 0
    private var count = 0

    mutating func tell(_ lines: [ResolveLine]) {
        for query in lines {
            line += 1
            guard let text = query.problem ?? query.note else { continue }
            count += 1
            if count <= Notes.shown {
                Output.note("-:\(line): \(query.problem == nil ? "passed over" : "error"): \(text)")
            }
        }
    }

    func finish() {
        if count > Notes.shown { Output.note("… \(count) such lines of \(line) in all") }
    }
}
