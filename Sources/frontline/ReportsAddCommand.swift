import ArgumentParser
import Glibc
import Reports
import Rows
import Store

struct ReportsAddCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds reports to a project. What is told as added is on the disk.",
        discussion: """
            EXAMPLES
              frontline reports add war.gpkg new.csv
              tail -f feed.ndjson | frontline reports add war.gpkg -
              frontline reports add war.gpkg --place Kafrah --actor isis --source sohr
              frontline reports add war.gpkg --place "Kafrah, a village 10 km east of Aazaz" --actor isis --source sohr --dry-run

            Standard input is NDJSON, a report a line; what has come is added at once, and each report answered by a line \
            with its id: added, or known where it stood there with the same content. recorded_at is now where a row has \
            none. Rows that cannot be read are told on standard error with their line, and the exit code is 65.

            A single report is shown as it was understood, place and all, before it is written; at a terminal you are asked. \
            Where several places may be meant, or none, it is refused with those that come near.
            """)

    @Argument(help: ArgumentHelp("The project.", valueName: "project.gpkg"), completion: .file(extensions: ["gpkg"]))
    var project: String

    @Argument(
        help: ArgumentHelp("A CSV or NDJSON file; - for NDJSON on standard input.", valueName: "file"),
        completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("When these reports were learnt, where they do not say.", valueName: "time"),
        transform: parseMoment)
    var recordedAt: Moment?

    @OptionGroup(title: "A single report") var one: OneReportOptions

    @Option(
        help: ArgumentHelp("Gazetteer to find its place in, instead of the project's.", valueName: "path"),
        completion: .file())
    var gazetteer: String?

    @Flag(help: "Tell what would be added, and add nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func validate() throws {
        // Nobody is waited for who does not know that he is.
        if !one.isMeant, file == nil, isatty(STDIN_FILENO) == 1 {
            throw ValidationError("name a file, - for standard input, or a --place")
        }
        if one.isMeant, file != nil { throw ValidationError("give either a file or a --place") }
    }

    func run() throws {
        if one.isMeant { return try addOne() }
        let log = try reportingFailures { try ProjectLog(project) }
        var refused = 0
        func add(_ rows: Rows) throws {
            let now = recordedAt ?? Self.now
            let outcomes = try reportingFailures { try log.add(rows, now: now, isTrial: dryRun) }
            var answer: [UInt8] = []
            for outcome in outcomes {
                switch outcome {
                // What is doubtful in a feed is for reports check.
                case .added(let id, _): answer += line(dryRun ? "would add" : "added", id)
                case .known(let id): answer += line("known", id)
                case .refused(let problem):
                    refused += 1
                    Output.note(problem)
                }
            }
            try Output.data(answer)
        }
        if file ?? "-" == "-" {
            var lines = LineStream()
            var count = 0
            while let next = try reportingFailures({ try lines.next() }) {
                let rows = ReportLines.rows(next, after: count)
                count += next.count
                for problem in rows.problems { Output.note(problem) }
                refused += rows.problems.count
                try add(rows)
            }
        } else if let file {
            let rows = try reportingFailures { try RowsReader.read(file) }
            try reportingFailures { try ReportReader.refuse(rows) }
            for problem in rows.problems { Output.note(problem) }
            refused += rows.problems.count
            try add(rows)
        }
        if refused > 0 { throw Failure(.inputRejected) }
    }

    private func addOne() throws {
        let now = recordedAt ?? Self.now
        let report = try OneReport(one, project: project, gazetteer: gazetteer, now: now)
        let log = try reportingFailures { try ProjectLog(project) }
        func add(isTrial: Bool) throws -> (outcome: String, id: String) {
            switch try reportingFailures({ try log.add(report.rows, now: now, isTrial: isTrial) }).first {
            case .added(let id, let doubts):
                // Told once, before the question.
                if isTrial { for doubt in doubts { Output.note(doubt.fact.sentence) } }
                return (isTrial ? "would add" : "added", id)
            case .known(let id): return ("known", id)
            case .refused(let problem): throw Failure(.inputRejected, problem.fact.sentence)
            case nil: throw Failure(.ourFault, "the report got no answer")
            }
        }
        var answer = try add(isTrial: true)
        let asks = !dryRun && !yes && answer.outcome != "known" && OneReport.hasSomebodyToAsk
        if !json, !asks {
            if dryRun { try Output.show(report.text) } else { Output.tell(String(report.text.dropLast())) }
        }
        if !dryRun, answer.outcome != "known" {
            guard !asks || report.isAgreed() else { throw Failure(.inputRejected, "nothing was added") }
            answer = try add(isTrial: false)
        }
        try Output.data(json ? report.json(answer.outcome, id: answer.id) : line(answer.outcome, answer.id))
    }

    private func line(_ outcome: String, _ id: String) -> [UInt8] {
        guard json else { return Array("\(outcome) \(printable(id))\n".utf8) }
        var json = JSONWriter()
        json.object { json in
            json.key("outcome")
            json.string(outcome)
            json.key("id")
            json.string(id)
        }
        return json.bytes + [0x0A]
    }

    private static var now: Moment {
        Moment(Instant(seconds: Int64(time(nil))).timestamp)!
    }
}
