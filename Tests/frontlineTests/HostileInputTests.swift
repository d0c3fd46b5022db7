import Foundation
import TestSupport
import Testing

/// Input that a user may hand over by mistake or malice: a clear error or a counted skip, never a crash or a hang.
@Suite struct HostileInputTests {
    private static let header = "id,date,place,actor,claim,source\n"
    private static let good = "a,2020-01-01,PlaceA,red,holds,monitor\n"

    /// Replaces one file of a small scenario and runs a snapshot of it.
    private func run(_ file: String, _ data: Data, command: [String] = ["snapshot"]) throws -> Command {
        let scratch = try Scratch()
        var scenario = SmallScenario(count: 12)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        let folder = try scenario.write(to: scratch)
        try scratch.write(data, to: "scenario/\(file)")
        let rest = command.first == "snapshot" ? ["--at", "2020-01-02", "--format", "geojson"] : []
        return try Command.run(command + [folder] + rest, environment: ["SWIFT_BACKTRACE": "enable=no"])
    }

    @Test(arguments: [
        ("reports.csv", "", "is empty"), ("reports.csv", "\n\n", "is empty"),
        ("reports.csv", "\u{0}\u{1}\u{2}PNG", "is a NUL"),
        ("reports.csv", "foo,bar\n1,2\n", "names none of the columns"), ("actors.csv", "", "is empty"),
        ("places.tsv", "id\ttitle\n1\tA\n", "no column \"lon\""),
        ("places.tsv", "id\ttitle\tlon\tlat\n1\tA\tx\ty\n", "holds no place"),
        ("area.geojson", "{", "not JSON"), ("area.geojson", "{}", "holds no Polygon"),
        (
            "area.geojson", #"{"type":"Polygon","coordinates":[[[36,36],[38,36],[38,37],[36,37]]]}"#,
            "does not end where it begins"
        ),
        (
            "area.geojson", #"{"type":"Polygon","coordinates":[[[36,36],[38,36],[38,999],[36,36]]]}"#,
            "are the two exchanged"
        ),
        (
            "area.geojson", #"{"type":"Polygon","coordinates":[[[36,36.6],[37,36.6],[37,38],[36,38],[36,36.6]]]}"#,
            "no place of the gazetteer lies in the area"
        ),
        (
            "area.geojson", #"{"type":"Polygon","coordinates":[[[36,36],[38,37],[38,36],[36,37],[36,36]]]}"#,
            "area cannot be used"
        ),
        ("scenario.json", "[]", "is no scenario"),
        ("scenario.json", #"{"format":"frontline-scenario","version":9}"#, "newer version"),
        ("scenario.json", #"{"format":"frontline-scenario","version":1,"reach_km":-3}"#, "reach_km"),
    ])
    func unusableFilesAreRefusedByName(file: String, text: String, words: String) throws {
        let result = try run(file, Data(text.utf8))
        #expect(result.status == 65, "\(result.status) \(result.errors)")
        #expect(result.errors.contains("\(file)") && result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        ("b,2020-13-01,PlaceA,red,holds,monitor", ":3: skipped: date \"2020-13-01\" is no time"),
        ("b,2020-01-01,PlaceA,rde,holds,monitor", "did you mean red?"),
        ("b,2020-01-01,PlaceA,red", ":3: skipped: 4 cells"),
        ("b,2020-01-01,\"PlaceA,red,holds,monitor", ":3: skipped: a quoted cell is never closed"),
        (String(repeating: "x", count: 1_200_000), ":3: skipped: the record has"),
    ])
    func badRowsAreCountedAndTheRestIsRead(row: String, words: String) throws {
        let result = try run(
            "reports.csv",
            Data((Self.header + Self.good + row + "\n" + "c,2020-01-01,PlaceB,blue,holds,monitor\n").utf8))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.errors.contains("2 reports read, 1 rows skipped"))
        #expect(result.text.contains("control_area/blue"))
    }

    @Test func aLineOfAHundredMegabytesIsSkipped() throws {
        var data = Data((Self.header + Self.good).utf8)
        data.append(Data(repeating: UInt8(ascii: "x"), count: 100_000_000))
        data.append(Data("\nc,2020-01-01,PlaceB,blue,holds,monitor\n".utf8))
        let result = try run("reports.csv", data)
        #expect(result.status == 0)
        #expect(result.errors.contains("2 reports read, 1 rows skipped"), "\(result.errors)")
    }

    @Test func aMissingScenarioAndAFileForAFolderAreTold() throws {
        let missing = try Command.run("snapshot", "no-such-folder", "--at", "2020-01-01")
        #expect(missing.status == 66)
        #expect(missing.errors == "frontline: no-such-folder: no such file\n")
        let file = try Command.run("snapshot", "README.md", "--at", "2020-01-01")
        #expect(file.status == 65)
        #expect(file.errors.contains("holds neither reports.csv nor reports.ndjson"))
    }

    @Test(arguments: [
        ["snapshot", "x", "--at", "yesterday"], ["snapshot", "x"], ["diff", "x", "--from", "2020-01-01"],
        ["frobnicate"],
        ["resolve"], ["describe", "999,0"], ["resolve", "x", "--limit", "0"],
        ["snapshot", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "-o", "map.xyz"],
    ])
    func wrongUsageIsSixtyFour(arguments: [String]) throws {
        let result = try Command.run(arguments)
        #expect(result.status == 64, "\(result.status) \(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    @Test func anUnknownNameIsSixtySixWithTheNearest() throws {
        let result = try Command.run("resolve", "Kafrasali")
        #expect(result.status == 66)
        #expect(result.errors.contains("did you mean Kafr Shil"))
        #expect(result.output.isEmpty)
        let json = try Command.run("resolve", "Kafrasali", "--json")
        #expect(json.text.contains("\"status\":\"not_found\"") && json.text.contains("Kafr Shil"))
    }

    @Test func aFullDiskLeavesTheOldFile() throws {
        let scratch = try Scratch()
        let file = try scratch.write("old", to: "map.geojson")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path) }
        // Root writes into any folder, so the device that is always full stands in for the disk.
        let full = try Command.run(
            "snapshot", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "--format", "geojson", "-o", "/dev/full")
        #expect(full.status == 74)
        #expect(full.errors.contains("/dev/full: cannot be written"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
    }

    @Test func aNameWithMarkupStaysText() throws {
        let scratch = try Scratch()
        var scenario = SmallScenario(count: 3)
        scenario.places[0].name = "<script>alert(1)</script>\u{202E}"
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        let folder = try scenario.write(to: scratch)
        let result = try Command.run(["diff", folder, "--from", "2019-01-01", "--to", "2020-01-02"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.text.unicodeScalars.contains("\u{202E}") && result.text.contains("<U+202E>"))
    }

    @Test func linesInAreLinesOutInOrder() throws {
        let result = try Command.run(
            "resolve", "-", "--json",
            input: "Jarez\n\n{\"name\": \"Kafrah\", \"hint\": \"east of Aazaz\"}\n{broken\nXyz\r\n")
        let lines = result.text.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0].contains("\"resolved\"") && lines[2].contains("gn:168742") && lines[3].contains("not JSON"))
        #expect(lines[4].hasPrefix("{\"name\":\"Xyz\""))
        let closed = try Command.other("sh", ["-c", "yes Jarez | head -2000 | \(Command.path) resolve - | head -1"])
        #expect(closed?.status == 0 && closed?.errors.isEmpty == true)
    }
}
