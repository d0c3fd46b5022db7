import Reports
import Rows

extension ProjectMaking {
    /// Takes in a file of reports: each record as it stands, and what it was read as. Some megabytes at a time, so that a
    /// long log takes little more memory than a short one.
    mutating func takeReports(of path: String, as name: String, into reader: inout ReportReader) throws {
        var windows = try RecordWindows(path)
        let file = try HeldFile.add(name, .scenario, to: connection)
        let insert = try connection.statement(ReportRow.insert)
        var next = (try connection.firstRow("SELECT max(fid) FROM reports") { $0.integer(0) } ?? 0) + 1
        var isFirst = true
        var fields = FieldBytes()
        while let window = try windows.next() {
            let rows: Rows
            if isFirst {
                try keepPiece(windows.head[...], of: file)
                rows = try RowsReader.rows(of: window.bytes, file: path)
                try ReportReader.refuse(rows)
            } else {
                rows = try Self.rows(of: window, head: windows.head, headLines: windows.headLines, file: path)
            }
            isFirst = false
            reader.take(rows)
            let (reports, problems) = reader.drain()
            note(problems, reports.count)
            var left = reports.makeIterator()
            var report = left.next()
            fields.removeAll()
            for record in window.records {
                let isItsOwn = report?.line == record.line
                try ReportRow(
                    fid: next, file: file, line: record.line, report: isItsOwn ? report : nil,
                    record: window.bytes[record.range]
                ).put(into: &fields)
                next += 1
                guard isItsOwn, let taken = report else { continue }
                newest = max(newest, taken.recordedAt.start)
                report = left.next()
            }
            try fields.insert(by: insert)
            progress?("\(name)  \(Int(window.share * 100)) %  \(summary.reports) reports")
        }
    }

    private mutating func note(_ problems: [Problem], _ reports: Int) {
        let skipped = problems.filter { $0.effect == .skipped }
        summary.reports += reports
        summary.skipped += skipped.count
        // A few are told; frontline reports check has them all.
        if summary.problems.count < 1000 { summary.problems += skipped.prefix(1000) }
    }

    /// The rows of a window, read as the whole file would be.
    private static func rows(
        of window: RecordWindows.Window, head: [UInt8], headLines: Int, file: String
    ) throws -> Rows {
        let isTable = headLines > 0
        // Before lines of JSON an empty object, since a piece that begins with "[" would be taken for one array.
        let part = try RowsReader.rows(of: (isTable ? head : Array("{}\n".utf8)) + window.bytes, file: file)
        let before = isTable ? headLines : 1
        let shift = window.line - 1 - before
        return Rows(
            file: file, names: part.names,
            rows: part.rows.compactMap { row in
                row.line > before ? Row(line: row.line + shift, names: row.names, cells: row.cells) : nil
            },
            problems: part.problems.map {
                Problem(file: $0.file, line: $0.line + shift, effect: $0.effect, fact: $0.fact)
            })
    }
}
