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
            EXAMPLES
              frontline reports list azaz-2015 --place Kafrah
              frontline reports list azaz-2015 --json | jq .source
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
        var lines: [UInt8] = []
        var table = TextTable([
            ("report", .left), ("valid from", .left), ("place", .left), ("as written", .left), ("claim", .left),
            ("actor", .left), ("source", .left), ("grade", .left),
        ])
        for (report, placement) in zip(scenario.log.reports, scenario.log.placements) {
            if let only, placement.placeIndex != only { continue }
            if common.json {
                lines += ReportListJSON.line(report, placement, scenario)
                continue
            }
            let grade = scenario.sources[report.source]?.reliability ?? .f
            table.add(
                report.id, report.validFrom.text,
                placement.placeIndex.map { scenario.gazetteer.places[$0].name } ?? "?",
                report.place, report.claim.word, report.claim.actors.joined(separator: ", "), report.source,
                "\(grade.rawValue)\(report.credibility.rawValue)")
        }
        if table.isEmpty, lines.isEmpty {
            throw Failure(.notFound, "no report speaks of \(place.map { printable($0) } ?? "any place")")
        }
        try common.json ? Output.data(lines) : Output.show(table.text)
    }
}

/// A report as the list has it.
private enum ReportListJSON {
    static func line(_ report: Report, _ placement: Placement, _ scenario: Scenario) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            func text(_ name: String, _ value: String?) {
                json.key(name)
                if let value { json.string(value) } else { json.null() }
            }
            let place = placement.placeIndex.map { scenario.gazetteer.places[$0] }
            text("id", report.id)
            text("published_at", report.publishedAt.text)
            text("recorded_at", report.recordedAt.text)
            text("valid_from", report.validFrom.text)
            text("valid_to", report.validTo?.text)
            text("place_id", place?.id)
            text("place_name", place?.name)
            text("as_written", report.place)
            text("claim", report.claim.word)
            json.key("actors")
            json.array { json in for actor in report.claim.actors { json.string(actor) } }
            text("source", report.source)
            text("reliability", (scenario.sources[report.source]?.reliability ?? .f).rawValue)
            json.key("credibility")
            json.integer(report.credibility.rawValue)
            text("url", report.url)
        }
        return json.bytes + [0x0A]
    }
}
