import Foundation
import TestSupport
import Testing

/// The manners of the command line: numbers with a minus, what was perhaps meant, how much is said and in which form.
@Suite struct UsageTests {
    private static let held = "id,lon,lat,actor\n1,37,36,red\n2,37.2,36,blue\n3,37.1,36.2,red\n"

    @Test(arguments: [
        (["areas", "-", "--reach-km", "-5"], "--reach-km -5.0: expected 0.01 to 2000"),
        (["gazetteer", "near", "Aazaz", "--count", "-3"], "--count -3: expected a number above 0"),
        (["resolve", "Kafrah", "--limit", "-1"], "--limit -1: expected a number above 0"),
        (["gazetteer", "near", "--box", "-1,40,-2"], "--box -1,40,-2: expected WEST,SOUTH,EAST,NORTH"),
        (["describe", "-200,40"], "'-200,40' is no point"),
    ])
    func numbersWithAMinusAreTold(arguments: [String], words: String) throws {
        let result = try Command.run(arguments, input: Data(Self.held.utf8))
        #expect(result.status == 64, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func numbersWithAMinusAreTaken() throws {
        let near = try Command.run("resolve", "Kafrah", "--near", "-3.5,40")
        #expect(near.status == 0 && near.text.contains("-3.5,40"), "\(near.errors)")
        let box = try Command.run("gazetteer", "near", "--box", "-10,36,-9,40")
        #expect(box.status == 0 && box.text.hasPrefix("place"), "\(box.errors)")
        let west = try Command.run("gazetteer", "near", "-3.5,40", "--count", "1")
        #expect(west.status == 0 && west.text.contains("km"), "\(west.errors)")
    }

    @Test(arguments: [
        (["snpashot", "x"], "Did you mean 'snapshot'?"), (["snap"], "Did you mean 'snapshot'?"),
        (["gazetteer", "bild"], "Did you mean 'build'?"),
        (["areas", "-", "--format", "geojsn"], "Did you mean 'geojson'?"),
        (["areas", "-", "--boundry", "x"], "Did you mean '--boundary'?"),
        (["gazetteer", "near", "Aazaz", "--kinds", "vilage"], "did you mean village?"),
        (["describe", "Kafrasali"], "did you mean Kafr Shil"),
    ])
    func theNearestWordIsOffered(arguments: [String], words: String) throws {
        let result = try Command.run(arguments, input: Data(Self.held.utf8))
        #expect(result.status == 64 || result.status == 66, "\(result.status)")
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func aDeviceNeedsNoEnding() throws {
        let result = try Command.run("areas", "-", "-o", "/dev/null", input: Self.held)
        #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
        let output = try #require(
            try Command.other(
                "sh", ["-c", "printf '\(Self.held)' | '\(Command.path)' areas - -o /dev/stdout | head -1"]))
        #expect(output.text.hasPrefix("holder"), "\(output.text)\(output.errors)")
    }

    @Test func quietSaysOnlyWhatIsWrong() throws {
        let scratch = try Scratch()
        let folder = "Tests/Scenarios/azaz-2015"
        let told = try Command.run("snapshot", folder, "--at", "2015-12-02", "-o", scratch.path + "/a.csv")
        #expect(told.errors.contains("336 reports read") && told.errors.contains("754 places"))
        let quiet = try Command.run("snapshot", folder, "--at", "2015-12-02", "-o", scratch.path + "/b.csv", "--quiet")
        #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/a.csv"))
                == Data(contentsOf: URL(fileURLWithPath: scratch.path + "/b.csv")))
        let wrong = try Command.run("areas", "-", "-q", "--format", "csv", input: Self.held + "4,x,36,red\n")
        #expect(wrong.errors == "-:5: skipped: the longitude is \"x\"; expected degrees such as 36.25\n")
    }

    @Test func underJSONErrorsAreJSON() throws {
        func errors(_ arguments: String..., input: String? = nil) throws -> [[String: Any]] {
            let result = try Command.run(arguments, input: input.map { Data($0.utf8) })
            #expect(result.status != 0)
            return try result.errors.split(separator: "\n").map {
                try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
            }
        }
        let missing = try #require(try errors("reports", "check", "nowhere", "--json").last?["error"] as? [String: Any])
        #expect(missing["exit_code"] as? Int == 66 && missing["file"] as? String == "nowhere")
        #expect(missing["code"] as? String == "not-found" && missing["message"] as? String == "no such file")
        let usage = try #require(try errors("limits", "--json", "--jsno").last?["error"] as? [String: Any])
        #expect(usage["exit_code"] as? Int == 64)
        let lines = try errors("resolve", "Kafrasali", "--json")
        #expect((lines.last?["error"] as? [String: Any])?["exit_code"] as? Int == 66)
    }

    @Test func colourIsForTerminalsOnly() throws {
        let input = Self.held + "4,x,36,red\n"
        let plain = try Command.run("areas", "-", "--format", "csv", input: input)
        #expect(!plain.errors.contains("\u{1B}"))
        let coloured = try Command.run("areas", "-", "--format", "csv", "--color", "always", input: input)
        #expect(coloured.errors.contains("\u{1B}[33mskipped\u{1B}[0m"), "\(coloured.errors)")
        #expect(coloured.output == plain.output)
        // A terminal of its own, as script(1) makes one.
        for (setting, isColoured) in [("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false)] {
            let line = "env -u NO_COLOR \(setting) '\(Command.path)' snapshot nowhere --at 2015-12-02"
            guard let answer = try Command.other("script", ["-qec", line, "/dev/null"]) else {
                return Readers.loudly("script is not installed: colours are not looked at")
            }
            #expect(answer.text.contains("nowhere: no such file"), "\(answer.text)")
            #expect(answer.text.contains("\u{1B}[1;31mfrontline:") == isColoured, "\(setting): \(answer.text)")
        }
    }

    @Test func limitsAreThoseOfTheReaders() throws {
        let lines = try Command.run("limits", "--json").text.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let limits = Dictionary(
            uniqueKeysWithValues: lines.map { ($0["id"] as? String ?? "", $0["limit"] as? Int ?? 0) })
        let depth = try #require(limits["json-depth"])
        for (levels, status) in [(depth - 1, "resolved"), (depth, "error")] {
            let line =
                "{\"name\":\"Jarez\",\"x\":" + String(repeating: "[", count: levels)
                + String(repeating: "]", count: levels) + "}"
            let answer = try Command.run("resolve", "-", "--json", "--errors", "inline", input: line + "\n")
            #expect(answer.text.contains("\"\(status)\""), "\(levels): \(answer.text)")
        }
        let letters = try #require(limits["name-letters"])
        let scratch = try Scratch()
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        for (name, count) in [("b", letters), ("c", letters + 1)] {
            scenario.reports.append(
                "\(name),,,2020-01-01,\(String(repeating: "A", count: count)),red,holds,,,monitor,2,,")
        }
        let check = try Command.run("reports", "check", try scenario.write(to: scratch))
        #expect(check.text.contains(":4: skipped: the place has \(letters + 1) bytes"), "\(check.text)")
        #expect(check.text.contains("2 reports read, 1 rows skipped"), "\(check.text)")
    }
}
