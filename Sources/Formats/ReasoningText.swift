import Control
import Places
import Reports
import Rows
import Snapshots

/// The reasoning behind a call as a page that a journalist reads.
package enum ReasoningText {
    /// At the most so many neighbours are shown; the JSON has all.
    private static let neighboursShown = 6

    package static func text(_ reasoning: Reasoning) -> String {
        let scenario = reasoning.scenario
        let labels = Labels(actors: scenario.actors)
        let place = scenario.gazetteer.places[reasoning.call.placeIndex]
        let known = reasoning.asKnownOn.map { "as known on \($0.text)" } ?? "by all that is known"
        var out = "\(printable(place.name)) (\(place.id)) at \(reasoning.at.text), \(known)\n\n"
        out += reports(reasoning)
        if reasoning.call.basis.isEmpty { out += "no report speaks of it\n" }
        out += "\n" + surroundings(reasoning, labels)
        out += "\n" + sides(reasoning, labels) + "\n" + verdict(reasoning, labels) + "\n"
        return out
    }

    private static func reports(_ reasoning: Reasoning) -> String {
        var table = TextTable([
            ("", .left), ("report", .left), ("valid from", .left), ("published", .left), ("source", .left),
            ("says", .left), ("counts", .right), ("because", .left),
        ])
        let scenario = reasoning.scenario
        for weighing in reasoning.weighings {
            let report = scenario.log.reports[weighing.reportIndex]
            let extent = report.extent.map { ", \($0.rawValue)" } ?? ""
            let against = report.claim.actors.dropFirst().joined(separator: ", ")
            let says =
                "\(report.claim.actors.first ?? "") \(report.claim.word)"
                + (against.isEmpty ? "" : " (\(against))") + extent
            let via = report.via.map { " via \($0)" } ?? ""
            table.add(
                label(weighing.role), report.id, report.validFrom.text, report.publishedAt.text, report.source + via,
                says,
                weighing.weight > 0 ? Decimals.fixed(weighing.weight, decimals: 2) : "-", weighing.reason)
        }
        return table.isEmpty ? "" : table.text
    }

    private static func label(_ role: Weighing.Role) -> String {
        switch role {
        case .carried: "kept"
        case .overruled: "overruled"
        case .discounted: "not counted"
        case .context: "context"
        }
    }

    private static func surroundings(_ reasoning: Reasoning, _ labels: Labels) -> String {
        var table = TextTable([
            ("surroundings", .left), ("km", .right), ("held by", .left), ("sure", .right), ("part", .right),
        ])
        for neighbour in reasoning.explanation.neighbours.prefix(neighboursShown) {
            table.add(
                reasoning.scenario.gazetteer.places[neighbour.placeIndex].name,
                Decimals.fixed(neighbour.distanceInKilometres, decimals: 1), labels.side(neighbour.side),
                Decimals.fixed(neighbour.chance, decimals: 2), Decimals.fixed(neighbour.part, decimals: 2))
        }
        return table.isEmpty ? "no place near it was reported\n" : table.text
    }

    private static func sides(_ reasoning: Reasoning, _ labels: Labels) -> String {
        var table = TextTable([
            ("side", .left), ("by its reports", .right), ("pull of the surroundings", .right), ("together", .right),
        ])
        for side in reasoning.explanation.sides where side.chance >= 0.005 || side.byReports >= 0.05 {
            table.add(
                labels.side(side.side),
                reasoning.explanation.hasReports ? Decimals.fixed(side.byReports, decimals: 2) : "-",
                (side.pull > 0 ? "+" : "") + Decimals.fixed(side.pull, decimals: 1),
                Decimals.fixed(side.chance, decimals: 2))
        }
        return table.isEmpty ? "" : table.text
    }

    private static func verdict(_ reasoning: Reasoning, _ labels: Labels) -> String {
        let call = reasoning.call
        let since = call.since.map { ", since \($0.text)" } ?? ""
        switch call.status {
        case .held(let side, let actor):
            let sure = Decimals.fixed(call.probability, decimals: 2)
            let hasReports = call.basis.contains { $0.role == .overruled }
            let isOfArea = call.basis.contains { $0.role == .carried }
            let how =
                !call.isInferred
                ? "by its reports"
                : isOfArea
                    ? "by what is said of its canton and its surroundings"
                    : hasReports ? "by its surroundings, against its own reports" : "inferred from its surroundings"
            let name = reasoning.scenario.actors[actor]?.name
            let named = name.map { labels.side(side) == $0 ? "" : " (\($0))" } ?? ""
            return "verdict: held by \(labels.side(side))\(printable(named)), \(sure) sure, \(how)\(since)"
        case .contested(let sides):
            return "verdict: contested between \(sides.map(labels.side).joined(separator: " and "))\(since)"
        case .unknown:
            let likely = call.likeliestSide.map { "; \(labels.side($0)) is likeliest, not likely enough" } ?? ""
            return "verdict: unknown\(likely)"
        }
    }
}
