import ArgumentParser
import MapPage
import Reports
import Rows
import Snapshots
import Synchronization

struct MapCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Writes a folder that opens from disk as a map with time, without the internet.",
        discussion: """
            EXAMPLES
              frontline map azaz-2015 --from 2015-11-16 --to 2015-12-15 -o map/
              frontline map azaz-2015 --as-known-on same-day -o as-told/
              frontline map war.gpkg --every 12h --title 'The week' -o map/

            Open index.html in the folder, or put the folder on any web server. Nothing is fetched from elsewhere, unless \
            --tiles names somebody's tiles. A second run replaces the folder in one step.
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var span: SpanOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("Folder to write.", valueName: "folder"),
        completion: .directory)
    var output: String

    @Option(help: ArgumentHelp("The title of the page; that of the scenario where it is left out.", valueName: "text"))
    var title: String?

    @Option(
        help: ArgumentHelp(
            "Tiles beneath the map, fetched by whoever looks at it: https://tile.example.org/{z}/{x}/{y}.png",
            valueName: "url"))
    var tiles: String?

    @Option(help: ArgumentHelp("The credit line that the owner of the tiles asks for.", valueName: "text"))
    var tilesCredit: String?

    @OptionGroup(title: "Manners") var common: CommonOptions

    /// What a page can hold: its files name moments by numbers of two bytes.
    private static let mostMoments = 10_000

    func validate() throws {
        _ = try tileSource()
        try span.check(most: Self.mostMoments, of: "map")
        try MapFolder.check(output)
    }

    func run() throws {
        let folder = try MapFolder(output)
        try input.protect(output)
        let scenario = try input.loadAndTell()
        let moments = try span.moments(of: scenario, most: Self.mostMoments, of: "map")
        let inputs = try digestOfInputs()
        let theatre = try reportingFailures { try Theatre(scenario) }
        let bar = Mutex(ProgressBar(total: moments.count))
        let record = MapMaker(theatre).record(
            moments.map { MapMaker.Step(at: $0, knownOn: span.asKnownOn?.moment($0)) }
        ) { done, step in bar.withLock { $0.show(done, step.at.text) } }
        bar.withLock { $0.clear() }
        let files = MapFiles.all(
            record, theatre,
            MapOptions(
                title: title, program: Frontline.configuration.version, inputs: inputs, tiles: try tileSource()))
        try folder.write(files)
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        let megabytes = Decimals.fixed(Double(bytes) / 1e6, decimals: 1)
        let sentence =
            "\(printable(output)): \(moments.count) moments, \(theatre.drawn.count) places, \(megabytes) MB; open "
            + "\(printable(folder.name))/index.html"
        try Done(sentence).with("folder", output).with("moments", moments.count).with("places", theatre.drawn.count)
            .with("files", files.count).with("bytes", bytes).tell()
    }

    private func tileSource() throws -> TileSource? {
        guard let tiles else {
            guard tilesCredit == nil else { throw ValidationError("--tiles-credit credits nobody; add --tiles") }
            return nil
        }
        do throws(TileSource.Fault) {
            return try TileSource(tiles, credit: tilesCredit ?? "")
        } catch {
            let reason =
                switch error {
                case .noWebAddress: "is no web address"
                case .badHost: "has no plain host"
                case .noPlaceholder(let mark): "has no \(mark)"
                }
            throw ValidationError(
                "--tiles '\(printable(tiles))' \(reason); expected https://tile.example.org/{z}/{x}/{y}.png")
        }
    }

    private func digestOfInputs() throws -> String {
        try reportingFailures {
            var digest = ContentDigest()
            for file in try input.inputs() { digest.add(file.name, file.bytes) }
            return digest.finish()
        }
    }
}
