/// One record of a CSV, TSV or NDJSON file: named cells and the line where the record starts.
package struct Row: Sendable {
    package let line: Int
    /// The names of the cells, shared by all rows of a CSV file.
    package let names: [String]
    package let cells: [String]

    package init(line: Int, names: [String], cells: [String]) {
        self.line = line
        self.names = names
        self.cells = cells
    }

    /// The cell under `name` without the space around it; nil where there is none or it is empty.
    /// Linear in the number of columns, which is faster than hashing for the dozen that files have.
    package subscript(name: String) -> String? {
        guard let index = names.firstIndex(of: name) else { return nil }
        let cell = cells[index]
        return cell.isEmpty ? nil : cell
    }
}

/// The rows of a file, with what was skipped on the way.
package struct Rows: Sendable {
    package let file: String
    package let names: [String]
    package let rows: [Row]
    package let problems: [Problem]

    package init(file: String, names: [String], rows: [Row], problems: [Problem]) {
        self.file = file
        self.names = names
        self.rows = rows
        self.problems = problems
    }
}
