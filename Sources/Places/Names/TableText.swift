/// A tab-separated table as the rules are written: `#` lines are comments, the first other line names the columns.
struct TableText {
    /// One row: its fields and the line that it stands on, for error messages.
    struct Row {
        let line: Int
        let fields: [String]

        /// The field in a column; empty where the row is short.
        subscript(column: Int) -> String { column < fields.count ? fields[column] : "" }
    }

    let rows: [Row]

    init(_ bytes: [UInt8]) {
        var rows: [Row] = []
        var sawHeader = false
        var line = 0
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
            if !sawHeader {
                sawHeader = true
                continue
            }
            let fields = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            rows.append(Row(line: line, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
        }
        self.rows = rows
    }
}

/// What is wrong in a rule table, and where.
package struct RuleError: Error, CustomStringConvertible, Equatable {
    package let table: String
    package let line: Int
    package let reason: String

    package var description: String { "\(table):\(line): \(reason)" }
}
