import ArgumentParser
import Control
import Formats
import Reports
import Snapshots

struct DiffCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed between two moments, or between two maps: places, land, lines.",
        discussion: """
            EXAMPLES
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02 -o change.geojson
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02 --format csv
              frontline diff azaz-2015 --from 2015-12-02 --to 2015-12-02 --from-as-known-on 2015-12-01
              frontline diff monday.geojson tuesday.geojson
              frontline diff ours.geojson theirs.geojson --holder-property party --match isis=ISIL

            --json has a scenario's changes as GeoJSON and, of two maps, one object with all but the geometry.
            Two files may be any maps of who holds what, in GeoJSON: of ours or of others. A day counts up to its end. With --exit-code the command ends with 1 where something changed.
            """)

    enum Format: String, OutputFormat { case geojson, geojsons, geojsonl, topojson, kml, csv, text }

    @OptionGroup var input: ScenarioArgument

    @Argument(
        help: ArgumentHelp(
            "The later map, where the first name is a map in GeoJSON and not a scenario.", valueName: "map"),
        completion: .file())
    var later: String?

    @Option(help: ArgumentHelp("The earlier moment.", valueName: "time"), transform: parseMoment)
    var from: Moment?

    @Option(help: ArgumentHelp("The later moment.", valueName: "time"), transform: parseMoment)
    var to: Moment?

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

    @OptionGroup(title: "Maps of others") var maps: ForeignMapOptions

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func validate() throws {
        if later == nil {
            guard from != nil, to != nil else {
                throw ValidationError(
                    "expected a scenario with --from and --to, or two maps: frontline diff a.geojson b.geojson")
            }
        } else if from != nil || to != nil || asKnownOn != nil || fromAsKnownOn != nil {
            throw ValidationError("--from, --to and --as-known-on are for a scenario; two maps have their own moments")
        }
    }

    func run() throws {
        if let later { return try compareMaps(input.scenario, later) }
        // As validated.
        guard let from, let to else { return }
        try OutputFolder.check(out.file)
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let model = ControlModel(scenario, asKnownOn: asKnownOn)
        let after = theatre.snapshot(at: to, model: model)
        let before =
            fromAsKnownOn.map { theatre.snapshot(at: from, asKnownOn: $0) } ?? theatre.snapshot(at: from, model: model)
        let difference = theatre.difference(from: before, to: after)
        let format = try out.choice()
        switch format {
        case .geojson, .geojsons, .geojsonl, .topojson, .kml:
            guard let exchange = format.exchange else { break }
            let writer = GeoJSONWriter(theatre, styled: look.style || exchange.needsStyle)
            try out.write(writer.bytes(of: difference), as: exchange, actors: scenario.actors)
        case .csv: try out.write(ChangesCSV.header + ChangesCSV.rows(difference, theatre))
        case .text: try out.show(DifferenceText.text(difference, theatre))
        }
        if let file = out.file {
            try Done().with("file", file).with("format", format.rawValue).with("from", from.text).with("to", to.text)
                .with("outcome", difference.isEmpty ? "same" : "changed").tell()
        }
        if exitCode, !difference.isEmpty { throw Failure(.changes) }
    }

    private func compareMaps(_ first: String, _ second: String) throws {
        let files = MapFilesDiff(first: first, second: second, options: maps)
        try OutputFolder.check(out.file)
        try files.protect(out.file)
        let comparison = try files.compare()
        if json, out.file == nil, out.format == nil {
            try out.write(MapComparisonJSON.object(comparison))
        } else {
            let format = try out.choice()
            switch format {
            case .geojson, .geojsons, .geojsonl, .topojson, .kml:
                guard let exchange = format.exchange else { break }
                try out.write(MapComparisonGeoJSON.bytes(of: comparison), as: exchange)
            case .csv: try out.write(MapComparisonCSV.header + MapComparisonCSV.rows(comparison))
            case .text: try out.show(MapComparisonText.text(comparison))
            }
            if json, out.file != nil { try Output.data(MapComparisonJSON.object(comparison)) }
        }
        if exitCode, !comparison.isEmpty { throw Failure(.changes) }
    }
}
