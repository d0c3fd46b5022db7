package import Rows

/// Reads the actors file: `id,name,names,side,parent,colour`.
package enum ActorReader {
    static let columns = ["id", "name", "names", "side", "parent", "colour", "note"]

    /// The actors, and what was skipped. `side` left empty means a side of its own.
    package static func read(_ path: String) throws(InputError) -> (actors: ActorTable, problems: [Problem]) {
        let rows = try RowsReader.read(path)
        let idColumn = rows.names.contains("actor_id") ? "actor_id" : "id"
        try RowsReader.require(idColumn, in: rows)
        var problems = rows.problems + RowsReader.unknownColumns(rows, known: columns + ["actor_id"])
        var actors: [Actor] = []
        var lines: [String: Int] = [:]
        for row in rows.rows {
            func report(_ effect: Problem.Effect, _ fact: ReportFact) {
                problems.append(Problem(file: path, line: row.line, effect: effect, fact: fact))
            }
            guard let id = row[idColumn] else {
                report(.skipped, .missing(column: idColumn))
                continue
            }
            if let first = lines[id] {
                report(.skipped, .takenID(of: "actor", id: id, firstLine: first))
                continue
            }
            lines[id] = row.line
            var colour = row["colour"]
            if let text = colour, !isColour(text) {
                report(.repaired, .badColour(value: text))
                colour = nil
            }
            actors.append(
                Actor(
                    id: id, name: row["name"] ?? id,
                    names: (row["names"] ?? "").split(separator: "|").map(String.init), side: row["side"] ?? id,
                    parent: row["parent"], colour: colour))
        }
        return (ActorTable(actors, isOpen: false), problems)
    }

    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.first == "#" && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}
