import ArgumentParser
import Glibc
import Reports
import Rows
import Store

struct ReportsAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds reports to a project. What is told as added is on the disk.",
        discussion: """
            EXAMPLES
              frontline reports add war.gpkg new.csv
              tail -f feed.ndjson | frontline reports add war.gpkg -

            Standard input is NDJSON, a report a line; what has come is added at once, and each report answered by a line \
            with its id: added, or known where it stood there with the same content. recorded_at is now where a row has \
            none. Rows that cannot be read are told on standard error with their line, and the exit code is 65.
            """)

    @Argument(help: ArgumentHelp("The project.", valueName: "project.gpkg"))
    var project: String

    @Argument(help: ArgumentHelp("A CSV or NDJSON file; - for NDJSON on standard input.", valueName: "file"))
    var file: String = "-"

    @Option(
        help: ArgumentHelp("When these reports were learnt, where they do not say.", valueName: "time"),
        transform: parseMoment)
    var recordedAt: Moment?

    func run() throws {
        let log = try reportingFailures { try ProjectLog(project) }
        var refused = 0
        func add(_ rows: Rows) throws {
            let now = recordedAt ?? Self.now
            let outcomes = try reportingFailures { try log.add(rows, now: now) }
            var answer = ""
            for outcome in outcomes {
                switch outcome {
                case .added(let id): answer += "added \(printable(id))\n"
                case .known(let id): answer += "known \(printable(id))\n"
                case .refused(let problem):
                    refused += 1
                    Output.note(problem.description)
                }
            }
            try Output.data(answer)
        }
        if file == "-" {
            var lines = LineStream()
            var count = 0
            while let next = try reportingFailures({ try lines.next() }) {
                let rows = ReportLines.rows(next, after: count)
                count += next.count
                for problem in rows.problems { Output.note(problem.description) }
                refused += rows.problems.count
                try add(rows)
            }
        } else {
            let rows = try reportingFailures { try RowsReader.read(file) }
            try reportingFailures { try ReportReader.refuse(rows) }
            for problem in rows.problems { Output.note(problem.description) }
            refused += rows.problems.count
            try add(rows)
        }
        if refused > 0 { throw Failure(.inputRejected) }
    }

    private static var now: Moment {
        Moment(Instant(seconds: Int64(time(nil))).timestamp)!
    }
}
