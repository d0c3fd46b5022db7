package import Reports
import Rows
package import Snapshots

/// Names of holders for people.
struct Labels {
    let actors: ActorTable

    func side(_ id: String) -> String {
        let name = actors.lead(ofSide: id)?.name ?? id
        // "Rebels (umbrella, when no group is named)" is "Rebels" in a table.
        return String(name.prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed())
    }

    /// `Rebels, Islamic State and Syrian Democratic Forces`, printable.
    func sides(_ ids: [String]) -> String {
        let names = ids.map { printable(side($0)) }
        return names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }

    func holder(_ holder: Holder) -> String {
        switch holder {
        case .held(let id): side(id)
        case .contested(let sides): "contested: " + sides.map(side).joined(separator: ", ")
        case .unknown: "unknown"
        case .beyondReach: "beyond reach of any place"
        }
    }
}

/// A holder in words.
package enum HolderText {
    package static func text(_ holder: Holder, _ actors: ActorTable) -> String { Labels(actors: actors).holder(holder) }
}
