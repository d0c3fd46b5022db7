import ArgumentParser
internal import CMalloc
import Rows

/// The root of the command. Each subcommand is a file of its own.
@main
struct Frontline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontline",
        abstract: "Maps who was reported to hold what, when, and by which reports.",
        discussion: """
            EXAMPLES
              frontline resolve Kafrah --near Aazaz
              frontline locate "10 km east of Aazaz"
              frontline describe Jarez
              frontline snapshot azaz-2015 --at 2015-12-02 -o snapshot.geojson
              frontline diff azaz-2015 --from 2015-12-01 --to 2015-12-02
              frontline series azaz-2015 --from 2015-12-01 --to 2015-12-07 -o week/
              frontline map azaz-2015 -o map/

            A scenario is a folder with reports.csv (or .ndjson) and, where there are any, actors.csv, sources.csv, \
            places.tsv, area.geojson and scenario.json; or a project, which holds all of that in one file. It describes what was reported, after the fact.

            Days are days in UTC. Points are LON,LAT: 37.16,36.57; west of Greenwich -3.7,40.4

            EXIT CODES
              0 done   1 diff --exit-code found changes   64 wrong usage   65 input rejected
              66 not found   69 another program is missing   70 a fault of ours   74 reading or writing failed
            """,
        version: "0.1.0",
        subcommands: [
            ResolveCommand.self, LocateCommand.self, DescribeCommand.self, ReportsCommand.self, ControlCommand.self,
            WhyCommand.self,
            SnapshotCommand.self,
            DiffCommand.self, SeriesCommand.self, MapCommand.self, AreasCommand.self,
            GazetteerCommand.self,
            InitCommand.self, ImportCommand.self, ExportCommand.self, ProjectCommand.self, LimitsCommand.self,
            ManualCommand.self,
        ])

    static func main() {
        keepFreedMemory()
        Output.ignoreClosedPipes()
        let arguments = Array(CommandLine.arguments.dropFirst())
        Output.isJSON = arguments.prefix { $0 != "--" }.contains("--json")
        do {
            try UsageError.checkHelp(arguments)
            var command = try parseAsRoot(PointArguments.readable(arguments))
            (command as? any FrontlineCommand)?.common.apply()
            if let value = Threads.unusable {
                throw ValidationError(
                    "FRONTLINE_THREADS=\(printable(value)): expected a whole number from 1 to 64; without it all cores work"
                )
            }
            try command.run()
        } catch let failure as Failure {
            failure.report()
        } catch {
            UsageError.report(error, arguments)
        }
    }
}
