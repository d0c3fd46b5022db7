/// A reconciliation service over a gazetteer, as pure functions from JSON to JSON: the protocol of the W3C Entity
/// Reconciliation Community Group, version 0.2 (Final Report of 2023-04-10, which OpenRefine speaks), and the query and
/// result shapes of its 1.0 draft. No HTTP here: a service passes on what it gets and answers with what it is given.
package struct ReconciliationService {
    package let gazetteer: Gazetteer
    let lookup: any AnchorLookup
    let locator: Locator
    let settings: Settings
    let prefixes: PrefixIndex

    package struct Settings: Sendable {
        /// The service's name as clients show it.
        package var name = "Frontline gazetteer"
        /// Where the service is reached, without a slash at its end; nil leaves out what needs an address.
        package var address: String?
        /// More queries in one batch are refused; a service answers 413.
        package var batchLimit = 50
        /// At most so many candidates for a query, whatever its limit says.
        package var candidateLimit = 25
        /// At most so many places in one data extension query.
        package var extensionLimit = 1000
        /// A larger request is refused unread, in bytes.
        package var requestLimitInBytes = 1 << 20

        package init() {}
    }

    /// Indexes the names for suggestions: O(n log n) in their number.
    package init(_ gazetteer: Gazetteer, lookup: any AnchorLookup, settings: Settings = Settings()) {
        self.gazetteer = gazetteer
        self.lookup = lookup
        self.settings = settings
        locator = Locator(gazetteer, lookup: lookup)
        prefixes = PrefixIndex(gazetteer)
    }

    /// The type that all entities have, above their kinds.
    static let anyPlace = (id: "place", name: "Place")

    static func typeName(_ kind: PlaceKind) -> String {
        kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    }
}
