import Reports
import Rows

extension ProjectMaking {
    /// Takes in a file of reports: each record as it stands, and what it was read as. Some megabytes at a time, so that a
    /// long log takes little more memory than a short one; while one part is written the next is read.
    mutating func takeReports(of path: String, as name: String, into reader: inout ReportReader) throws {
        let file = try HeldFile.add(name, .scenario, to: connection)
        let insert = try connection.statement(ReportRow.insert)
        let next = (try connection.firstRow("SELECT max(fid) FROM reports") { $0.integer(0) } ?? 0) + 1
        var batches = try ReportBatches(path, file: file, firstRow: next, reader: reader)
        var first = try batches.next()
        try keepPiece(batches.head[...], of: file)
        try Threads.handOver {
            defer { first = nil }
            return try first ?? batches.next()
        } to: { batch in
            try batch.rows.insert(by: insert)
            note(batch.problems, batch.reports)
            newest = max(newest, batch.newest)
            progress?("\(name)  \(Int(batch.share * 100)) %  \(summary.reports) reports")
        }
        reader = batches.reader
    }

    private mutating func note(_ problems: [Problem], _ reports: Int) {
        let skipped = problems.filter { $0.effect == .skipped }
        summary.reports += reports
        summary.skipped += skipped.count
        // A few are told; frontline reports check has them all.
        let kept = skipped.prefix(max(0, 1000 - summary.problems.count))
        summary.problems += kept
        summary.untold += skipped.count - kept.count
    }
}
