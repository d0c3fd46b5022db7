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
    let record: ArraySlice<UInt8>

    /// The fields, their hash the last of them.
    func put(_ report: Report, into fields: inout FieldBytes) {
        begin(&fields)
        fields.text(report.id)
        fields.time(report.publishedAt.start)
        fields.time(report.recordedAt.start)
        fields.time(report.validFrom.start)
        if let validTo = report.validTo { fields.time(validTo.end) } else { fields.null() }
        fields.text(report.place)
        fields.text(report.placeID)
        fields.text(report.claim.word)
        let actors = report.claim.actors
        fields.text(actors.count == 1 ? actors[0] : actors.joined(separator: "|"))
        fields.text(report.source)
        fields.integer(report.credibility.rawValue)
        fields.text(report.supersedes)
        fields.text(report.url)
        end(&fields)
    }

    /// The same for a record that is no report: a blank line, one that was skipped, one that stands there already.
    func putAlone(into fields: inout FieldBytes) {
        begin(&fields)
        for _ in 0..<13 { fields.null() }
        end(&fields)
    }

    private func begin(_ fields: inout FieldBytes) {
        fields.integer(fid)
        fields.integer(file)
        fields.integer(line)
    }

    private func end(_ fields: inout FieldBytes) {
        fields.blob(record)
        fields.hash()
    }
}

extension Instant {
    /// As the GeoPackage standard writes a time: `2015-12-02T17:00:00.000Z`.
    var dateTime: String {
        var text = timestamp
        text.removeLast()
        return text + ".000Z"
    }

    /// The last millisecond before it: readers compare times as text and by `>`, and would count the next moment in.
    var lastBefore: String { Instant(seconds: seconds - 1).timestamp.dropLast() + ".999Z" }
}
