/// A file of rows cut into its head and its records, so that the pieces in their order are the file again.
package struct RecordRanges: Sendable {
    package struct Record: Sendable {
        /// Where it starts.
        package let line: Int
        /// Its bytes, the end of its line with them.
        package let range: Range<Int>
    }

    /// The byte order mark and, of a table, the line with the columns' names.
    package let head: Range<Int>
    package let records: [Record]

    /// Cuts where the readers of `.ndjson`, `.jsonl`, `.tsv` and CSV cut. Throws `InputError`: empty or binary.
    package init(_ bytes: [UInt8], file: String) throws(InputError) {
        let body = try Text.body(bytes, file: file)
        if file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") {
            head = 0..<body.startIndex
            records = Self.lines(bytes, from: body.startIndex)
            return
        }
        var scanner = RecordScanner(bytes: body, quoted: !file.hasSuffix(".tsv"))
        var found: [Record] = []
        var start = body.startIndex
        var end = start
        while let record = scanner.next() {
            // The first one is the head.
            if start > body.startIndex { found.append(Record(line: record.line, range: start..<scanner.position)) }
            start = scanner.position
            if end == body.startIndex { end = start }
        }
        head = 0..<end
        records = found
    }

    private static func lines(_ bytes: [UInt8], from start: Int) -> [Record] {
        var records: [Record] = []
        var start = start
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            records.append(Record(line: records.count + 1, range: start..<end))
            start = end
        }
        return records
    }
}
