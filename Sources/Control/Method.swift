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

    /// `weighed-claims/1`.
    package var label: String { "\(name)/\(version)" }
}
