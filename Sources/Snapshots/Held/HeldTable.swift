package import Geometry
package import Reports
package import Rows

/// Places with who holds them, out of a table: no reports, no gazetteer.
package struct HeldTable: Sendable {
    package let file: String
    /// Names of holders as written, sorted.
    package let actors: [String]
    package let coordinates: [Coordinate]
    /// For each place the index of its holder; `actors.count` where it is unknown.
    package let holders: [Int32]
    /// The line of each place in the file.
    package let lines: [Int32]
    /// For each place its id and the columns that mean nothing here, as members of a JSON object; empty where they were
    /// not asked for.
    package let members: [[UInt8]]
    /// What was skipped, in the order of lines.
    package let problems: [Problem]
    package let rowsRead: Int
    /// Rows that did not count at the moment asked about: too early, too late, or followed by a later row of their place.
    package let outOfDate: Int
    /// False where the table has no column of dates: then every row counts, at any moment.
    package let hasDates: Bool
    /// Rows of a table without dates whose id an earlier row has.
    package let repeatedIDs: Repeats

    package struct Repeats: Sendable {
        package var count = 0
        /// Of the first of them.
        package var firstLine = 0
    }

    /// How to read a table.
    package struct Options: Sendable {
        /// The column of the holders; nil for the usual names.
        package var actorColumn: String?
        /// Only what is valid then; nil for the latest row of each place.
        package var at: Moment?
        package var keepsMembers: Bool

        package init(actorColumn: String? = nil, at: Moment? = nil, keepsMembers: Bool = false) {
            self.actorColumn = actorColumn
            self.at = at
            self.keepsMembers = keepsMembers
        }
    }

    /// Reads `id,lon,lat,actor` in CSV, TSV or NDJSON, columns in any order and under their usual names.
    ///
    /// An empty holder, or `unknown`, is unknown. Rows with a bad number or time are skipped. A table with dates counts
    /// the latest row of each id that does not begin after the moment, if it has not ended by then; without ids, a place
    /// is its spot.
    ///
    /// - Throws: `InputError` where the table as a whole cannot be used: not readable, no column, no row.
    /// - Complexity: O(bytes).
    package static func read(_ path: String, _ options: Options) throws(InputError) -> HeldTable {
        let bytes = try FileBytes.read(path)
        switch format(of: path, bytes) {
        case .ndjson: return try HeldReader.read(NDJSONReader.read(bytes, file: path), options)
        case .csv: return try HeldReader.read(CellScanner(bytes, file: path, dialect: .csv), file: path, options)
        case .tsv: return try HeldReader.read(CellScanner(bytes, file: path, dialect: .tsv), file: path, options)
        }
    }

    private enum Format { case csv, tsv, ndjson }

    /// By the ending of the name; of a pipe, and of a name that tells nothing, by the first line.
    private static func format(of path: String, _ bytes: [UInt8]) -> Format {
        if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { return .ndjson }
        if path.hasSuffix(".tsv") { return .tsv }
        if path.hasSuffix(".csv") { return .csv }
        let first = bytes.prefix { $0 != 0x0A }
        if first.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return .ndjson }
        return first.contains(0x09) && !first.contains(0x2C) ? .tsv : .csv
    }
}
