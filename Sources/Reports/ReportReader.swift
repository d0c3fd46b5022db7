package import Rows

/// Reads reports out of CSV or NDJSON rows.
package struct ReportReader {
    static let columns = ReportColumns.Name.allCases.map(\.rawValue)
    /// Other names that people give the columns.
    static let aliases = ["report_id": "id", "date": "valid_from", "text": "evidence"]

    private let actors: ActorTable
    private let sources: SourceTable
    package private(set) var reports: [Report] = []
    package private(set) var problems: [Problem] = []
    /// By id. Contents as hashes: to keep a million of them as text would take as much room as the reports.
    private var firstRow: [String: (line: Int, content: UInt64)] = [:]
    /// Of the rows at hand.
    private var columns = ReportColumns([])
    private var order: ReportID.ColumnOrder?
    /// Columns under the other names that the file at hand has for them: what is wrong is told by those.
    private var nameInFile: [String: String] = [:]
    private var idsOfActorText: [String: [String]] = [:]
    private var nearestOfSource: [String: String?] = [:]
    /// Of so many unknown sources it is told which listed one was perhaps meant; a flood has no names worth comparing.
    private static let mostSuggestions = 1000

    /// Hands over what was read and forgets it, but not which ids there were: for logs that are read in parts.
    package mutating func drain() -> (reports: [Report], problems: [Problem]) {
        defer {
            reports = []
            problems = []
        }
        return (reports, problems)
    }

    /// Makes room for about so many reports. A guess: a file may claim anything, so no more than a few million.
    package mutating func expect(_ count: Int) {
        firstRow.reserveCapacity(firstRow.count + max(0, min(count, 4_000_000)))
    }

    package init(actors: ActorTable, sources: SourceTable) {
        self.actors = actors
        self.sources = sources
    }

    /// Reads one file more. Rows that cannot be read are skipped and counted.
    /// Throws `InputError` where the file as a whole cannot be used.
    package mutating func read(_ path: String, from files: any FileSource = Disk()) throws(InputError) {
        let rows = try RowsReader.read(path, from: files)
        try Self.refuse(rows)
        take(rows)
    }

    /// Throws `InputError` where rows of these columns can be no reports.
    package static func refuse(_ rows: Rows) throws(InputError) {
        // Of lines of JSON none of which can be read, the first says what is wrong.
        if rows.names.isEmpty, let first = rows.problems.first {
            throw InputError(file: first.file, line: first.line, fact: first.fact)
        }
        let names = rows.names.map { aliases[$0] ?? $0 }
        guard !Set(names).isDisjoint(with: columns) else {
            throw InputError(
                file: rows.file, line: 1,
                fact: RowFact.noHeader(expected: ["date", "place", "actor", "claim", "source"]))
        }
        let named = Rows(file: rows.file, names: names, rows: [], problems: [])
        if !names.contains("place_id") { try RowsReader.require("place", in: named) }
        try RowsReader.require("valid_from", in: named)
    }

    /// Takes in rows, those of a file or some of them. Rows that cannot be read are skipped and counted.
    package mutating func take(_ rows: Rows) {
        let path = rows.file
        nameInFile = [:]
        for (other, name) in Self.aliases where rows.names.contains(other) && !rows.names.contains(name) {
            nameInFile[name] = other
        }
        let rows = Self.renamed(rows)
        problems += rows.problems + RowsReader.unknownColumns(rows, known: Self.columns)
        for row in rows.rows {
            var notes: [ReportFact] = []
            do throws(ReportFact) {
                let report = try report(row, file: path, notes: &notes)
                try refuseRepetition(of: report, row)
                reports.append(report)
                for fact in notes {
                    problems.append(Problem(file: path, line: row.line, effect: .doubtful, fact: fact))
                }
            } catch {
                problems.append(Problem(file: path, line: row.line, effect: .skipped, fact: error))
            }
        }
    }

    /// The rows with the columns' usual names.
    package static func renamed(_ rows: Rows) -> Rows {
        // The names of all columns of all rows.
        if !rows.names.contains(where: { aliases[$0] != nil }) { return rows }
        let names = rows.names.map { aliases[$0] ?? $0 }
        var lastNames = (rows.names, names)
        return Rows(
            file: rows.file, names: names,
            rows: rows.rows.map { row in
                // The rows of a CSV file share their names, and should go on doing so.
                if row.names != lastNames.0 { lastNames = (row.names, row.names.map { aliases[$0] ?? $0 }) }
                return Row(line: row.line, names: lastNames.1, cells: row.cells)
            },
            problems: rows.problems)
    }

    /// The same row again is counted once, so that a file can be fed twice; another row under a used id is refused.
    private mutating func refuseRepetition(of report: Report, _ row: Row) throws(ReportFact) {
        if order?.names != row.names { order = ReportID.ColumnOrder(row.names) }
        let content = order!.mark(of: row)
        if let first = firstRow[report.id] {
            throw first.content == content
                ? .repeated(id: report.id, firstLine: first.line) : .conflictingID(id: report.id, firstLine: first.line)
        }
        firstRow[report.id] = (row.line, content)
    }

    private mutating func nearestSource(to source: String) -> String? {
        if let known = nearestOfSource[source] { return known }
        guard nearestOfSource.count < Self.mostSuggestions else { return nil }
        let nearest = EditDistance.nearest(to: source, among: sources.ids)
        nearestOfSource[source] = .some(nearest)
        return nearest
    }

    private mutating func report(_ row: Row, file: String, notes: inout [ReportFact]) throws(ReportFact) -> Report {
        if columns.names != row.names { columns = ReportColumns(row.names) }
        guard let validFrom = try time(.validFrom, row) else { throw .missing(column: "valid_from") }
        let validTo = try time(.validTo, row)
        if let validTo, validTo.end <= validFrom.start {
            throw .timesReversed(from: validFrom.text, to: validTo.text)
        }
        let published = try time(.publishedAt, row) ?? validFrom
        let recorded = try time(.recordedAt, row) ?? published
        if published.end <= validFrom.start {
            notes.append(.publishedBeforeItHappened(published: published.text, valid: validFrom.text))
        }
        guard columns[.place, row] != nil || columns[.placeID, row] != nil else { throw .missing(column: "place") }
        guard let source = columns[.source, row] else { throw .missing(column: "source") }
        for (column, name) in [("place", columns[.place, row]), ("source", source), ("actor", columns[.actor, row])] {
            if let name, NameLimit.isExceeded(by: name) { throw .longName(column: column, bytes: name.utf8.count) }
        }
        if sources[source] == nil {
            notes.append(.unknownSource(value: source, nearest: nearestSource(to: source)))
        }
        let claim = try claim(row)
        let extent = try word(.extent, row, Self.extents).flatMap(Extent.init(rawValue:))
        let precision = try word(.datePrecision, row, Self.precisions)
        let credibility = try word(.credibility, row, Self.credibilities)
        return Report(
            id: columns[.id, row] ?? ReportID.make(row), publishedAt: published, recordedAt: recorded,
            validFrom: validFrom, validTo: validTo,
            precision: precision.flatMap(DatePrecision.init(rawValue:)) ?? .day,
            place: columns[.place, row] ?? columns[.placeID, row] ?? "", placeHint: columns[.placeHint, row],
            placeID: columns[.placeID, row], claim: claim, extent: extent, source: source, via: columns[.via, row],
            credibility: credibility.flatMap { Int($0) }.flatMap(Credibility.init(rawValue:)) ?? .unjudged,
            supersedes: columns[.supersedes, row], url: columns[.url, row], evidence: columns[.evidence, row],
            note: columns[.note, row], file: file, line: row.line)
    }

    private static let extents = Extent.allCases.map(\.rawValue)
    private static let precisions = DatePrecision.allCases.map(\.rawValue)
    private static let credibilities = ["1", "2", "3", "4", "5", "6"]

    private func time(_ column: ReportColumns.Name, _ row: Row) throws(ReportFact) -> Moment? {
        guard let text = columns[column, row] else { return nil }
        guard let moment = Moment(text) else {
            throw .badTime(column: nameInFile[column.rawValue] ?? column.rawValue, value: text)
        }
        return moment
    }

    private func word(
        _ column: ReportColumns.Name, _ row: Row, _ known: [String]
    ) throws(ReportFact) -> String? {
        guard let text = columns[column, row] else { return nil }
        guard known.contains(text) else {
            throw .unknownWord(
                column: column.rawValue, value: text, expected: known,
                nearest: EditDistance.nearest(to: text, among: known))
        }
        return text
    }

    /// The actors named in a cell, several divided by a bar, by id or by any of their names.
    private mutating func actorIDs(_ column: ReportColumns.Name, _ row: Row) throws(ReportFact) -> [String] {
        guard let text = columns[column, row] else { return [] }
        if let known = idsOfActorText[text] { return known }
        let ids = try ids(ofActors: text, column.rawValue)
        idsOfActorText[text] = ids
        return ids
    }

    private func ids(ofActors text: String, _ column: String) throws(ReportFact) -> [String] {
        if let whole = actors[text] { return [whole.id] }
        var ids: [String] = []
        for part in text.split(separator: "|").map(String.init) {
            if let known = actors[part] {
                ids.append(known.id)
            } else if actors.isOpen {
                ids.append(part)
            } else {
                let names = actors.actors.flatMap { [$0.id, $0.name] + $0.names }
                // "League" is near to "The League", however many letters lie between.
                let word = part.lowercased()
                let nearest =
                    EditDistance.nearest(to: part, among: names)
                    ?? names.first { $0.lowercased().split(separator: " ").contains { $0 == word } }
                throw .unknownActor(column: column, value: part, nearest: nearest)
            }
        }
        return ids
    }

    private mutating func claim(_ row: Row) throws(ReportFact) -> Claim {
        let word = try word(.claim, row, Claim.words) ?? "holds"
        let named = try actorIDs(.actor, row)
        let against = try actorIDs(.against, row)
        if word == "strike" { return .strike(named.first) }
        guard let first = named.first else { throw .missing(column: "actor") }
        switch word {
        case "contested": return .contested(named + against)
        case "clash": return .clash(named + against)
        case "present": return .present(first)
        case "withdrew": return .withdrew(first)
        case "denies": return .denies(first)
        default: return .holds(first, from: against.first)
        }
    }
}
