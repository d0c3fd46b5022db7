import Formats
import Glibc
import Places
import Reports
import Rows
import Store

/// A single report on its way into a project: what was left out is inferred, and all of it is shown before it is written.
struct OneReport {
    private let row: Row
    private let place: UnderstoodPlace
    private let inferred: Set<String>

    /// Throws `Failure` where a source is missing, or no place or several may be meant.
    init(_ options: OneReportOptions, project: String, gazetteer: String?, now: Moment) throws {
        let files = try reportingFailures { try ProjectFiles(project) }
        // The reports that are there tell which of two places of one name is near.
        let scenario = try? ScenarioArgument.read(project, gazetteer: gazetteer)
        let known = try scenario?.gazetteer ?? Self.gazetteer(of: files, named: gazetteer)
        let understood = try UnderstoodPlace(options, in: known, near: scenario?.centre)
        place = understood
        var cells = options.cells
        var inferred: Set<String> = []
        func infer(_ name: String, _ value: () throws -> String) rethrows {
            guard !cells.contains(where: { $0.name == name }) else { return }
            cells.append((name, try value()))
            inferred.insert(name)
        }
        try infer("source") { try Self.onlySource(of: files, project) }
        infer("date") { String(now.text.prefix(10)) }
        infer("claim") { "holds" }
        infer("place") { understood.place.name }
        // What was shown is what is meant, also once there are more places of the name.
        infer("place_id") { understood.place.id }
        self.inferred = inferred
        row = Row(line: 1, names: cells.map(\.name), cells: cells.map(\.cell))
    }

    var rows: Rows { Rows(file: "report", names: row.names, rows: [row], problems: []) }

    private static func gazetteer(of files: ProjectFiles, named path: String?) throws -> Gazetteer {
        try reportingFailures {
            path == nil && !files.places.isEmpty
                ? try GazetteerReader.read(files: files.places, from: files).gazetteer
                : try GazetteerReader.read(files: try GazetteerFinder.files(named: path)).gazetteer
        }
    }

    private static func onlySource(of files: ProjectFiles, _ project: String) throws -> String {
        let path = ["sources.csv", "sources.ndjson"].map { project + "/" + $0 }.first(where: files.exists)
        let ids = try reportingFailures { try path.map { try SourceReader.read($0, from: files).sources.ids } ?? [] }
        guard ids.count == 1 else {
            throw Failure(
                .inputRejected,
                "who says so? name the --source"
                    + (ids.isEmpty ? "" : ": \(ids.prefix(12).map { printable($0) }.joined(separator: ", "))"))
        }
        return ids[0]
    }

    var text: String {
        var out = place.text
        for (label, name) in [
            ("actor", "actor"), ("claim", "claim"), ("against", "against"), ("date", "date"), ("source", "source"),
            ("grade", "credibility"), ("hint", "place_hint"), ("url", "url"), ("note", "note"),
            ("instead", "supersedes"),
        ] {
            guard let cell = row[name] else { continue }
            out +=
                label + String(repeating: " ", count: 8 - label.count) + printable(cell)
                + (inferred.contains(name) ? "   (not given)" : "") + "\n"
        }
        return out
    }

    func json(_ outcome: String, id: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("outcome")
            json.string(outcome)
            json.key("id")
            json.string(id)
            json.key("report")
            json.object { json in
                for (name, cell) in zip(row.names, row.cells) {
                    json.key(name)
                    json.string(cell)
                }
            }
            json.key("place")
            place.write(into: &json)
        }
        return json.bytes + [0x0A]
    }

    /// Nobody but who sits at a terminal is waited for.
    static var hasSomebodyToAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Shows how the report was understood and asks, whatever else is to be quiet.
    func isAgreed() -> Bool {
        _ = AtomicFile.writeAll(Array((disarmed(text) + "add it? [y/N] ").utf8), to: STDERR_FILENO)
        let answer = readLine() ?? ""
        return ["y", "yes"].contains(answer.lowercased())
    }
}
