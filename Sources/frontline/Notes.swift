import Rows

/// What was skipped while reading, told on standard error: a few lines, then the count.
enum Notes {
    static let shown = 10

    /// - Parameter further: how many more there were that were not kept.
    static func tell(_ problems: [Problem], further: Int = 0) {
        let told = problems.filter { $0.effect != .doubtful }
        for problem in told.prefix(shown) { Output.note(problem) }
        let left = max(0, told.count - shown) + further
        if left > 0 { Output.note("… and \(left) more") }
    }
}
