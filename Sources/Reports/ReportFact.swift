import Rows

/// What can be wrong with a row of reports, actors or sources.
package enum ReportFact: Error, ProblemFact {
    case missing(column: String)
    case longName(column: String, bytes: Int)
    case badTime(column: String, value: String)
    case timesReversed(from: String, to: String)
    case unknownWord(column: String, value: String, expected: [String], nearest: String?)
    case unknownActor(column: String, value: String, nearest: String?)
    case unknownSource(value: String, nearest: String?)
    case repeated(id: String, firstLine: Int)
    case conflictingID(id: String, firstLine: Int)
    case takenID(of: String, id: String, firstLine: Int)
    case unknownPlaceID(value: String)
    case publishedBeforeItHappened(published: String, valid: String)
    case badColour(value: String)
    case supersedesUnknown(id: String)
    case placeNotFound(place: String, suggestions: [String])
    case placeAmbiguous(place: String, candidates: [String])
    case placeOutsideArea(place: String)
    case sidesOverlap(id: String, otherLine: Int)
    case sideEndsBeforeItBegins(from: String, to: String)
    case badScenario(reason: String)
    case noReports(folder: String)
}
