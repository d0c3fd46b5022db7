/// Somebody who says something.
package struct Source: Hashable, Sendable {
    package let id: String
    package let name: String
    /// `monitor`, `news`, `party`, `journalist`, `official`, `map` …
    package let kind: String
    package let reliability: Reliability
    /// The side that it favours.
    package let leaning: String?
    /// The sources that it copies.
    package let echoes: [String]

    package init(
        id: String, name: String, kind: String, reliability: Reliability, leaning: String?, echoes: [String]
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.reliability = reliability
        self.leaning = leaning
        self.echoes = echoes
    }
}

/// How far a source can be relied upon (NATO AJP-2.1, the Admiralty code). F means that it cannot be judged.
package enum Reliability: String, CaseIterable, Comparable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    package static func < (a: Reliability, b: Reliability) -> Bool { a.rawValue < b.rawValue }
}

/// How far a piece of information can be believed (NATO AJP-2.1). 6 means that it cannot be judged.
package enum Credibility: Int, CaseIterable, Sendable {
    case confirmed = 1
    case probable, possible, doubtful, improbable, unjudged
}

/// The sources of a scenario by id.
package struct SourceTable: Sendable {
    /// Sorted by id.
    package let sources: [Source]
    private let indexOfID: [String: Int]

    package init(_ sources: [Source]) {
        let sorted = sources.sorted { $0.id < $1.id }
        self.sources = sorted
        indexOfID = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
    }

    package subscript(id: String) -> Source? { indexOfID[id].map { sources[$0] } }

    /// Whether anybody is graded.
    package var hasGrades: Bool { sources.contains { $0.reliability != .f } }

    package var ids: [String] { sources.map(\.id) }
}
