/// A pattern in the reports by which somebody may try to move the map, or by which somebody errs. It alone moves nothing:
/// it is told so that a person can look.
package struct Suspicion: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// One source says one thing of one place again and again.
        case flood
        /// Several sources with one text.
        case oneText = "one-text"
        /// A source that repeats another one.
        case copies
        case backDated = "back-dated"
        case aheadDated = "dated-ahead"
        case recordedLate = "recorded-late"
        case recordedEarly = "recorded-before-published"
        case lookAlikeActor = "look-alike-actor"
        case lookAlikeSource = "look-alike-source"
        /// A source that says now this, now that of one place.
        case flips
    }

    package let kind: Kind
    /// Who is concerned, sorted; whom they copy or resemble comes under `model`.
    package let names: [String]
    package let model: String?
    /// How many times it happened.
    package let count: Int
    /// Gazetteer indices of the places concerned, ascending.
    package let places: [Int]
    /// Where the rows stand, in the order of files and lines.
    package let rows: [Row]

    package struct Row: Hashable, Comparable, Sendable {
        package let file: String
        package let line: Int
        /// Of the report; nil where the row was skipped.
        package let id: String?

        package static func < (a: Row, b: Row) -> Bool { (a.file, a.line) < (b.file, b.line) }
    }
}

extension Suspicion {
    /// All that the reports of a scenario give rise to, by kind, then by name.
    ///
    /// O(n log n) in the number of reports.
    package static func all(in scenario: Scenario) -> [Suspicion] {
        let claims = ControlClaims(scenario)
        let found =
            floods(claims) + sameTexts(scenario) + copiers(claims, scenario) + oddDates(scenario) + lookAlikes(scenario)
            + flips(claims)
        func rank(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind)! }
        return found.sorted { a, b in
            if a.kind != b.kind { return rank(a.kind) < rank(b.kind) }
            return a.names != b.names
                ? a.names.lexicographicallyPrecedes(b.names) : (a.model ?? "") < (b.model ?? "")
        }
    }

    init(
        _ kind: Kind, names: [String], model: String? = nil, count: Int? = nil, places: Set<Int> = [],
        reports: [Report]
    ) {
        let rows = reports.map { Row(file: $0.file, line: $0.line, id: $0.id) }.sorted()
        self.init(
            kind: kind, names: names, model: model, count: count ?? rows.count, places: places.sorted(), rows: rows)
    }
}
