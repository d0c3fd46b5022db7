import ArgumentParser
import Glibc
import Reports
import Rows
import Snapshots
import Store

struct ProjectDrawCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws the map of many days into a project's layers, for QGIS and its temporal controller.",
        discussion: """
            EXAMPLES
              frontline project draw war.gpkg
              frontline project draw war.gpkg --from 2015-12-01 --to 2015-12-15

            Without --from and --to the days are those of scenario.json, else those that the reports speak of. What was \
            drawn before is replaced.
            """)

    @OptionGroup var input: ScenarioArgument

    @Option(help: ArgumentHelp("The first moment.", valueName: "time"), transform: parseMoment)
    var from: Moment?

    @Option(help: ArgumentHelp("The last moment.", valueName: "time"), transform: parseMoment)
    var to: Moment?

    @Option(help: ArgumentHelp("How far apart the moments lie: 12h, 1d, 2w.", valueName: "step"))
    var every = "1d"

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        _ = try SpanOptions.step(every)
        if let from, let to { _ = try moments(from, to) }
    }

    /// As many as a series has at the most.
    private static let mostMoments = 100_000

    func run() throws {
        guard Project.isMeant(by: input.scenario) else {
            throw Failure(.inputRejected, "\(input.scenario): is no project; frontline import makes one of a folder")
        }
        let scenario = try input.loadAndTell()
        let moments = try moments(scenario)
        let showsProgress = Output.showsProgress
        let drawing = try reportingFailures {
            try ProjectDrawing(
                input.scenario, Theatre(scenario), at: moments, asKnownOn: asKnownOn,
                progress: showsProgress ? { Progress.show("drawing \($0.text)") } : nil)
        }
        if showsProgress { Progress.clear() }
        let counts = drawing.rows.map { "\($0.count) \($0.layer)" }.joined(separator: ", ")
        let (first, last) = (moments[0].text, moments[moments.count - 1].text)
        var done = Done("\(input.scenario): \(first) to \(last): \(counts)").with("file", input.scenario)
            .with("from", first).with("to", last).with("moments", moments.count)
        for (layer, count) in drawing.rows { done = done.with(layer, count) }
        try done.tell()
    }

    private func moments(_ scenario: Scenario) throws -> [Moment] {
        let days = scenario.log.reports.map(\.validFrom).sorted { $0.start < $1.start }
        guard let first = from ?? scenario.settings.from ?? days.first.flatMap({ Moment($0.start.date) }),
            let last = to ?? scenario.settings.to ?? days.last.flatMap({ Moment($0.start.date) })
        else { throw Failure(.inputRejected, "\(input.scenario): holds no report; add some first") }
        return try moments(first, last)
    }

    private func moments(_ first: Moment, _ last: Moment) throws -> [Moment] {
        try SpanOptions.moments(from: first, to: last, every: every, most: Self.mostMoments, of: "drawing")
    }
}
