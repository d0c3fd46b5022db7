package import Rows

/// Reads the lines of a feed as they come, each an object of NDJSON.
package enum ReportLines {
    /// The rows of some lines, of which `count` stood before. No line spoils another one.
    package static func rows(_ lines: [ArraySlice<UInt8>], after count: Int) -> Rows {
        var rows: [Row] = []
        var problems: [Problem] = []
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            let number = count + index + 1
            do {
                let read = try RowsReader.rows(of: Array(line), file: "-.ndjson")
                rows += read.rows.map { Row(line: number, names: $0.names, cells: $0.cells) }
                problems += read.problems.map { Problem(file: "-", line: number, effect: $0.effect, fact: $0.fact) }
            } catch {
                problems.append(Problem(file: "-", line: number, effect: .skipped, fact: error.fact))
            }
        }
        return Rows(file: "-", names: rows.first?.names ?? [], rows: rows, problems: problems)
    }
}
