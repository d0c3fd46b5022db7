import Places
package import Reports
import Rows
package import Snapshots

/// Parts and the ways out of them, for people.
package enum PartText {
    /// At the most so many are shown; the GeoJSON has all.
    private static let shown = 12

    /// The pockets and exclaves as a table, the largest first; empty where there are none.
    static func table(_ parts: Parts, _ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let labels = Labels(actors: theatre.scenario.actors)
        let cutOff = parts.cutOff.sorted { ($1.areaInSquareMetres, $0.id!) < ($0.areaInSquareMetres, $1.id!) }
        guard !cutOff.isEmpty else { return "" }
        var table = TextTable([
            ("apart from the main land", .left), ("of", .left), ("area km²", .right), ("places", .left),
            ("way out", .left),
        ])
        for part in cutOff.prefix(shown) {
            table.add(
                part.id!, labels.holder(part.holder), Decimals.fixed(part.areaInSquareMetres / 1e6, decimals: 1),
                names(part, snapshot, theatre), part.enclosure.map { enclosure($0, theatre.scenario.actors) } ?? "")
        }
        let rest = cutOff.count - shown
        return table.text + (rest > 0 ? "and \(rest) smaller ones; the GeoJSON has all\n" : "")
    }

    /// The best known of the places in a part: `Marea, Shaykh Isa and 3 more`.
    package static func names(_ part: Snapshot.Part, _ snapshot: Snapshot, _ theatre: Theatre) -> String {
        let places = part.places.map { theatre.scenario.gazetteer.places[snapshot.places[$0].placeIndex] }
        let known = places.sorted {
            ($1.kind.isTown ? 1 : 0, $1.population ?? 0, $0.id) < ($0.kind.isTown ? 1 : 0, $0.population ?? 0, $1.id)
        }
        guard known.count > 2 else { return known.map { printable($0.name) }.joined(separator: ", ") }
        return known.prefix(2).map { printable($0.name) }.joined(separator: ", ") + " and \(known.count - 2) more"
    }

    /// `encircled by Islamic State`.
    package static func enclosure(_ enclosure: Snapshot.Enclosure, _ actors: ActorTable) -> String {
        let by = Labels(actors: actors).sides(enclosure.by)
        return switch enclosure.status {
        case .encircled: "encircled by \(by)"
        case .perhaps: "perhaps encircled" + (by.isEmpty ? "" : ", in part by \(by)")
        case .edge: "edge of the map"
        case .open: "not encircled"
        }
    }
}
