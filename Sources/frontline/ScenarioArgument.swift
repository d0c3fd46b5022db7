import ArgumentParser
import Glibc
import Reports
import Rows
import Store

/// The scenario folder and how to read it.
struct ScenarioArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Folder with reports.csv or reports.ndjson, or a project.", valueName: "scenario"),
        completion: .file())
    var scenario: String

    @Option(
        help: ArgumentHelp("Gazetteer to use instead of the scenario's own or the usual one.", valueName: "path"),
        completion: .file())
    var gazetteer: String?

    @Flag(help: "Exit with 65 where a row was skipped or a place stayed open.")
    var strict = false

    @Flag(help: "Work out the cells of the places anew, and keep nothing for the next run.")
    var noCache = false

    func load() throws -> Scenario {
        if noCache { setenv("FRONTLINE_CACHE", "off", 1) }
        return try reportingFailures { try Self.read(folder, gazetteer: gazetteer) }
    }

    /// The scenario in a folder, or the one that a project holds.
    static func read(_ path: String, gazetteer: String?) throws -> Scenario {
        try Scenario.load(path, gazetteer: gazetteer, from: source(path))
    }

    private static func source(_ path: String) throws -> any FileSource {
        guard Project.isMeant(by: path) else { return Disk() }
        return try ProjectFiles(path)
    }

    /// The files that ``load()`` reads.
    func inputs() throws -> [(name: String, bytes: [UInt8])] {
        try reportingFailures { try Scenario.inputs(folder, gazetteer: gazetteer, from: Self.source(folder)) }
    }

    /// Loads, tells on standard error what was left out, and refuses it under `--strict`.
    func loadAndTell() throws -> Scenario {
        let scenario = try load()
        Notes.tell(scenario.problems)
        let skipped = scenario.problems.count { $0.effect == .skipped }
        let open = scenario.log.placements.count { $0.placeIndex == nil }
        if skipped + open > 0 {
            Output.tell(
                "\(scenario.log.reports.count) reports read, \(skipped) rows skipped, \(open) reports without a place "
                    + "(frontline reports check \(printable(folder)) lists them)")
            if strict { throw Failure(.inputRejected) }
        }
        return scenario
    }

    /// Refuses to write over what was read.
    func protect(_ output: String?) throws {
        guard let output, let target = AtomicFile.resolved(output) else { return }
        if Project.isMeant(by: folder), AtomicFile.resolved(folder) == target {
            throw Failure(.inputRejected, "\(output): is the project itself; choose another name for -o")
        }
        for name in Scenario.fileNames where AtomicFile.resolved(folder + "/" + name) == target {
            throw Failure(.inputRejected, "\(output): is a file of the scenario itself; choose another name for -o")
        }
    }

    private var folder: String {
        var folder = scenario
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }
}

/// A day or a time on the command line.
func parseMoment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
        throw ValidationError(
            "'\(printable(text))' is no time: expected a day such as 2015-12-02, or a time with its offset such as "
                + "2015-12-02T19:00+02:00")
    }
    return moment
}
