package import Rows

/// Reads the sources file: `id,name,kind,reliability,leaning,echoes,url`.
package enum SourceReader {
    static let columns = ["id", "name", "kind", "reliability", "leaning", "echoes", "url", "note"]

    /// The sources, and what was skipped. `reliability` left empty means F, not to be judged.
    package static func read(
        _ path: String, from files: any FileSource = Disk()
    ) throws(InputError) -> (sources: SourceTable, problems: [Problem]) {
        let rows = try RowsReader.read(path, from: files)
        let idColumn = rows.names.contains("source_id") ? "source_id" : "id"
        try RowsReader.require(idColumn, in: rows)
        var problems = rows.problems + RowsReader.unknownColumns(rows, known: columns + ["source_id"])
        var sources: [Source] = []
        var lines: [String: Int] = [:]
        for row in rows.rows {
            func skip(_ fact: ReportFact) {
                problems.append(Problem(file: path, line: row.line, effect: .skipped, fact: fact))
            }
            guard let id = row[idColumn] else {
                skip(.missing(column: idColumn))
                continue
            }
            if let first = lines[id] {
                skip(.takenID(of: "source", id: id, firstLine: first))
                continue
            }
            let grade = row["reliability"] ?? "F"
            guard let reliability = Reliability(rawValue: grade.uppercased()) else {
                skip(
                    .unknownWord(
                        column: "reliability", value: grade, expected: ["A", "B", "C", "D", "E", "F"], nearest: nil))
                continue
            }
            lines[id] = row.line
            sources.append(
                Source(
                    id: id, name: row["name"] ?? id, kind: row["kind"] ?? "", reliability: reliability,
                    leaning: row["leaning"], echoes: (row["echoes"] ?? "").split(separator: "|").map(String.init)))
        }
        return (SourceTable(sources), problems)
    }
}
