/// Reads CSV (RFC 4180) and TSV with a header line, columns in any order.
package enum DelimitedReader {
    package enum Dialect: Sendable {
        /// Commas, quoted cells may hold commas and line ends.
        case csv
        /// Tabs, no quoting: a tab or a line end cannot stand in a cell.
        case tsv
    }

    /// A longer record, in bytes, is skipped.
    package static let recordLimit = 1 << 20

    /// The rows of `bytes`. Records that cannot be read (not UTF-8, wrong number of cells, over 1 MiB, a quote that
    /// is never closed) are skipped and stand in `problems`.
    ///
    /// Throws `InputError` where the file as a whole is unusable: empty, binary, no header, two columns of one name.
    /// Linear in the number of bytes.
    package static func read(_ bytes: [UInt8], file: String, dialect: Dialect) throws(InputError) -> Rows {
        try read(try Text.body(bytes, file: file), file: file, dialect: dialect, header: nil, line: 1)
    }

    /// The rows of a part of a file that has no header of its own and begins on the given line.
    package static func read(
        part bytes: [UInt8], of file: String, dialect: Dialect, header: [String], line: Int
    ) throws(InputError) -> Rows {
        try read(bytes[...], file: file, dialect: dialect, header: header, line: line)
    }

    private static func read(
        _ bytes: ArraySlice<UInt8>, file: String, dialect: Dialect, header: [String]?, line: Int
    ) throws(InputError) -> Rows {
        var scanner = RecordScanner(bytes: bytes, quoted: dialect == .csv, line: line)
        var names = header
        var rows: [Row] = []
        var problems: [Problem] = []
        while let record = scanner.next() {
            func skip(_ fact: RowFact) {
                problems.append(Problem(file: file, line: record.line, effect: .skipped, fact: fact))
            }
            if let fact = record.fact {
                if names == nil { throw InputError(file: file, line: record.line, fact: fact) }
                skip(fact)
                continue
            }
            let cells = record.content.withUnsafeBufferPointer { content -> [String]? in
                var cells: [String] = []
                cells.reserveCapacity(record.cellCount)
                for cell in 0..<record.cellCount {
                    guard let text = Text.trimmed(UnsafeBufferPointer(rebasing: content[record.range(cell)])) else {
                        return nil
                    }
                    cells.append(text)
                }
                return cells
            }
            guard let cells else {
                let fact = RowFact.notUTF8(byte: record.firstInvalidByte)
                if names == nil { throw InputError(file: file, line: record.line, fact: fact) }
                skip(fact)
                continue
            }
            if names == nil, cells.count == 1, let fact = RowFact.wrongSeparator(inOnlyCell: cells[0]) {
                throw InputError(file: file, line: record.line, fact: fact)
            }
            guard let header = names else {
                names = try checkedHeader(cells, file: file, line: record.line)
                continue
            }
            if cells.count == 1 && cells[0].isEmpty { continue }
            guard cells.count == header.count else {
                skip(.cellCount(seen: cells.count, expected: header.count))
                continue
            }
            rows.append(Row(line: record.line, names: header, cells: cells))
        }
        return Rows(file: file, names: names ?? [], rows: rows, problems: problems)
    }

    private static func checkedHeader(_ cells: [String], file: String, line: Int) throws(InputError) -> [String] {
        let header = cells.map { $0.lowercased() }
        var seen: Set<String> = []
        for name in header where !seen.insert(name).inserted {
            throw InputError(file: file, line: line, fact: RowFact.duplicateColumn(name: name))
        }
        return header
    }
}
