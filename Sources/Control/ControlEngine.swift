package import Reports

/// Makes calls out of a report log. Deterministic: the same log and moments, the same calls.
package protocol ControlEngine: Sendable {
    var method: Method { get }

    /// One call for each place of the gazetteer, in its order.
    ///
    /// - `at`: the moment that is asked about, up to its end (a day counts whole).
    /// - `asKnownOn`: reports recorded after the end of it are hidden, and nothing else is; nil hides none.
    func calls(_ scenario: Scenario, at: Moment, asKnownOn: Moment?) -> [Call]
}

/// How calls were made, so that nobody compares what was made differently without being told.
package struct Method: Hashable, Sendable {
    package let name: String
    package let version: Int
    /// Sorted by name.
    package let parameters: [Parameter]

    package struct Parameter: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package init(name: String, version: Int, parameters: [(String, String)]) {
        self.name = name
        self.version = version
        self.parameters = parameters.map(Parameter.init).sorted { $0.name < $1.name }
    }

    /// `newest-credible/1`.
    package var label: String { "\(name)/\(version)" }
}
