import ArgumentParser
import Rows
import Store

struct ExportCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the scenario that a project holds into a folder, byte for byte as it was taken in.",
        discussion: """
            EXAMPLE
              frontline export azaz-2015.gpkg -o azaz-2015

            Reports that were added since stand in reports.ndjson.
            """)

    @Argument(help: ArgumentHelp("The project.", valueName: "project.gpkg"), completion: .file(extensions: ["gpkg"]))
    var project: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to make.", valueName: "folder"), completion: .directory)
    var output: String

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        var folder = output
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let names = try reportingFailures { try Project(reading: project).export(to: folder) }
        try Done("\(folder): \(names.map { printable($0) }.joined(separator: ", "))")
            .with("folder", folder).with("files", names).tell()
    }
}
