import Foundation
import TestSupport
import Testing

/// Every subcommand speaks JSON: an object, or one a line.
@Suite struct JSONEverywhereTests {
    /// For each subcommand arguments that make it answer; FOLDER is a scratch folder.
    private static let runs: [String: [String]] = [
        "resolve": ["Kafrah", "--near", "Aazaz"],
        "locate": ["10 km east of Aazaz"],
        "describe": ["Jarez"],
        "reports check": ["Tests/Scenarios/azaz-2015"],
        "reports list": ["Tests/Scenarios/azaz-2015"],
        "reports add": ["FOLDER/made.gpkg", "--place", "Kafrah", "--actor", "isis", "--source", "sohr", "--dry-run"],
        "control": ["Tests/Scenarios/azaz-2015", "--at", "2015-12-02"],
        "why": ["Tests/Scenarios/azaz-2015", "Kafrah", "--at", "2015-12-02"],
        "snapshot": ["Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "-o", "FOLDER/map.kml"],
        "diff": ["Tests/Scenarios/azaz-2015", "--from", "2015-12-01", "--to", "2015-12-02"],
        "series": ["Tests/Scenarios/azaz-2015", "--from", "2015-12-01", "--to", "2015-12-02", "-o", "FOLDER/series"],
        "map": ["Tests/Scenarios/azaz-2015", "--from", "2015-12-01", "--to", "2015-12-02", "-o", "FOLDER/map"],
        "areas": ["FOLDER/held.csv"],
        "gazetteer build": ["Gazetteer/northern-aleppo.tsv", "-o", "FOLDER/here.index"],
        "gazetteer import": ["Gazetteer/northern-aleppo.tsv", "-o", "FOLDER/here.tsv"],
        "gazetteer info": [],
        "gazetteer check": [],
        "gazetteer near": ["Aazaz"],
        "init": ["FOLDER/war"],
        "import": ["Tests/Scenarios/azaz-2015", "-o", "FOLDER/imported.gpkg"],
        "export": ["FOLDER/made.gpkg", "-o", "FOLDER/exported"],
        "project check": ["FOLDER/made.gpkg"],
        "project draw": ["FOLDER/made.gpkg", "--from", "2015-12-01", "--to", "2015-12-02"],
        "limits": [],
    ]

    /// Nothing to say, where there is no fault.
    private static let silent: Set = ["project check"]

    @Test func everySubcommandAnswersInJSON() throws {
        let scratch = try Scratch()
        try scratch.write("id,lon,lat,actor\na,37.0,36.5,red\nb,37.1,36.5,blue\n", to: "held.csv")
        let made = try Command.run("import", "Tests/Scenarios/azaz-2015", "-o", scratch.path + "/made.gpkg", "--quiet")
        #expect(made.status == 0 && made.text.isEmpty)
        let names = try ManualTests.commands().filter { $0.command["subcommands"] == nil }.map {
            $0.path.dropFirst().joined(separator: " ")
        }
        #expect(Set(names) == Set(Self.runs.keys))
        for name in names {
            let arguments = Self.runs[name, default: []].map {
                $0.replacingOccurrences(of: "FOLDER", with: scratch.path)
            }
            let answer = try Command.run(name.split(separator: " ").map(String.init) + arguments + ["--json"])
            #expect(answer.status == 0, "\(name): \(answer.errors)")
            #expect(answer.output.isEmpty == Self.silent.contains(name), "\(name)")
            // One document, or one a line.
            if (try? JSONSerialization.jsonObject(with: answer.output)) == nil {
                for line in answer.output.split(separator: 0x0A) {
                    #expect(throws: Never.self, "\(name): \(String(decoding: line.prefix(200), as: UTF8.self))") {
                        try JSONSerialization.jsonObject(with: Data(line))
                    }
                }
            }
            for line in answer.errors.split(separator: "\n") {
                #expect(throws: Never.self, "\(name): \(line)") {
                    try JSONSerialization.jsonObject(with: Data(line.utf8))
                }
            }
        }
    }

    @Test func whatWasDoneIsToldInFacts() throws {
        let scratch = try Scratch()
        func facts(_ arguments: String...) throws -> [String: Any] {
            let answer = try Command.run(arguments + ["--json"])
            #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
            return try #require(JSONSerialization.jsonObject(with: answer.output) as? [String: Any])
        }
        let project = scratch.path + "/war.gpkg"
        let imported = try facts("import", "Tests/Scenarios/azaz-2015", "-o", project)
        #expect(imported["file"] as? String == project && imported["reports"] as? Int == 336)
        let exported = try facts("export", project, "-o", scratch.path + "/war")
        #expect((exported["files"] as? [String])?.contains("reports.csv") == true)
        // The ending of -o says what the file is; what was done stands on standard output.
        let region = scratch.path + "/region.geojson"
        let located = try facts("locate", "10 km east of Aazaz", "-o", region)
        #expect(located["file"] as? String == region && located["format"] as? String == "geojson")
        let map = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: region)))
        #expect((map as? [String: Any])?["type"] as? String == "FeatureCollection")
    }

    @Test func aSeriesOfControlIsNeverJSON() throws {
        let scratch = try Scratch()
        let series = ["control", "Tests/Scenarios/azaz-2015", "--from", "2015-12-01", "--to", "2015-12-02"]
        for more in [["--json"], ["--format", "ndjson"], ["-o", scratch.path + "/calls.ndjson"]] {
            let answer = try Command.run(series + more)
            #expect(answer.status == 64 && answer.text.isEmpty && answer.errors.contains("csv only, and not as ndjson"))
        }
        let answer = try Command.run(series + ["--json", "--format", "csv"])
        #expect(answer.status == 0 && answer.text.hasPrefix("date,"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test func controlHasNumbersAndLists() throws {
        let answer = try Command.run("control", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "--json")
        let csv = try Command.run("control", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "--format", "csv")
        let calls = try answer.output.split(separator: 0x0A).map {
            try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        }
        let rows = csv.text.split(separator: "\n").dropFirst()
        #expect(calls.count == rows.count)
        #expect(
            zip(calls, rows).allSatisfy {
                $1.hasPrefix("\($0["place_id"] as? String ?? "?"),\($0["status"] as? String ?? "?")")
            })
        #expect(calls.allSatisfy { $0["probability"] is Double && $0["carried_by"] is [String] })
    }
}
