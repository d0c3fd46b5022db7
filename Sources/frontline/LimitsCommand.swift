import ArgumentParser
import Formats
import Geometry
import Places
import Rows
import Snapshots

struct LimitsCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits",
        abstract: "Lists how large, deep and long what is read may be.",
        discussion: """
            EXAMPLES
              frontline limits
              frontline limits --json | jq .

            What is beyond a limit is refused or skipped with a reason that names it; nothing is cut off in silence.
            """)

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func run() throws {
        if json { return try Output.data(Limit.all.flatMap(\.json)) }
        var table = TextTable([("of", .left), ("limit", .right), ("", .left), ("beyond it", .left)])
        for limit in Limit.all { table.add(limit.subject, "\(limit.value)", limit.unit, limit.beyond) }
        try Output.show(table.text)
    }
}
