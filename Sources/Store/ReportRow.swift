import Reports

/// A row of the log: what the report says, for other programs, and the record as it came, which counts.
struct ReportRow {
    static let columns = [
        "fid", "file_fid", "line", "report_id", "published_at", "recorded_at", "valid_from", "valid_to", "place",
        "place_id", "claim", "actors", "source", "credibility", "supersedes", "url", "record", "content_hash",
    ]
    static let select = "SELECT \(columns.joined(separator: ", ")) FROM reports"
    static let insert =
        "INSERT INTO reports (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"

    let fid: Int
    let file: Int
    let line: Int
    /// Nil for a record that is no report: a blank line, one that was skipped, one that stands there already.
    let report: Report?
    let record: [UInt8]

    func write(_ insert: Statement) throws {
        var values: [Value] = [.integer(fid), .integer(file), .integer(line)]
        if let report {
            values += [
                .text(report.id), .text(report.publishedAt.start.dateTime), .text(report.recordedAt.start.dateTime),
                .text(report.validFrom.start.dateTime), Value(report.validTo?.end.dateTime), .text(report.place),
                Value(report.placeID), .text(report.claim.word), .text(report.claim.actors.joined(separator: "|")),
                .text(report.source), .integer(report.credibility.rawValue), Value(report.supersedes),
                Value(report.url),
            ]
        } else {
            values += [Value](repeating: .null, count: 13)
        }
        values.append(.blob(record))
        values.append(.blob(ContentHash.of(values)))
        insert.reset()
        for (index, value) in values.enumerated() { insert.bind(value, at: index + 1) }
        _ = try insert.step()
        insert.reset()
    }
}

extension Instant {
    /// As the GeoPackage standard writes a time: `2015-12-02T17:00:00.000Z`.
    var dateTime: String { timestamp.dropLast() + ".000Z" }

    /// The last millisecond before it: readers compare times as text and by `>`, and would count the next moment in.
    var lastBefore: String { Instant(seconds: seconds - 1).timestamp.dropLast() + ".999Z" }
}
