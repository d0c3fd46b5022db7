import ArgumentParser
import Formats
import Places
import Reports
import Rows

struct ReportsListCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the reports, with the place that each was found to speak of.",
        discussion: """
            EXAMPLE
              frontline reports list azaz-2015 --place Kafrah
            """)

    @OptionGroup var input: ScenarioArgument

    @Option(help: ArgumentHelp("Only reports of this place.", valueName: "place"))
    var place: String?

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        let scenario = try input.load()
        let only = try place.map { text in
            let found = try NamedPoint.find(text, in: scenario.gazetteer, near: scenario.centre.map { [$0] } ?? [])
            guard let id = found.place?.id, let index = scenario.gazetteer.index(id: id) else {
                throw ValidationError("--place \(text): expected the name of a place, not a point")
            }
            return index
        }
        var table = TextTable([
            ("report", .left), ("valid from", .left), ("place", .left), ("as written", .left), ("claim", .left),
            ("actor", .left), ("source", .left), ("grade", .left),
        ])
        for (report, placement) in zip(scenario.log.reports, scenario.log.placements) {
            if let only, placement.placeIndex != only { continue }
            let grade = scenario.sources[report.source]?.reliability ?? .f
            table.add(
                report.id, report.validFrom.text,
                placement.placeIndex.map { scenario.gazetteer.places[$0].name } ?? "?",
                report.place, report.claim.word, report.claim.actors.joined(separator: ", "), report.source,
                "\(grade.rawValue)\(report.credibility.rawValue)")
        }
        if table.isEmpty {
            throw Failure(.notFound, "no report speaks of \(place.map { printable($0) } ?? "any place")")
        }
        try Output.show(table.text)
    }
}
