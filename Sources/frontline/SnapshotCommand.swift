import ArgumentParser
import Formats
import Glibc
import Reports
import Rows
import Snapshots
import Store

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
              frontline snapshot azaz-2015 --at 2015-12-02 --lines presentation --width 1600 -o map.png
              frontline snapshot azaz-2015 --at 2015-12-02 -o map.kml

            A day counts up to its end. A time needs an offset: 2015-12-02T19:00+02:00.
            """)

    enum Format: String, OutputFormat {
        case geojson, geojsons, geojsonl, topojson, kml, gpkg, csv, svg, png, text

        var isPicture: Bool { self == .svg || self == .png }
    }

    @OptionGroup var input: ScenarioArgument

    @OptionGroup var moment: MomentOptions

    @OptionGroup var out: OutputOptions<Format>

    @OptionGroup var look: StyleOption

    @OptionGroup var picture: PictureOptions

    @Option(
        help: ArgumentHelp("Land this near a settlement with the same call counts as populated.", valueName: "km"),
        transform: parsePopulatedKilometres)
    var populatedKm: Double = Theatre.populatedReachInMetres / 1000

    @OptionGroup(title: "Maps of others") var other: OverlayOption

    @OptionGroup var line: LineOptions

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        let format = try out.choice()
        try line.check(hasFeatures: format.exchange != nil, isPicture: format.isPicture)
        try other.check(format: format.rawValue, tells: format.exchange != nil || format == .text)
        try picture.check(isPicture: format.isPicture)
        if format == .gpkg, out.file == nil {
            throw ValidationError("a GeoPackage is written to a file and not to a pipe: add -o map.gpkg")
        }
        if format == .png, out.file == nil, Output.isToTerminal {
            throw ValidationError("a PNG is nothing for a terminal: add -o map.png, or pass it on to a program")
        }
    }

    func run() throws {
        try OutputFolder.check(out.file)
        try input.protect(out.file)
        let scenario = try input.loadAndTell()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let made = theatre.snapshot(at: moment.at, asKnownOn: moment.asKnownOn)
        let snapshot = theatre.redrawn(made, line.lines)
        var lands = LandMaker(theatre, populatedReachInMetres: populatedKm * 1000)
        let land = lands.land(of: snapshot)
        let agreement = try other.agreement(with: snapshot, theatre)
        let bands = line.bands ? try bands(theatre, snapshot) : []
        let format = try out.choice()
        switch format {
        case .geojson, .geojsons, .geojsonl, .topojson, .kml:
            guard let exchange = format.exchange else { break }
            var writer = GeoJSONWriter(theatre, styled: look.style || exchange.needsStyle)
            writer.segmented = line.segments
            writer.bands = bands
            let geoJSON = writer.bytes(of: snapshot, land: land, beside: agreement)
            try out.write(geoJSON, as: exchange, actors: scenario.actors)
        case .gpkg: try reportingFailures { try MapFile.write(snapshot, theatre, to: out.file ?? "") }
        case .svg: try out.write(picture.svg(snapshot, theatre, bands))
        case .png: try out.write(Rasteriser.png(picture.svg(snapshot, theatre, bands)))
        case .csv: try out.write(AreasCSV.header + AreasCSV.rows(snapshot, land: land))
        case .text:
            try out.show(
                SnapshotText.text(snapshot, theatre, land)
                    + (agreement.map { "\n" + MapAgreementText.text($0) } ?? ""))
        }
        if let file = out.file {
            let summary = SnapshotText.summary(snapshot, theatre)
            try Done("\(file): \(summary)").with("file", file).with("format", format.rawValue)
                .with("at", moment.at.text).with("as_known_on", moment.asKnownOn?.text).with("summary", summary).tell()
        }
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
