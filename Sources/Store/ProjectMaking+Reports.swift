import Reports
import Rows

extension ProjectMaking {
    /// So many records are read at a time, so that a long log takes no more memory than a short one.
    private static let recordsAtATime = 20_000

    /// Takes in a file of reports: each record as it stands, and what it was read as.
    mutating func takeReports(of path: String, as name: String, into reader: inout ReportReader) throws {
        let bytes = try FileBytes.read(path)
        let cut = try RecordRanges(bytes, file: path)
        let file = try HeldFile.add(name, .scenario, to: connection)
        try keepPiece(bytes[cut.head], of: file)
        let insert = try connection.statement(ReportRow.insert)
        var next = (try connection.firstRow("SELECT max(fid) FROM reports") { $0.integer(0) } ?? 0) + 1
        var start = 0
        repeat {
            let records = cut.records[start..<min(start + Self.recordsAtATime, cut.records.count)]
            let rows = try Self.rows(of: records, in: bytes, cut, file: path)
            if start == 0 { try ReportReader.refuse(rows) }
            reader.take(rows)
            let (reports, problems) = reader.drain()
            summary.reports += reports.count
            let skipped = problems.filter { $0.effect == .skipped }
            summary.skipped += skipped.count
            if summary.problems.count < 1000 { summary.problems += skipped.prefix(1000) }
            var reportOfLine = reports.makeIterator()
            var report = reportOfLine.next()
            for record in records {
                // A record may begin with blank lines, which its report does not count to itself.
                let isOf = report?.line == record.line
                try ReportRow(
                    fid: next, file: file, line: record.line, report: isOf ? report : nil,
                    record: Array(bytes[record.range])
                ).write(insert)
                if isOf, let taken = report {
                    newest = max(newest, taken.recordedAt.start.dateTime)
                    report = reportOfLine.next()
                }
                next += 1
            }
            start += records.count
            progress?("\(name)  \(start) of \(cut.records.count) records")
        } while start < cut.records.count
    }

    /// Some records of a file, read as the whole file would be.
    private static func rows(
        of records: ArraySlice<RecordRanges.Record>, in bytes: [UInt8], _ cut: RecordRanges, file: String
    ) throws -> Rows {
        guard let first = records.first, let last = records.last else {
            return try RowsReader.rows(of: Array(bytes[cut.head]), file: file)
        }
        if records.startIndex == 0 {
            return try RowsReader.rows(of: Array(bytes[..<last.range.upperBound]), file: file)
        }
        let isTable = !file.hasSuffix(".ndjson") && !file.hasSuffix(".jsonl")
        // An object first, since a piece that begins with "[" would be taken for one array.
        let head = isTable ? Array(bytes[cut.head]) : Array("{}\n".utf8)
        let headLines = isTable ? cut.records[0].line - 1 : 1
        let part = try RowsReader.rows(of: head + bytes[first.range.lowerBound..<last.range.upperBound], file: file)
        let shift = first.line - 1 - headLines
        return Rows(
            file: file, names: part.names,
            rows: part.rows.compactMap { row in
                row.line > headLines ? Row(line: row.line + shift, names: row.names, cells: row.cells) : nil
            },
            problems: part.problems.map {
                Problem(file: $0.file, line: $0.line + shift, effect: $0.effect, fact: $0.fact)
            })
    }
}
