/// Cells that no spreadsheet takes for a formula: the one rule of every CSV that we write.
package enum CSVCell {
    /// The text as a cell (RFC 4180). What a spreadsheet would evaluate, a cell that begins with `=`, `+`, `-`, `@`, one
    /// of their full-width forms, a tab or a line end, also after spaces, gets an apostrophe before it (OWASP, "CSV
    /// Injection"). A plain number stays a number: `-12.5`, but not `-inf` or `+0x1F`.
    package static func quoted(_ text: String) -> String {
        var cell = text
        if isFormula(text) { cell = "'" + cell }
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// One row with its line end.
    package static func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\n" }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return starts.contains(first) && !isNumber(text)
    }

    private static let starts = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

    /// A sign, digits, perhaps a point and more digits.
    private static func isNumber(_ text: String) -> Bool {
        let digits =
            text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+")
            ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    }
}
