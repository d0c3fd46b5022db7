/// What is wrong with one record of an input: the facts. The wording stands in `+Wording` files beside each fact.
package protocol ProblemFact: Sendable {
    /// A short stable word for machines, such as `bad-date`.
    var code: String { get }
    /// One line for people: the value seen, what was expected, the way out.
    var sentence: String { get }
}

/// A record that was skipped, changed or doubted while reading, with the place where it stands.
package struct Problem: Sendable {
    package enum Effect: String, Sendable {
        /// The record is left out and counted.
        case skipped
        /// The record was read after a change.
        case repaired
        /// The record was read as it is; somebody should look at it.
        case doubtful
    }

    package let file: String
    /// 1 for the first line; 0 where the whole file is meant.
    package let line: Int
    package let effect: Effect
    package let fact: any ProblemFact

    package init(file: String, line: Int, effect: Effect, fact: any ProblemFact) {
        self.file = file
        self.line = line
        self.effect = effect
        self.fact = fact
    }

    /// `file:line: skipped: reason`, the form that editors and `grep` understand.
    package var description: String { "\(place): \(effect.rawValue): \(fact.sentence)" }

    /// `file:line`, or the file alone.
    package var place: String { line > 0 ? "\(file):\(line)" : file }
}

/// An input that cannot be used at all.
package struct InputError: Error, Sendable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let fact: any ProblemFact

    package init(file: String, line: Int = 0, fact: any ProblemFact) {
        self.file = file
        self.line = line
        self.fact = fact
    }

    package var description: String {
        line > 0 ? "\(file):\(line): \(fact.sentence)" : "\(file): \(fact.sentence)"
    }
}
