import Control
import Geometry
import Places
import Reports
import Rows
package import Snapshots

/// A difference as text for a terminal: places with the reports that changed them, land, where
/// the line moved, lines.
package enum DifferenceText {
    /// At the most so many reports are named beside a place; the GeoJSON has all.
    static let reportsShown = 6

    package static func text(_ difference: Difference, _ theatre: Theatre) -> String {
        let labels = Labels(actors: theatre.scenario.actors)
        var out = heading(difference, theatre) + "\n"
        guard !difference.isEmpty else { return out + "\nnothing changed\n" }

        let handed = difference.places.filter(\.changedHands)
        let others = difference.places.filter { !$0.changedHands }
        if !handed.isEmpty { out += "\n" + places(handed, title: "changed hands", labels, theatre) }
        if !others.isEmpty { out += "\n" + places(others, title: "now called otherwise", labels, theatre) }

        var land = TextTable([("land", .left), ("gained km²", .right), ("lost km²", .right), ("net km²", .right)])
        for (side, gained, lost) in difference.balance {
            let net = Decimals.fixed((gained - lost) / 1e6, decimals: 1)
            land.add(
                labels.side(side), Decimals.fixed(gained / 1e6, decimals: 1), Decimals.fixed(lost / 1e6, decimals: 1),
                net.hasPrefix("-") || net == "0.0" ? net : "+" + net)
        }
        if !land.isEmpty { out += "\n" + land.text }

        let moved = AdvanceText.text(difference.advances, labels, theatre)
        if !moved.isEmpty { out += "\n" + moved }

        var lines = TextTable([
            ("front line between", .left), ("and", .left), ("km before", .right), ("km now", .right),
        ])
        for line in difference.lines {
            lines.add(
                labels.side(line.left), labels.side(line.right),
                Decimals.fixed(line.lengthBeforeInMetres / 1000, decimals: 1),
                Decimals.fixed(line.lengthAfterInMetres / 1000, decimals: 1))
        }
        if !lines.isEmpty { out += "\n" + lines.text }
        return out
    }

    private static func heading(_ difference: Difference, _ theatre: Theatre) -> String {
        let title = theatre.scenario.settings.title ?? theatre.scenario.folder
        func moment(_ snapshot: Snapshot) -> String {
            snapshot.at.text + (snapshot.asKnownOn.map { " as known on \($0.text)" } ?? "")
        }
        return
            "\(printable(title)): \(moment(difference.from)) → \(moment(difference.to)), by \(difference.to.method.label)"
    }

    private static func places(
        _ changes: [Difference.PlaceChange], title: String, _ labels: Labels, _ theatre: Theatre
    ) -> String {
        let log = theatre.scenario.log
        var table = TextTable([
            (title, .left), ("from", .left), ("to", .left), ("sure", .right), ("by the reports", .left),
        ])
        for change in changes {
            let names = change.reports.prefix(reportsShown).map { "\(log.reports[$0].id) \(log.reports[$0].source)" }
            let more = change.reports.count - names.count
            let reports = names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
            table.add(
                theatre.scenario.gazetteer.places[change.placeIndex].name, labels.holder(Holder(change.before.status)),
                labels.holder(Holder(change.after.status)),
                change.after.probability > 0 ? Decimals.fixed(change.after.probability, decimals: 2) : "",
                !change.reports.isEmpty ? reports : change.after.isInferred ? "from its surroundings" : "weighed anew")
        }
        return table.text
    }
}
