import Rows

/// What was skipped while reading, told on standard error: a few lines, then the count.
enum Notes {
    static let shown = 10

    static func tell(_ problems: [Problem]) {
        let told = problems.filter { $0.effect != .doubtful }
        for problem in told.prefix(shown) { Output.note(problem) }
        if told.count > shown { Output.note("… and \(told.count - shown) more") }
    }
}
