import Rows

/// What can be wrong with a project file.
package enum ProjectFact: ProblemFact {
    case notAProject
    case notADatabase
    case newerVersion(written: Int, known: Int)
    case foreignObject(kind: String, name: String)
    case changedTable(name: String)
    case damaged(reason: String)
    case changedRow(table: String, row: Int)
    case missingRows(table: String, after: Int)
    case changedFile(name: String)
    case changedLayer(table: String)
    case standsAlready
    case noScenarioFile(known: [String])
    case twoOfOneName(name: String)
    case gazetteerIsNoTable
    case busy
    case isAProject
    case openElsewhere
}
