/// Several keys as one: `isis+rebels`.
package enum KeyList {
    /// A plus in a key is written `%2B` and a percent sign `%25`, so that no two lists have one text.
    package static func text(_ keys: [String]) -> String { keys.map(escaped).joined(separator: "+") }

    /// The keys that ``text(_:)`` put together.
    package static func keys(of text: Substring) -> [String] {
        text.split(separator: "+", omittingEmptySubsequences: false).map { key in
            var out = ""
            var rest = key
            while let percent = rest.firstIndex(of: "%") {
                out += rest[..<percent]
                let code = rest[percent...].prefix(3)
                guard code == "%2B" || code == "%25" else {
                    out += "%"
                    rest = rest[percent...].dropFirst()
                    continue
                }
                out += code == "%2B" ? "+" : "%"
                rest = rest[percent...].dropFirst(3)
            }
            return out + rest
        }
    }

    private static func escaped(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == 0x2B || $0 == 0x25 }) else { return key }
        return key.reduce(into: "") { out, letter in
            out += letter == "+" ? "%2B" : letter == "%" ? "%25" : String(letter)
        }
    }
}
