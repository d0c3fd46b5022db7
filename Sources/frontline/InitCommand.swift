import ArgumentParser
import Rows
import Store

struct InitCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a scenario to begin with, or a project: one file that takes reports and holds their map.",
        discussion: """
            EXAMPLES
              frontline init war
              frontline snapshot war --at 2024-05-04
              frontline init war.gpkg
              frontline init war.gpkg actors.csv sources.csv area.geojson
              frontline reports add war.gpkg new.ndjson

            A name that ends in .gpkg makes a project, which QGIS, GDAL and sqlite3 open and every command takes in place of
            a scenario's folder; frontline import makes one of a folder. Any other name makes a folder with a small, invented
            scenario that runs as it is, and a README that says what stands where. Nothing is ever overwritten.
            """)

    @Argument(
        help: ArgumentHelp("The folder or the file to make.", valueName: "folder or project.gpkg"), completion: .file())
    var name: String

    @Argument(
        help: ArgumentHelp("Files of a scenario to begin a project with.", valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp("Gazetteer to keep in the project instead of the usual one.", valueName: "path"),
        completion: .file())
    var gazetteer: String?

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var isProject: Bool { name.hasSuffix(".gpkg") }

    func validate() throws {
        guard !name.isEmpty, name != "-" else {
            throw ValidationError("'\(name)' names no folder and no file; name the one to make")
        }
        guard !isProject, !files.isEmpty || gazetteer != nil else { return }
        throw ValidationError(
            "\(printable(name)): a project's name ends in .gpkg, such as war.gpkg; files and --gazetteer are for a project"
        )
    }

    func run() throws {
        if isProject { return try ProjectName.make(name, of: files, gazetteer: gazetteer) }
        var folder = name
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if FileBytes.exists(folder), Folder.names(in: folder)?.isEmpty != true {
            throw Failure(
                .inputRejected,
                "\(printable(folder)): is there already, and not as an empty folder; nothing was written")
        }
        try reportingFailures {
            let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count > 1 { try Folder.make(parts.dropLast().joined(separator: "/")) }
            let files = StarterScenario.files(title: parts.last.map(String.init) ?? folder)
            try NewFolder.make(folder, of: files.map(\.name)) { name in
                Array(files.first { $0.name == name }?.text.utf8 ?? "".utf8)
            }
        }
        let sentence =
            "\(printable(folder)): a scenario to begin with; \(printable(folder))/README.md says what stands where"
        try Done(sentence).with("folder", folder).tell()
        guard !common.json else { return }
        Output.tell("try: frontline snapshot \(printable(folder)) --at 2024-05-04")
    }
}
