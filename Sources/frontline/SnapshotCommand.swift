import ArgumentParser
import Formats
import Reports
import Rows
import Snapshots

struct SnapshotCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Draws who held what at a moment: control areas, front lines, places, each with its reports.",
        discussion: """
            EXAMPLES
              frontline snapshot azaz-2015 --at 2015-12-02
              frontline snapshot azaz-2015 --at 2015-12-02 -o snapshot.geojson
              frontline snapshot azaz-2015 --at 2015-12-02 --as-known-on 2015-12-01 --format csv
              frontline snapshot azaz-2015 --at 2015-12-02 --overlay theirs.geojson --match isis=ISIL
              frontline snapshot azaz-2015 --at 2015-12-02 --lines presentation --bands -o map.geojson

            A day counts up to its end. A time needs an offset: 2015-12-02T19:00+02:00.
            """)

    enum Format: String, OutputFormat { case geojson, csv, text }

    @OptionGroup var input: ScenarioArgument

    @OptionGroup var moment: MomentOptions

    @OptionGroup var out: OutputOptions<Format>

    @OptionGroup var look: StyleOption

    @Option(
        help: ArgumentHelp("Land this near a settlement with the same call counts as populated.", valueName: "km"),
        transform: parsePopulatedKilometres)
    var populatedKm: Double = Theatre.populatedReachInMetres / 1000

    @OptionGroup(title: "Maps of others") var other: OverlayOption

    @OptionGroup var line: LineOptions

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        try line.check(isGeoJSON: out.choice() == .geojson)
        try other.check(isCSV: out.choice() == .csv)
    }

    func run() throws {
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let made = theatre.snapshot(at: moment.at, asKnownOn: moment.asKnownOn)
        let snapshot = theatre.redrawn(made, line.lines)
        var lands = LandMaker(theatre, populatedReachInMetres: populatedKm * 1000)
        let land = lands.land(of: snapshot)
        let agreement = try other.agreement(with: snapshot, theatre)
        switch try out.choice() {
        case .geojson:
            var writer = GeoJSONWriter(theatre, styled: look.style)
            writer.segmented = line.segments
            if line.bands { writer.bands = try bands(theatre, snapshot) }
            try out.write(writer.bytes(of: snapshot, land: land, beside: agreement))
        case .csv: try out.write(AreasCSV.header + AreasCSV.rows(snapshot, land: land))
        case .text:
            try out.show(
                SnapshotText.text(snapshot, theatre, land)
                    + (agreement.map { "\n" + MapAgreementText.text($0) } ?? ""))
        }
        if let file = out.file { Output.tell("\(file): \(SnapshotText.summary(snapshot, theatre))") }
    }

    private func bands(_ theatre: Theatre, _ snapshot: Snapshot) throws -> [FrontBand] {
        do {
            return try theatre.bands(snapshot)
        } catch {
            throw Failure(.ourFault, "the bands could not be drawn: \(error)")
        }
    }
}

/// A distance in kilometres that land may be away from a settlement.
private func parsePopulatedKilometres(_ text: String) throws -> Double {
    guard let kilometres = Double(text), kilometres >= 0.1, kilometres <= 1000 else {
        throw ValidationError("'\(printable(text))' is no distance: expected kilometres from 0.1 to 1000, such as 5")
    }
    return kilometres
}
