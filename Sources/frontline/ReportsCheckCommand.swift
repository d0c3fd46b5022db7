import ArgumentParser
import Formats
import Places
import Reports
import Rows

struct ReportsCheckCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Lists what was skipped and why, the reports whose place stays open, and patterns that look like foul play.",
        discussion: """
            EXAMPLE
              frontline reports check azaz-2015
              frontline reports check azaz-2015 --json | jq 'select(.effect == "suspicious")'

            Told as suspicious: one source flooding, one text from several sources, a source that copies, claims about \
            days long past or to come, names that look like another's, flips within a day. None of these moves the map \
            alone, and no row is left out for it.

            Exit code 65 where a row was skipped.
            """)

    @OptionGroup var input: ScenarioArgument

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

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
        let suspicions = Suspicion.all(in: scenario)
        let groups = ProblemGroup.groups(of: problems, suspicions: suspicions)
        if json {
            try Output.data(groups.flatMap(ProblemJSON.line))
            try Output.data(suspicions.flatMap { SuspicionJSON.line($0, scenario.gazetteer) })
        } else {
            var out = groups.map { $0.description + "\n" }.joined()
            out += suspicions.map { Self.text($0) }.joined()
            var table = TextTable([("places of the reports", .left), ("reports", .right)])
            for status in Placement.Status.allCases {
                table.add(Self.label(status), "\(log.placements.count { $0.status == status })")
            }
            out += table.text
            out +=
                "\(log.reports.count) reports read, \(skipped) rows skipped, \(open.count) reports without a place, "
                + "\(groups.count { $0.problem.effect == .doubtful } - open.count) more to look at, "
                + "\(suspicions.count) suspicious\n"
            try Output.show(out)
        }
        if skipped > 0 || (input.strict && !open.isEmpty) { throw Failure(.inputRejected) }
    }

    private static let rowsShown = 3

    /// The first of its rows, what was seen, what to do, and the next rows.
    private static func text(_ suspicion: Suspicion) -> String {
        var out = suspicion.rows.first.map { "\($0.file):\($0.line): " } ?? ""
        out += "suspicious: \(suspicion.sentence); \(suspicion.wayOut)"
        let ids = suspicion.rows.prefix(rowsShown).map { $0.id.map { printable($0) } ?? "line \($0.line)" }
        let more = suspicion.rows.count - ids.count
        if !ids.isEmpty { out += " (\(ids.joined(separator: ", "))\(more > 0 ? " and \(more) more" : ""))" }
        return out + "\n"
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
