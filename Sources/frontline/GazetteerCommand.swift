import ArgumentParser
import Formats
import Places
import Rows

struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: "Looks at the gazetteer itself.",
        subcommands: [GazetteerCheckCommand.self, GazetteerInfoCommand.self])
}

struct GazetteerCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds duplicates, places on top of each other, names that places share, rows without a source.",
        discussion: """
            EXAMPLE
              frontline gazetteer check --gazetteer places.tsv

            Exit code 65 where rows were skipped or name no source. What may be double is for people to judge; --strict
            takes it for a fault. Shared names are none.
            """)

    @Flag(help: "One JSON object a line.")
    var json = false

    @Flag(help: "Exit with 65 for doubles and shared spots too.")
    var strict = false

    @OptionGroup var places: GazetteerOption

    func run() throws {
        let result = try reportingFailures {
            try GazetteerReader.read(files: try GazetteerFinder.files(named: places.gazetteer))
        }
        let check = GazetteerCheck(result.gazetteer)
        var counts: [GazetteerCheck.Finding.Kind: Int] = [:]
        for finding in check.findings { counts[finding.kind, default: 0] += 1 }
        let skipped = result.problems.count { $0.effect == .skipped }
        var out = ""
        if json {
            for problem in result.problems { out += String(decoding: ProblemJSON.line(problem), as: UTF8.self) }
            for finding in check.findings { out += String(decoding: ProblemJSON.line(finding), as: UTF8.self) }
        } else {
            for problem in result.problems { out += problem.description + "\n" }
            for finding in check.findings {
                out += "\(finding.kind.rawValue): \(printable(finding.sentence, limit: 600))\n"
            }
            let summary = GazetteerCheck.Finding.Kind.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
            out +=
                "\(result.gazetteer.places.count) places, \(skipped) rows skipped; \(summary.joined(separator: ", "))\n"
        }
        try Output.data(out)
        let doubles = (counts[.duplicate] ?? 0) + (counts[.sameSpot] ?? 0)
        let faults = skipped + (counts[.noSource] ?? 0) + (strict ? doubles : 0)
        if faults > 0 { throw Failure(.inputRejected) }
    }
}

struct GazetteerInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Tells which gazetteer is used, and how much is in it.",
        discussion: """
            EXAMPLE
              frontline gazetteer info
            """)

    @OptionGroup var places: GazetteerOption

    func run() throws {
        let files = try reportingFailures { try GazetteerFinder.files(named: places.gazetteer) }
        let gazetteer = try places.load()
        var kinds: [PlaceKind: Int] = [:]
        var languages: [String: Int] = [:]
        for place in gazetteer.places {
            kinds[place.kind, default: 0] += 1
            for name in place.names { languages[name.language ?? "(title)", default: 0] += 1 }
        }
        var table = TextTable([("", .left), ("count", .right)])
        table.add("places", "\(gazetteer.places.count)")
        for (kind, count) in kinds.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
            table.add("  \(kind.rawValue)", "\(count)")
        }
        table.add("names", "\(gazetteer.places.reduce(0) { $0 + $1.names.count })")
        for (language, count) in languages.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add("  \(language)", "\(count)")
        }
        try Output.data(files.joined(separator: "\n") + "\n" + table.text)
    }
}
