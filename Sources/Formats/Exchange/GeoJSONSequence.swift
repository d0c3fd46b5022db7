/// The features of our GeoJSON without the collection around them, one after the other.
package enum GeoJSONSequence {
    /// What stands between two features.
    package enum Framing: Sendable {
        /// A record separator before and a line feed after each: a GeoJSON text sequence (RFC 8142).
        case recordSeparators
        /// A line feed after each: newline-delimited GeoJSON.
        case lines
    }

    /// Each feature as it stands in the collection, byte for byte; what the collection says in its head is left out.
    ///
    /// - Parameter collection: what one of our writers wrote: a feature a line.
    /// - Throws: `WrittenMapError` where a line is no feature, which is a fault of ours.
    package static func bytes(of collection: [UInt8], _ framing: Framing) throws(WrittenMapError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(collection.count)
        let lines = collection.split(separator: 0x0A)
        for line in lines.dropFirst().dropLast() {
            guard line.starts(with: start) else {
                throw WrittenMapError(offset: line.startIndex, reason: "a line that is no feature")
            }
            if framing == .recordSeparators { out.append(0x1E) }
            out += line.last == UInt8(ascii: ",") ? line.dropLast() : line
            out.append(0x0A)
        }
        return out
    }

    private static let start = Array(#"{"type":"Feature","#.utf8)
}
