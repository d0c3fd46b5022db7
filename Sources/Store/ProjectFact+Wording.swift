import Rows

extension ProjectFact {
    package var code: String {
        switch self {
        case .notAProject: "not-a-project"
        case .notADatabase: "not-a-project"
        case .newerVersion: "newer-version"
        case .foreignObject: "foreign-object"
        case .changedTable: "changed-table"
        case .damaged: "damaged"
        case .changedRow: "changed-row"
        case .missingRows: "missing-rows"
        case .changedFile: "changed-file"
        case .changedLayer: "changed-layer"
        case .standsAlready: "stands-already"
        case .noScenarioFile: "no-scenario-file"
        case .twoOfOneName: "two-of-one-name"
        case .gazetteerIsNoTable: "no-table"
        case .busy: "busy"
        case .isAProject: "is-a-project"
        case .openElsewhere: "open-elsewhere"
        }
    }

    package var sentence: String {
        switch self {
        case .notAProject:
            "is a GeoPackage or another SQLite file, but no project; frontline import SCENARIO -o project.gpkg makes one"
        case .notADatabase:
            "is no project; frontline init and frontline import make one"
        case .newerVersion(let written, let known):
            "was written by a newer frontline: its version is \(written), and this one reads up to \(known); nothing was "
                + "changed"
        case .foreignObject(let kind, let name):
            "holds a \(printable(kind)) \"\(printable(name))\" that frontline did not make and that would run when the file "
                + "is read; remove it, or export with the frontline that you trust and import again"
        case .changedTable(let name):
            "its table \"\(printable(name))\" is not as frontline made it; restore a copy"
        case .damaged(let reason):
            "is damaged: \(printable(reason)); restore a copy"
        case .changedRow(let table, let row):
            "row \(row) of \(table) is not what was written: its hash differs; restore a copy"
        case .missingRows(let table, let after):
            "rows are missing from \(table) after row \(after); restore a copy"
        case .changedFile(let name):
            "the bytes of \(printable(name)) are not those that were written: their hash differs; restore a copy"
        case .changedLayer(let table):
            "the rows of \(table) are not those that were written; frontline project draw and import make them anew"
        case .standsAlready:
            "is there already; choose another name, or remove it first"
        case .noScenarioFile(let known):
            "is no file of a scenario; known are \(known.joined(separator: ", "))"
        case .twoOfOneName(let name):
            "a project has one \(printable(name)); two were named"
        case .gazetteerIsNoTable:
            "is a gazetteer, but no table; frontline gazetteer import makes a table of it"
        case .busy:
            "another program has been writing to it for a minute; try again"
        case .isAProject:
            "is a project, or a database that cannot be looked into, and is not written over; frontline project draw draws "
                + "into a project, else choose another name"
        case .openElsewhere:
            "is open in another program; close it there, or choose another name"
        }
    }
}
