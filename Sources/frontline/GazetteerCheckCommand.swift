import ArgumentParser
import Formats
import Places
import Rows

struct GazetteerCheckCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Finds doubles, places on top of each other, names that look like a neighbour's, names that places share, rows without a source.",
        discussion: """
            EXAMPLE
              frontline gazetteer check --gazetteer places.tsv

            Exit code 65 where rows were skipped, name no source, or the checksums of an index are wrong. What may be \
            double is for people to judge; --strict takes it for a fault. Shared names are none.
            """)

    @Flag(help: "Exit with 65 for doubles and shared spots too.")
    var strict = false

    @Flag(help: "List everything, not only the first hundred of a kind.")
    var all = false

    @OptionGroup var places: GazetteerOption

    /// Of each kind, unless all are wanted.
    private static let shown = 100

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func run() throws {
        let result = try reportingFailures {
            try GazetteerReader.read(files: try GazetteerFinder.files(named: places.gazetteer))
        }
        let broken = result.gazetteer.names.brokenSections()
        if !broken.isEmpty {
            throw Failure(
                .inputRejected,
                "the checksums of \(broken.joined(separator: ", ")) are wrong: the index was changed after it was built; "
                    + "build it again with frontline gazetteer build")
        }
        let check = GazetteerCheck(result.gazetteer)
        var counts: [GazetteerCheck.Finding.Kind: Int] = [:]
        let skipped = result.problems.count { $0.effect == .skipped }
        var out: [UInt8] = []
        for problem in result.problems {
            out += json ? ProblemJSON.line(problem) : Output.shown(problem.description + "\n")
        }
        for finding in check.findings {
            counts[finding.kind, default: 0] += 1
            if json {
                out += ProblemJSON.line(finding)
            } else if all || counts[finding.kind]! <= Self.shown {
                out += Array("\(finding.kind.rawValue): \(printable(finding.sentence, limit: 600))\n".utf8)
            }
        }
        if !json {
            let summary = GazetteerCheck.Finding.Kind.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
            let hidden = all ? 0 : counts.values.reduce(0) { $0 + max(0, $1 - Self.shown) }
            if hidden > 0 { out += Array("… and \(hidden) more; --all lists them\n".utf8) }
            out += Array(
                "\(result.gazetteer.count) places, \(skipped) rows skipped; \(summary.joined(separator: ", "))\n".utf8)
        }
        try Output.data(out)
        let doubles = (counts[.duplicate] ?? 0) + (counts[.sameSpot] ?? 0)
        let faults = skipped + (counts[.noSource] ?? 0) + (strict ? doubles : 0)
        if faults > 0 { throw Failure(.inputRejected) }
    }
}
