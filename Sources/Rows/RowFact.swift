/// What can be wrong with the bytes of a file before anyone asks what they mean.
package enum RowFact: ProblemFact {
    case notFound
    case notAFile
    case notReadable(systemError: String)
    case tooLarge(bytes: Int, limit: Int)
    case empty
    case binary(byte: Int)
    case notUTF8(byte: Int)
    case noHeader(expected: [String])
    case wrongSeparator(seen: String)
    case oneArray
    case missingColumn(name: String, seen: [String])
    case duplicateColumn(name: String)
    case cellCount(seen: Int, expected: Int)
    case recordTooLong(bytes: Int, limit: Int)
    case unclosedQuote
    case textAfterQuote
    case invalidJSON(reason: String, column: Int)
    case notAnObject
    case unknownColumn(name: String, nearest: String?)
}
