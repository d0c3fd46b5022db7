import ArgumentParser
import Formats
import Reports
import Snapshots

struct SnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Draws who held what at a moment: control areas, front lines, places, each with its reports.",
        discussion: """
            EXAMPLES
              frontline snapshot azaz-2015 --at 2015-12-02
              frontline snapshot azaz-2015 --at 2015-12-02 -o snapshot.geojson
              frontline snapshot azaz-2015 --at 2015-12-02 --as-known-on 2015-12-01 --format csv

            A day counts up to its end. A time needs an offset: 2015-12-02T19:00+02:00.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case geojson, csv, text }

    @OptionGroup var input: ScenarioArgument

    @Option(help: ArgumentHelp("The moment that is asked about.", valueName: "time"), transform: parseMoment)
    var at: Moment

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?

    @Option(name: [.short, .long], help: ArgumentHelp("File to write; - for standard output.", valueName: "file"))
    var output: String?

    @Option(help: "geojson, csv (areas) or text; guessed from the file's name.")
    var format: Format?

    @Flag(help: "Add simplestyle colours to the GeoJSON.")
    var style = false

    func run() throws {
        try input.protect(output)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let snapshot = theatre.snapshot(at: at, asKnownOn: asKnownOn)
        switch try FormatChoice.format(format, output: output, text: Format.text) {
        case .geojson: try Output.write(GeoJSONWriter(theatre, styled: style).bytes(of: snapshot), to: output)
        case .csv: try Output.write(Array((AreasCSV.header + AreasCSV.rows(snapshot)).utf8), to: output)
        case .text: try Output.write(Array(SnapshotText.text(snapshot, theatre).utf8), to: output)
        }
        if let output, output != "-" { Output.note("\(output): \(SnapshotText.summary(snapshot, theatre))") }
    }
}
