extension Holder {
    /// The holder that a map of others names: `unknown` is nobody, as for `areas`.
    ///
    /// Names that would be taken for a key of ours, such as `not_mapped` or `overlap:a+b`, become `name:not_mapped`; so
    /// do names that begin with `name:`, and no two names become one.
    init(namedByOthers name: String) {
        self = name == "unknown" ? .unknown : .held(side: Self.isReserved(name) ? Self.escape + name : name)
    }

    /// Whether a side's name was changed by ``init(namedByOthers:)``.
    static func isEscaped(_ side: String) -> Bool { side.hasPrefix(escape) }

    private static let escape = "name:"

    private static func isReserved(_ name: String) -> Bool {
        ["not_mapped", "beyond_reach"].contains(name)
            || ["overlap:", "contested:", escape].contains { name.hasPrefix($0) }
    }
}
