import Reports
import Rows

/// The records of a file of reports, some megabytes at a time, as rows of the log.
struct ReportBatches: ~Copyable {
    struct Batch {
        var rows = FieldBytes()
        /// How many of them are reports.
        var reports = 0
        var problems: [Problem] = []
        var newest = Instant(seconds: 0)
        /// How much of the file has been read with it, 0 to 1.
        var share = 0.0
    }

    private(set) var reader: ReportReader
    private var windows: RecordWindows
    private let path: String
    private let file: Int
    private var nextRow: Int
    private var isFirst = true
    /// Of a table.
    private var header: [String] = []

    /// The first row gets the number `firstRow`. Throws `InputError`.
    init(_ path: String, file: Int, firstRow: Int, reader: ReportReader) throws {
        windows = try RecordWindows(path)
        self.path = path
        self.file = file
        self.reader = reader
        nextRow = firstRow
    }

    /// What stands before the records; known after the first batch.
    var head: [UInt8] { windows.head }

    /// The next batch; nil after the last. Throws `InputError`.
    mutating func next() throws -> Batch? {
        guard let window = try windows.next() else { return nil }
        let rows: Rows
        if isFirst {
            rows = try RowsReader.rows(of: window.bytes, file: path)
            try ReportReader.refuse(rows)
            header = rows.names
            reader.expect(Int(Double(rows.rows.count) / max(window.share, 1e-6)))
        } else {
            rows = try furtherRows(of: window)
        }
        isFirst = false
        reader.take(rows)
        let (reports, problems) = reader.drain()
        var batch = Batch()
        (batch.reports, batch.problems, batch.share) = (reports.count, problems, window.share)
        // A report's fields take about as much as its record.
        batch.rows.reserve(
            rows: window.records.count, fieldsOfRow: ReportRow.columns.count, bytes: 2 * window.bytes.count)
        var next = 0
        for record in window.records {
            let isReport = next < reports.count && reports[next].line == record.line
            let row = ReportRow(
                fid: nextRow, file: file, line: record.line, record: window.bytes[record.range])
            nextRow += 1
            guard isReport else {
                row.putAlone(into: &batch.rows)
                continue
            }
            row.put(reports[next], into: &batch.rows)
            batch.newest = max(batch.newest, reports[next].recordedAt.start)
            next += 1
        }
        return batch
    }

    /// The rows of a window, read as the whole file would be.
    private func furtherRows(of window: RecordWindows.Window) throws -> Rows {
        if windows.headLines > 0 {
            return try DelimitedReader.read(
                part: window.bytes, of: path, dialect: path.hasSuffix(".tsv") ? .tsv : .csv, header: header,
                line: window.line)
        }
        // Before lines of JSON an empty object, since a piece that begins with "[" would be taken for one array.
        let part = try RowsReader.rows(of: Array("{}\n".utf8) + window.bytes, file: path)
        let shift = window.line - 2
        return Rows(
            file: path, names: part.names,
            rows: part.rows.compactMap { row in
                row.line > 1 ? Row(line: row.line + shift, names: row.names, cells: row.cells) : nil
            },
            problems: part.problems.map {
                Problem(file: $0.file, line: $0.line + shift, effect: $0.effect, fact: $0.fact)
            })
    }
}
