extension RowFact {
    /// That a header of one cell is divided by something else than was looked for; nil where nothing is seen of that.
    package static func wrongSeparator(inOnlyCell cell: String) -> RowFact? {
        let separators: [(Character, String)] = [(";", "semicolons"), ("\t", "tabs"), (",", "commas")]
        return separators.first { cell.contains($0.0) }.map { .wrongSeparator(seen: $0.1) }
    }
}
