/// The features of our GeoJSON without the collection around them, one after the other.
enum GeoJSONSequence {
    /// What stands between two features.
    enum Framing: Sendable {
        /// A record separator before and a line feed after each: a GeoJSON text sequence (RFC 8142).
        case recordSeparators
        /// A line feed after each: newline-delimited GeoJSON.
        case lines
    }

    /// Each feature as it stands in the collection, but for JSON-FG's `time`, whose moment stands among the properties too:
    /// from version 3.8 on GDAL takes a line with such a member for a whole file of JSON-FG, and reads no other. What the
    /// collection says in its head is left out.
    ///
    /// - Parameter collection: what one of our writers wrote: a feature a line.
    /// - Throws: `WrittenMapError` where a line is no feature, which is a fault of ours.
    static func bytes(of collection: [UInt8], _ framing: Framing) throws(WrittenMapError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(collection.count)
        let lines = collection.split(separator: 0x0A)
        for line in lines.dropFirst().dropLast() {
            guard line.starts(with: start) else {
                throw WrittenMapError(offset: line.startIndex, reason: "a line that is no feature")
            }
            if framing == .recordSeparators { out.append(0x1E) }
            append(line.last == UInt8(ascii: ",") ? line.dropLast() : line, to: &out)
            out.append(0x0A)
        }
        return out
    }

    private static let start = Array(#"{"type":"Feature","#.utf8)
    private static let geometry = Array(#""geometry":"#.utf8)
    private static let time = Array(#""time":{"#.utf8)

    /// The member stands before the geometry, and holds no other object. Within a text no quotation mark follows a comma
    /// without a backslash between them.
    private static func append(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        var at = line.startIndex
        while let comma = line[at...].firstIndex(of: UInt8(ascii: ",")), !line[(comma + 1)...].starts(with: geometry) {
            at = comma + 1
            if line[at...].starts(with: time), let end = line[at...].firstIndex(of: UInt8(ascii: "}")) {
                out += line[..<at]
                out += line[(end + 2)...]
                return
            }
        }
        out += line
    }
}
