import Rows

/// What can be wrong with a row of a gazetteer.
package enum GazetteerFact: ProblemFact {
    case noID
    case noName(id: String)
    case duplicateID(id: String, firstLine: Int)
    case badCoordinate(column: String, value: String)
    case exchangedCoordinates(name: String, kilometresAway: Int)
    case badNumber(column: String, value: String)
    case unknownKind(value: String, nearest: String?)
    case badShape(value: String)
    case noPlaces
    case gazetteerNotFound(tried: [String])
    /// A row with another number of cells than its format has.
    case cellCount(seen: Int, expected: Int)
    /// A name of a place that is not listed.
    case nameOfNoPlace(id: String)
    /// The format of a file cannot be told from its first lines.
    case unknownFormat(known: [String])
    case badFeature(reason: String)
}
