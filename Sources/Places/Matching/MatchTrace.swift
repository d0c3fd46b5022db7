/// Why two spellings were taken for one name: the rules, in the order of the words.
package struct MatchTrace: Sendable {
    /// One rule at work.
    package struct Step: Sendable, Equatable {
        /// The piece of the query and the piece of the listed name; empty where one side has nothing.
        package let query: String
        package let name: String
        package let rule: String
        /// In wrong letters.
        package let cost: Double
    }

    package let query: String
    package let name: String
    package let steps: [Step]

    /// `كفرة = Kafrah: ك~K same sound; …` on one line, free steps left out.
    package var summary: String {
        told.isEmpty ? "\(query) = \(name)" : "\(query) = \(name): " + told.joined(separator: "; ")
    }

    /// The rules at work, each with the pieces that it made the same: `ک ~ K (…)`. Free steps are left out.
    package var told: [String] {
        steps.filter { $0.rule != "same sound" }.map { step in
            let left = step.query.isEmpty ? "–" : step.query
            let right = step.name.isEmpty ? "–" : step.name
            return "\(left) ~ \(right) (\(step.rule))"
        }
    }
}

extension NameMatcher {
    /// Why a candidate of an answer to this query was taken.
    package func trace(_ query: String, _ candidate: Candidate) -> MatchTrace {
        trace(query, spelling: candidate.name, part: candidate.part, isTypedBadly: candidate.isTypedBadly)
    }

    /// Why a spelling was taken for the name, or for one of the two names, of the query.
    func trace(_ query: String, spelling: String, part number: Int, isTypedBadly: Bool) -> MatchTrace {
        let text = Array(query.utf8)
        let ranges = text.withUnsafeBufferPointer { QueryParts.split($0) }
        let part = number < ranges.count ? Array(text[ranges[number]]) : text
        let name = Array(spelling.utf8)
        if isTypedBadly {
            return MatchTrace(
                query: String(decoding: part, as: UTF8.self), name: spelling,
                steps: TypedSteps.steps(
                    TracedName.plain(part, rules: rules), TracedName.plain(name, rules: rules)))
        }
        if part == name {
            return MatchTrace(query: String(decoding: part, as: UTF8.self), name: spelling, steps: [])
        }
        if tracedQuery?.text != part {
            tracedQuery = (part, TracedName.readings(of: part, rules: rules, asQuery: true))
        }
        // Only the cheapest way is told.
        var best: (cost: Int32, from: TracedName, to: TracedName)?
        let names = TracedName.readings(of: name, rules: rules, asQuery: false)
        for left in tracedQuery?.readings ?? [] {
            for right in names {
                let cost = left.cost(to: right, scoring.distance)
                if cost < best?.cost ?? .max { best = (cost, left, right) }
            }
        }
        return MatchTrace(
            query: String(decoding: part, as: UTF8.self), name: spelling,
            steps: best.map { $0.from.steps(to: $0.to, scoring.distance) } ?? [])
    }
}
