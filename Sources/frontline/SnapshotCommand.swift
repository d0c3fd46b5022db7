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
              frontline snapshot azaz-2015 --at 2015-12-02 --lines presentation --bands -o map.geojson

            A day counts up to its end. A time needs an offset: 2015-12-02T19:00+02:00.
            """)

    enum Format: String, OutputFormat { case geojson, csv, text }

    @OptionGroup var input: ScenarioArgument

    @OptionGroup var moment: MomentOptions

    @OptionGroup var out: OutputOptions<Format>

    @OptionGroup var look: StyleOption

    @OptionGroup var line: LineOptions

    func validate() throws { try line.check(isGeoJSON: out.choice() == .geojson) }

    func run() throws {
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let made = theatre.snapshot(at: moment.at, asKnownOn: moment.asKnownOn)
        let snapshot = theatre.redrawn(made, line.lines)
        switch try out.choice() {
        case .geojson:
            var writer = GeoJSONWriter(theatre, styled: look.style)
            writer.segmented = line.segments
            if line.bands { writer.bands = try bands(theatre, snapshot) }
            try out.write(writer.bytes(of: snapshot))
        case .csv: try out.write(AreasCSV.header + AreasCSV.rows(snapshot))
        case .text: try out.write(SnapshotText.text(snapshot, theatre))
        }
        if let file = out.file { Output.note("\(file): \(SnapshotText.summary(snapshot, theatre))") }
    }

    private func bands(_ theatre: Theatre, _ snapshot: Snapshot) throws -> [FrontBand] {
        do {
            return try theatre.bands(snapshot)
        } catch {
            throw Failure(.ourFault, "the bands could not be drawn: \(error)")
        }
    }
}
