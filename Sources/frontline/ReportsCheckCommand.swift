import ArgumentParser
import Formats
import Places
import Reports
import Rows

struct ReportsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Lists what was read, what was skipped and why, and the reports whose place stays open.",
        discussion: """
            EXAMPLE
              frontline reports check azaz-2015

            Exit code 65 where a row was skipped.
            """)

    @OptionGroup var input: ScenarioArgument

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
        let scenario = try input.load()
        let log = scenario.log
        let open = log.reports.indices.filter { log.placements[$0].placeIndex == nil }
        let openFacts = open.map { index in
            let placement = log.placements[index]
            let report = log.reports[index]
            let fact: ReportFact =
                placement.status == .ambiguous
                ? .placeAmbiguous(place: report.place, candidates: placement.alternatives)
                : report.placeID.map { .unknownPlaceID(value: $0) }
                    ?? .placeNotFound(place: report.place, suggestions: placement.alternatives)
            return Problem(file: report.file, line: report.line, effect: .doubtful, fact: fact)
        }
        let problems = (scenario.problems + openFacts).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        let skipped = problems.count { $0.effect == .skipped }
        if json {
            try Output.data(problems.flatMap(ProblemJSON.line))
        } else {
            var out = problems.map { $0.description + "\n" }.joined()
            var table = TextTable([("places of the reports", .left), ("reports", .right)])
            for status in Placement.Status.allCases {
                table.add(Self.label(status), "\(log.placements.count { $0.status == status })")
            }
            out += table.text
            out +=
                "\(log.reports.count) reports read, \(skipped) rows skipped, \(open.count) reports without a place, "
                + "\(problems.count { $0.effect == .doubtful } - open.count) more to look at\n"
            try Output.data(out)
        }
        if skipped > 0 || (input.strict && !open.isEmpty) { throw Failure(.inputRejected) }
    }

    private static func label(_ status: Placement.Status) -> String {
        switch status {
        case .given: "given by id"
        case .byName: "one place has the name"
        case .bySpelling: "one place has another spelling of it"
        case .byHint: "told apart by the hint"
        case .byContext: "told apart by the other places"
        case .ambiguous: "several places, undecided"
        case .notFound: "no such place"
        }
    }
}
