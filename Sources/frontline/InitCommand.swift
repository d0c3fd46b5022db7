import ArgumentParser
import Rows
import Store

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a project: one file that takes reports and holds their map.",
        discussion: """
            EXAMPLES
              frontline init war.gpkg
              frontline init war.gpkg actors.csv sources.csv area.geojson
              frontline reports add war.gpkg new.ndjson

            The file is a GeoPackage: QGIS, GDAL and sqlite3 open it. Every command takes it in place of a scenario's
            folder. frontline import makes one of a folder.
            """)

    @Argument(help: ArgumentHelp("The file to make.", valueName: "project.gpkg"))
    var project: String

    @Argument(help: ArgumentHelp("Files of a scenario to begin with.", valueName: "file"))
    var files: [String] = []

    @Option(help: ArgumentHelp("Gazetteer to keep instead of the usual one.", valueName: "path"))
    var gazetteer: String?

    func validate() throws { try ProjectName.check(project) }

    func run() throws { try ProjectName.make(project, of: files, gazetteer: gazetteer, quiet: false) }
}
