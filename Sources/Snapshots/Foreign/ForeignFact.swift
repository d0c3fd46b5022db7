import Rows

/// What makes a foreign map unusable.
package enum ForeignFact: Error, ProblemFact {
    case empty
    case notText(kind: String)
    case notJSON(reason: String, column: Int)
    case tooLarge(bytes: Int, limit: Int)
    case tooManyVertices(limit: Int)
    case tooManyProperties(limit: Int)
    case longName(bytes: Int, limit: Int)
    case noType
    case unknownType(seen: String)
    case topology
    case misplaced(seen: String, expected: String)
    case missing(member: String, of: String)
    case wrongMember(name: String, expected: String)
    case collectionsTooDeep(limit: Int)
    case textAfter
    case duplicateID(String)
    case badBox(reason: String)
    case projected(crs: String)
    case linkedCRS
    case outOfRange(longitude: Double, latitude: Double)
    case wrongNesting(type: String)
    case emptyRing
    case shortRing(count: Int)
    case noInside
    case noPolygon(points: Int, lines: Int)
    case noSuchProperty(name: String, nearest: String?, seen: [String])
    case difference
    case apart(other: String)
    case swapped(other: String)
    /// Which other map it cannot be laid over; nil where it cannot be used by itself.
    case tangled(reason: String, other: String?)
}
