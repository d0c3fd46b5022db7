package import Rows

/// Reads a table by the ending of its name: `.ndjson`, `.jsonl`, `.tsv`, else CSV.
package enum RowsReader {
    package static func read(_ path: String, from files: any FileSource = Disk()) throws(InputError) -> Rows {
        try rows(of: try files.read(path), file: path)
    }

    /// The same of bytes that are at hand.
    package static func rows(of bytes: [UInt8], file path: String) throws(InputError) -> Rows {
        if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { return try NDJSONReader.read(bytes, file: path) }
        return try DelimitedReader.read(bytes, file: path, dialect: path.hasSuffix(".tsv") ? .tsv : .csv)
    }

    /// A note for each column that is not in `known`, with the one that was perhaps meant.
    static func unknownColumns(_ rows: Rows, known: [String]) -> [Problem] {
        // A table names its columns once, in its first line; of objects the first that has the member is told.
        let isTable = !rows.file.hasSuffix(".ndjson") && !rows.file.hasSuffix(".jsonl")
        return rows.names.filter { !known.contains($0) }.map { name in
            let line = isTable ? 1 : rows.rows.first { $0.names.contains(name) }?.line ?? 1
            let fact = RowFact.unknownColumn(name: name, nearest: EditDistance.nearest(to: name, among: known))
            return Problem(file: rows.file, line: line, effect: .doubtful, fact: fact)
        }
    }

    /// The column, or a `RowFact.missingColumn` that names what was seen.
    static func require(_ column: String, in rows: Rows) throws(InputError) {
        guard rows.names.contains(column) else {
            throw InputError(file: rows.file, line: 1, fact: RowFact.missingColumn(name: column, seen: rows.names))
        }
    }
}
