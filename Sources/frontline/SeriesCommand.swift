import ArgumentParser
import Formats
import Reports
import Rows
import Snapshots
import Synchronization

struct SeriesCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "Draws many moments into a folder: a snapshot each, and tables of areas and of changes.",
        discussion: """
            EXAMPLES
              frontline series azaz-2015 --from 2015-12-01 --to 2015-12-07 -o week/
              frontline series azaz-2015 --from 2015-11-16 --to 2015-12-15 --every 12h --areas-only -o month/
              frontline series azaz-2015 --from 2015-12-01 --to 2015-12-07 --as-known-on same-day -o as-told/

            The folder gets a GeoJSON a moment, areas.csv, changes.csv and, last, index.json. A second run keeps what is \
            there and still right, and makes what is missing; so does a run after one that was stopped. Where an input or \
            an option is another one, all is made anew.
            """)

    @OptionGroup var input: ScenarioArgument

    @OptionGroup var span: SpanOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("Folder to write to.", valueName: "folder"), completion: .directory)
    var output: String

    @Option(help: "Places in each GeoJSON: all, changed (after the first file those that say something new), none.")
    var places = SeriesPlaces.all

    @Flag(help: "Write areas.csv and changes.csv, no GeoJSON.")
    var areasOnly = false

    @OptionGroup var look: StyleOption

    private static let mostMoments = 100_000

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        try span.check(most: Self.mostMoments, of: "series")
        guard !output.isEmpty, output != "-" else {
            throw ValidationError("-o '\(output)' is no folder; a series is many files, name a folder for them")
        }
    }

    func run() throws {
        let scenario = try input.loadAndTell()
        let steps = steps(try span.moments(of: scenario, most: Self.mostMoments, of: "series"))
        let inputs = try digestOfInputs()
        let folder = try SeriesFolder(output, inputs: inputs)
        if folder.isOfOtherInputs {
            Output.note("\(printable(output)): an input or an option is another than before: all is made anew")
        }
        let kept = steps.map { folder.kept($0.at, since: $0.since, knownAt: $0.knownOn, file: $0.file) }
        let missing = steps.indices.filter { kept[$0] == nil }
        let theatre = try reportingFailures { try Theatre(scenario) }
        let bar = Mutex(ProgressBar(total: missing.count))
        let run = SeriesRun(
            theatre: theatre, folder: folder.path, journal: folder.journal, places: places, isStyled: look.style)
        let made = try reportingFailures {
            try run.make(missing.map { steps[$0] }) { done, step in bar.withLock { $0.show(done, step.at.text) } }
        }
        bar.withLock { $0.clear() }
        var entries = kept
        for (index, entry) in zip(missing, made) { entries[index] = entry }
        let index = SeriesIndex(
            title: scenario.settings.title, method: Theatre.method, inputs: inputs, options: options,
            entries: entries.compactMap { $0 })
        try folder.finish(index)
        try tell(index, kept: steps.count - missing.count)
    }

    private func steps(_ moments: [Moment]) -> [SeriesRun.Step] {
        moments.indices.map { index in
            let (at, since) = (moments[index], index > 0 ? moments[index - 1] : nil)
            return SeriesRun.Step(
                at: at, since: since, knownOn: span.asKnownOn?.moment(at),
                sinceKnownOn: since.flatMap { span.asKnownOn?.moment($0) },
                file: areasOnly ? nil : SeriesEntry.fileName(at))
        }
    }

    /// What the content of the files hangs on, besides what is read and the moments themselves.
    private var options: [(name: String, value: String)] {
        [
            ("as_known_on", span.asKnownOn?.text ?? ""),
            ("geojson", areasOnly ? "none" : look.style ? "styled" : "plain"),
            ("places", areasOnly ? "none" : places.rawValue),
        ]
    }

    private func digestOfInputs() throws -> String {
        try reportingFailures {
            var digest = ContentDigest()
            digest.add("frontline", Array("\(Frontline.configuration.version) \(Theatre.method)".utf8))
            for option in options { digest.add(option.name, Array(option.value.utf8)) }
            for file in try input.inputs() { digest.add(file.name, file.bytes) }
            return digest.finish()
        }
    }

    private func tell(_ index: SeriesIndex, kept: Int) throws {
        let changed = index.entries.count { !$0.changeRows.isEmpty }
        let handed = index.entries.reduce(0) { $0 + $1.changedHands }
        let sentence =
            "\(printable(output)): \(index.entries.count) moments (\(kept) kept), changes in \(changed) of them, "
            + "\(handed) changes of hands"
        try Done(sentence).with("folder", output).with("moments", index.entries.count).with("kept", kept)
            .with("moments_with_changes", changed).with("changes_of_hands", handed).tell()
    }
}

extension SeriesPlaces: ExpressibleByArgument {}
