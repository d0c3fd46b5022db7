package import Rows

/// Reads the actors file: `id,name,names,side,side_from,side_to,parent,colour`.
///
/// Where alliances change an actor has a row for each of its sides, with the first and the last day of it.
package enum ActorReader {
    static let columns = ["id", "name", "names", "side", "side_from", "side_to", "parent", "colour", "note"]

    /// The actors, and what was skipped. `side` left empty means a side of its own.
    ///
    /// Throws `InputError` where the file cannot be used, also where two sides of one actor overlap in time: any map made
    /// from that would be wrong somewhere.
    package static func read(
        _ path: String, from files: any FileSource = Disk()
    ) throws(InputError) -> (actors: ActorTable, problems: [Problem]) {
        let rows = try RowsReader.read(path, from: files)
        let idColumn = rows.names.contains("actor_id") ? "actor_id" : "id"
        try RowsReader.require(idColumn, in: rows)
        var problems = rows.problems + RowsReader.unknownColumns(rows, known: columns + ["actor_id"])
        var actors: [ActorRows] = []
        var indexOfID: [String: Int] = [:]
        for row in rows.rows {
            func report(_ effect: Problem.Effect, _ fact: ReportFact) {
                problems.append(Problem(file: path, line: row.line, effect: effect, fact: fact))
            }
            guard let id = row[idColumn] else {
                report(.skipped, .missing(column: idColumn))
                continue
            }
            var period: SidePeriod?
            do throws(ReportFact) {
                period = try sidePeriod(row, id: id)
            } catch {
                throw InputError(file: path, line: row.line, fact: error)
            }
            var colour = row["colour"]
            if let text = colour, !isColour(text) {
                report(.repaired, .badColour(value: text))
                colour = nil
            }
            if let index = indexOfID[id] {
                guard let period, !actors[index].periods.isEmpty else {
                    report(.skipped, .takenID(of: "actor", id: id, firstLine: actors[index].line))
                    continue
                }
                if let other = actors[index].periods.first(where: { $0.period.overlaps(period) }) {
                    throw InputError(
                        file: path, line: row.line, fact: ReportFact.sidesOverlap(id: id, otherLine: other.line))
                }
                actors[index].add(row, colour, period)
            } else {
                indexOfID[id] = actors.count
                actors.append(ActorRows(id: id, row, colour, period))
            }
        }
        return (ActorTable(actors.map(\.actor), isOpen: false), problems)
    }

    /// The side of a row that says from when or until when it holds; nil for a row that is good for all time.
    private static func sidePeriod(_ row: Row, id: String) throws(ReportFact) -> SidePeriod? {
        func moment(_ column: String) throws(ReportFact) -> Moment? {
            guard let text = row[column] else { return nil }
            guard let moment = Moment(text) else { throw .badTime(column: column, value: text) }
            return moment
        }
        let from = try moment("side_from")
        let to = try moment("side_to")
        guard from != nil || to != nil else { return nil }
        if let from, let to, to.end <= from.start { throw .sideEndsBeforeItBegins(from: from.text, to: to.text) }
        return SidePeriod(side: row["side"] ?? id, from: from, to: to)
    }

    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.first == "#" && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}
