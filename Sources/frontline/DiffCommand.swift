import ArgumentParser
import Control
import Formats
import Reports
import Snapshots

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed between two moments: places, land, lines, and the reports that say so.",
        discussion: """
            EXAMPLES
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02 -o change.geojson
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02 --format csv
              frontline diff azaz-2015 --from 2015-12-02 --to 2015-12-02 --from-as-known-on 2015-12-01

            A day counts up to its end. With --exit-code the command ends with 1 where something changed.
            """)

    enum Format: String, OutputFormat { case geojson, csv, text }

    @OptionGroup var input: ScenarioArgument

    @Option(help: ArgumentHelp("The earlier moment.", valueName: "time"), transform: parseMoment)
    var from: Moment

    @Option(help: ArgumentHelp("The later moment.", valueName: "time"), transform: parseMoment)
    var to: Moment

    @Option(
        help: ArgumentHelp("Hide reports recorded after this moment, on both sides.", valueName: "time"),
        transform: parseMoment)
    var asKnownOn: Moment?

    @Option(
        help: ArgumentHelp("The same for the earlier moment alone: what did we learn?", valueName: "time"),
        transform: parseMoment)
    var fromAsKnownOn: Moment?

    @OptionGroup var out: OutputOptions<Format>

    @OptionGroup var look: StyleOption

    @Flag(help: "End with 1 where something changed.")
    var exitCode = false

    func run() throws {
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let model = ControlModel(scenario, asKnownOn: asKnownOn)
        let after = theatre.snapshot(at: to, model: model)
        let before =
            fromAsKnownOn.map { theatre.snapshot(at: from, asKnownOn: $0) } ?? theatre.snapshot(at: from, model: model)
        let difference = theatre.difference(from: before, to: after)
        switch try out.choice() {
        case .geojson: try out.write(GeoJSONWriter(theatre, styled: look.style).bytes(of: difference))
        case .csv: try out.write(ChangesCSV.header + ChangesCSV.rows(difference, theatre))
        case .text: try out.write(DifferenceText.text(difference, theatre))
        }
        if exitCode, !difference.isEmpty { throw Failure(.changes) }
    }
}
