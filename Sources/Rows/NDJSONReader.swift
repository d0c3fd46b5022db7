/// Reads newline-delimited JSON: one object a line, its members as cells.
package enum NDJSONReader {
    /// The rows of `bytes`. A leading RS (RFC 8142) and blank lines are passed over; lines that are no JSON object, not
    /// UTF-8 or over 1 MiB are skipped and stand in `problems`. Arrays of texts become one cell, joined by `|`.
    ///
    /// Throws `InputError` for a file that is empty or binary. Linear in the number of bytes.
    package static func read(_ bytes: [UInt8], file: String) throws(InputError) -> Rows {
        var rows: [Row] = []
        var problems: [Problem] = []
        var seen: Set<String> = []
        var names: [String] = []
        var number = 0
        let body = try Text.body(bytes, file: file)
        if body.first(where: { $0 > 0x20 && $0 != 0x1E }) == UInt8(ascii: "[") {
            throw InputError(file: file, line: 1, fact: RowFact.oneArray)
        }
        for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            func skip(_ fact: RowFact) {
                problems.append(Problem(file: file, line: number, effect: .skipped, fact: fact))
            }
            guard line.count <= Text.recordLimit else {
                skip(.recordTooLong(bytes: line.count, limit: Text.recordLimit))
                continue
            }
            let text = line.first == 0x1E ? line.dropFirst() : line
            guard text.contains(where: { $0 > 0x20 }) else { continue }
            do throws(JSONError) {
                guard case .object(let members) = try JSONParser.parse(text) else {
                    skip(.notAnObject)
                    continue
                }
                let keys = members.map { $0.key.lowercased() }
                for key in keys where seen.insert(key).inserted { names.append(key) }
                rows.append(Row(line: number, names: keys, cells: members.map { cell($0.value) }))
            } catch {
                skip(.invalidJSON(reason: error.reason, column: error.offset + 1))
            }
        }
        return Rows(file: file, names: names, rows: rows, problems: problems)
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(_, let text): text
        case .string(var text): text.withUTF8 { Text.trimmed($0) } ?? ""
        case .array(let values): values.map(cell).joined(separator: "|")
        case .object: String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        }
    }
}
