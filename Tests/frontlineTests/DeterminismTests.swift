import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the order of the rows, the time zone or the language.
@Suite struct DeterminismTests {
    private static let source = URL(fileURLWithPath: Command.file("Tests/Scenarios/azaz-2015"))

    /// Records of a CSV file: line ends inside quotes do not count.
    private func records(_ text: String) -> [String] {
        var records: [String] = []
        var record = ""
        var quoted = false
        for character in text {
            if character == "\"" { quoted.toggle() }
            if character == "\n", !quoted {
                records.append(record)
                record = ""
            } else {
                record.append(character)
            }
        }
        return records
    }

    @Test func shuffledInputGivesTheSameBytes() throws {
        let commands = [
            ["snapshot", "--at", "2015-12-02", "--format", "geojson"],
            ["diff", "--from", "2015-11-20", "--to", "2015-12-15", "--format", "geojson"],
        ]
        let expected = try commands.map { try Command.run([$0[0], Self.source.path] + $0.dropFirst()).output }
        let gazetteer = Command.file("Gazetteer/northern-aleppo.tsv")
        for seed in 1...3 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let scratch = try Scratch()
            for name in ["reports.csv", "actors.csv", "sources.csv", "scenario.json", "area.geojson"] {
                let text = try String(contentsOf: Self.source.appendingPathComponent(name), encoding: .utf8)
                guard name.hasSuffix(".csv") else {
                    try scratch.write(text, to: "azaz-2015/\(name)")
                    continue
                }
                let rows = records(text)
                let shuffled = [rows[0]] + rows.dropFirst().shuffled(using: &generator)
                try scratch.write(shuffled.joined(separator: "\n") + "\n", to: "azaz-2015/\(name)")
            }
            let places = try String(contentsOfFile: gazetteer, encoding: .utf8).split(separator: "\n")
            let mixed = [places[0]] + places.dropFirst().shuffled(using: &generator)
            let file = try scratch.write(mixed.joined(separator: "\n") + "\n", to: "places.tsv")
            for (command, bytes) in zip(commands, expected) {
                let result = try Command.run(
                    [command[0], scratch.path + "/azaz-2015", "--gazetteer", file] + command.dropFirst())
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.output == bytes, "seed \(seed), \(command[0])")
            }
        }
    }

    @Test func timeZoneAndLanguageChangeNothing() throws {
        let command = ["snapshot", Self.source.path, "--at", "2015-12-02", "--format", "geojson"]
        let expected = try Command.run(command).output
        for (zone, locale) in [
            ("Asia/Damascus", "C"), ("Pacific/Apia", "tr_TR.UTF-8"), ("Australia/Lord_Howe", "ar_EG.UTF-8"),
        ] {
            let result = try Command.run(command, environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale])
            #expect(result.output == expected, "\(zone) \(locale)")
        }
    }

    /// The same reports as NDJSON say the same.
    @Test func ndjsonGivesTheSameBytes() throws {
        let scratch = try Scratch()
        for name in ["actors.csv", "sources.csv", "scenario.json", "area.geojson"] {
            try scratch.write(try Data(contentsOf: Self.source.appendingPathComponent(name)), to: "azaz-2015/\(name)")
        }
        let rows = records(try String(contentsOf: Self.source.appendingPathComponent("reports.csv"), encoding: .utf8))
            .map(ReadmeTests.cells)
        let lines = try rows.dropFirst().map { row in
            let pairs = zip(rows[0], row).filter { !$0.1.isEmpty }
            let object = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) })
            return String(
                decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
        }
        try scratch.write(lines.joined(separator: "\n"), to: "azaz-2015/reports.ndjson")
        let arguments = ["--at", "2015-12-02", "--format", "geojson"]
        let csv = try Command.run(["snapshot", Self.source.path] + arguments)
        let ndjson = try Command.run(["snapshot", scratch.path + "/azaz-2015"] + arguments)
        #expect(ndjson.status == 0, "\(ndjson.errors)")
        #expect(ndjson.output == csv.output)
    }
}
