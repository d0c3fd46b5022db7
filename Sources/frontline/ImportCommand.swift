import ArgumentParser
import Reports
import Rows
import Store

struct ImportCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a project of a scenario's folder.",
        discussion: """
            EXAMPLES
              frontline import azaz-2015 -o azaz-2015.gpkg
              frontline snapshot azaz-2015.gpkg --at 2015-12-02

            Every byte of the scenario's files is kept: frontline export gives them back. The whole folder is taken in,
            or nothing. Rows that cannot be read are kept too, and told.
            """)

    @Argument(
        help: ArgumentHelp("Folder with reports.csv or reports.ndjson.", valueName: "scenario"), completion: .file())
    var scenario: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to make.", valueName: "project.gpkg"),
        completion: .file(extensions: ["gpkg"]))
    var output: String

    @Option(help: ArgumentHelp("Gazetteer to keep instead of the usual one.", valueName: "path"), completion: .file())
    var gazetteer: String?

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws { try ProjectName.check(output) }

    func run() throws {
        guard FileBytes.exists(scenario) else {
            throw Failure(InputError(file: scenario, fact: RowFact.notFound))
        }
        guard !Project.isMeant(by: scenario) else {
            throw Failure(
                .inputRejected,
                "\(printable(scenario)): is a project already; frontline export writes the folder that it holds")
        }
        let files = Scenario.fileNames.map { scenario + "/" + $0 }.filter(FileBytes.exists)
        guard files.contains(where: { $0.contains("/reports.") }) else {
            throw Failure(InputError(file: scenario, fact: ReportFact.noReports(folder: scenario)))
        }
        try ProjectName.make(output, of: files, gazetteer: gazetteer)
    }
}
