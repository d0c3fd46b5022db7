/// Reads a file that holds one JSON value.
package enum JSONFile {
    /// A larger file is refused: 32 MiB, which its values take in memory ten times over.
    package static let limit = 32 << 20

    /// The value. Throws `InputError` with the line and column where the file is no JSON.
    package static func read(_ path: String, from files: any FileSource = Disk()) throws(InputError) -> JSONValue {
        let bytes = try files.read(path, limit: limit)
        do throws(JSONError) {
            return try JSONParser.parse(bytes[...])
        } catch {
            let before = bytes[..<min(error.offset, bytes.count)]
            let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
            throw InputError(
                file: path, line: 1 + before.count { $0 == 0x0A },
                fact: RowFact.invalidJSON(reason: error.reason, column: column))
        }
    }
}
