import ArgumentParser
import Formats
import Rows
import Store

struct ProjectCheckCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells whether a project is as it was written: every report by its hash, every layer by its digest.",
        discussion: """
            EXAMPLE
              frontline project check war.gpkg

            Exit code 65 where anything differs.
            """)

    @Argument(help: ArgumentHelp("The project.", valueName: "project.gpkg"), completion: .file(extensions: ["gpkg"]))
    var project: String

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func run() throws {
        let check = try reportingFailures { try ProjectCheck(Project(reading: project)) }
        let problems = check.problems.map { Problem(file: project, line: 0, effect: .doubtful, fact: $0) }
        if json {
            for problem in problems { try Output.data(ProjectFaultJSON.line(problem)) }
        } else {
            var table = TextTable([("", .left), ("rows", .right)])
            table.add("reports", "\(check.reports)")
            table.add("records of the log", "\(check.records)")
            table.add("pieces of files", "\(check.pieces)")
            for layer in check.layers { table.add("layer \(layer.name)", "\(layer.rows)") }
            let faults = problems.map { "\($0.file): \($0.fact.sentence)\n" }.joined()
            try Output.show(faults + table.text + (problems.isEmpty ? "as it was written\n" : ""))
        }
        if !problems.isEmpty { throw Failure(.inputRejected) }
    }
}

private enum ProjectFaultJSON {
    static func line(_ problem: Problem) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("file")
            json.string(problem.file)
            json.key("code")
            json.string(problem.fact.code)
            json.key("reason")
            json.string(problem.fact.sentence)
        }
        return json.bytes + [0x0A]
    }
}
