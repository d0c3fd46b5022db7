import Reports
package import Rows

extension SeriesIndex {
    /// What is known of a series that stands in a folder.
    package struct Kept: Sendable {
        package let inputs: String
        package var entries: [SeriesEntry]
        /// Every GeoJSON that the series wrote.
        package var files: Set<String>
    }

    /// Why an index is not gone on with.
    package enum Refusal: Error, Sendable {
        case isNone
        case isNewer(version: Double)
    }

    /// Reads an index with the rows of its tables; nil entries where a table is not the one that it names.
    package static func read(
        _ value: JSONValue, areas: [UInt8]?, changes: [UInt8]?
    ) throws(Refusal) -> Kept {
        guard value["format"]?.string == format, let written = value["version"]?.number else { throw .isNone }
        guard written <= Double(version) else { throw .isNewer(version: written) }
        guard let inputs = value["inputs"]?.string, case .array(let moments)? = value["moments"] else { throw .isNone }
        // Files of other names were not written by a series, whatever the index says.
        let files = Set(
            moments.compactMap { moment in
                moment["file"]?.string.flatMap { file in
                    moment["at"]?.string.flatMap { Moment($0) }.map(SeriesEntry.fileName) == file ? file : nil
                }
            })
        let names = moments.compactMap { $0["at"]?.string }
        func rows(_ file: String, _ bytes: [UInt8]?) -> [String: String]? {
            guard let bytes, value["tables"]?[file]?.string == SeriesEntry.checksum(of: bytes) else { return nil }
            return Self.rows(bytes, of: Set(names))
        }
        guard let areas = rows(areasFile, areas), let changes = rows(changesFile, changes) else {
            return Kept(inputs: inputs, entries: [], files: files)
        }
        let entries = moments.compactMap { moment -> SeriesEntry? in
            guard case .object(var members) = moment, let at = moment["at"]?.string else { return nil }
            members.append((key: "area_rows", value: .string(areas[at] ?? "")))
            members.append((key: "change_rows", value: .string(changes[at] ?? "")))
            return SeriesEntry(.object(members))
        }
        return Kept(inputs: inputs, entries: entries, files: files)
    }

    /// The rows of a table by the moment in their first cell. A line that begins with none goes on with the one before.
    private static func rows(_ bytes: [UInt8], of moments: Set<String>) -> [String: String] {
        var rows: [String: String] = [:]
        var current = ""
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().dropLast() {
            let first = String(decoding: line.prefix { $0 != 0x2C }, as: UTF8.self)
            if moments.contains(first) { current = first }
            rows[current, default: ""] += String(decoding: line, as: UTF8.self) + "\n"
        }
        return rows
    }
}
