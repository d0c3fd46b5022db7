import ArgumentParser
import Control
import Formats
import Places
import Reports
import Rows
import Snapshots

struct ControlCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "control",
        abstract: "Tells who holds each place at a moment, how sure that is, and by which reports.",
        discussion: """
            EXAMPLES
              frontline control azaz-2015 --at 2015-12-02
              frontline control azaz-2015 --at 2015-12-02 --as-known-on 2015-12-01 --format csv
              frontline control azaz-2015 --from 2015-11-16 --to 2015-12-15 -o calls.csv

            Text lists the places that reports speak of; CSV and NDJSON have every place of the gazetteer. With --from and
            --to the CSV has a row for each place and moment, a date before the place's id, and no names, coordinates or
            lists of reports; the rows of each moment are written before the next one is weighed.
            """)

    enum Format: String, OutputFormat { case csv, ndjson, text }

    @OptionGroup var input: ScenarioArgument

    @Option(help: ArgumentHelp("The moment that is asked about.", valueName: "time"), transform: parseMoment)
    var at: Moment?

    @Option(help: ArgumentHelp("The first moment of a series.", valueName: "time"), transform: parseMoment)
    var from: Moment?

    @Option(help: ArgumentHelp("The last moment of a series.", valueName: "time"), transform: parseMoment)
    var to: Moment?

    @Option(help: ArgumentHelp("How far apart the moments of a series lie: 12h, 1d, 2w.", valueName: "step"))
    var every = "1d"

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?

    @OptionGroup var out: OutputOptions<Format>

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        guard (at != nil) != (from != nil && to != nil), (from != nil) == (to != nil) else {
            throw ValidationError("give either --at, or --from and --to")
        }
        guard DayStep(every) != nil else {
            throw ValidationError(
                "--every '\(printable(every))' is no step; expected hours, days or weeks: 12h, 1d, 2w")
        }
        if let from, let to, to.start < from.start {
            throw ValidationError("--to \(to.text) lies before --from \(from.text); exchange them")
        }
    }

    func run() throws {
        try OutputFolder.check(out.file)
        try input.protect(out.file)
        if let from, let to { return try runSeries(DayStep(every)!.moments(from: from, to: to)) }
        let scenario = try input.loadAndTell()
        let calls = ControlModel(scenario, asKnownOn: asKnownOn).calls(at: at!)
        let format = try out.choice()
        switch format {
        case .csv: try out.write(CallsCSV.header + CallsCSV.rows(calls, in: scenario))
        case .ndjson: try out.write(CallsJSON.lines(calls, in: scenario))
        case .text: try out.show(text(calls, scenario))
        }
        if let file = out.file {
            try Done().with("file", file).with("format", format.rawValue).with("at", at!.text).tell()
        }
    }

    private func runSeries(_ moments: [Moment]) throws {
        // A series has one format, so that nothing need say which.
        let asked = try out.format ?? (out.choice() == .ndjson ? .ndjson : .csv)
        guard asked == .csv else {
            throw ValidationError(
                "a series is written as csv only, and not as \(asked.rawValue); name it calls.csv with -o, or ask for one "
                    + "moment with --at")
        }
        let scenario = try input.loadAndTell()
        let model = ControlModel(scenario, asKnownOn: asKnownOn)
        var csv = CallsSeriesCSV(scenario)
        try Output.stream(to: out.output) { write in
            try write(Array(CallsSeriesCSV.header.utf8))
            for moment in moments { try write(csv.rows(model.calls(at: moment, basis: false), at: moment)) }
        }
        if let file = out.file {
            try Done().with("file", file).with("format", Format.csv.rawValue).with("moments", moments.count).tell()
        }
    }

    private func text(_ calls: [Call], _ scenario: Scenario) -> String {
        var table = TextTable([
            ("place", .left), ("held by", .left), ("sure", .right), ("since", .left), ("last report", .left),
            ("for", .right), ("against", .right), ("id", .left),
        ])
        let places = scenario.gazetteer.places
        for index in places.indices.sorted(by: { (places[$0].name, places[$0].id) < (places[$1].name, places[$1].id) })
        {
            let call = calls[index]
            guard !call.isInferred, call.lastReportAt != nil, places[index].kind.isPointLike else { continue }
            func count(_ role: Weighing.Role) -> String {
                "\(Set(call.basis.filter { $0.role == role }.map(\.reportIndex)).count)"
            }
            table.add(
                places[index].name, HolderText.text(Holder(call.status), scenario.actors),
                call.probability > 0 ? Decimals.fixed(call.probability, decimals: 2) : "", call.since?.text ?? "",
                call.lastReportAt?.text ?? "", count(.carried), count(.overruled), places[index].id)
        }
        return table.text
    }
}
