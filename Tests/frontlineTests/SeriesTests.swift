import Foundation
import TestSupport
import Testing

/// `frontline series` through the built command, on the real week.
@Suite struct SeriesTests {
    private static let scenario = "Tests/Scenarios/azaz-2015"
    private static let week = ["--from", "2015-11-30", "--to", "2015-12-06"]

    private func series(
        _ folder: String, _ arguments: [String] = week, scenario: String = scenario, threads: Int = 2
    ) throws -> Command {
        try Command.run(
            ["series", scenario] + arguments + ["-o", folder], environment: ["FRONTLINE_THREADS": "\(threads)"])
    }

    private func content(_ folder: String) throws -> [String: Data] {
        var content: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            content[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return content
    }

    private func rows(_ data: Data?) -> [[String]] {
        String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n").map { ReadmeTests.cells(String($0)) }
    }

    @Test func aWeekIsItsDays() throws {
        let scratch = try Scratch()
        let result = try series(scratch.path + "/week")
        #expect(result.status == 0, "\(result.errors)")
        let content = try content(scratch.path + "/week")
        let days = ["2015-11-30"] + (1...6).map { "2015-12-0\($0)" }
        #expect(content.keys.sorted() == days.map { $0 + ".geojson" } + ["areas.csv", "changes.csv", "index.json"])
        var areas = ""
        for day in days {
            let alone = try Command.run("snapshot", Self.scenario, "--at", day, "--format", "geojson")
            #expect(content[day + ".geojson"] == alone.output, "\(day)")
            let csv = try Command.run("snapshot", Self.scenario, "--at", day, "--format", "csv").text
            areas += areas.isEmpty ? csv : String(csv[csv.index(after: csv.firstIndex(of: "\n")!)...])
        }
        #expect(String(decoding: content["areas.csv"]!, as: UTF8.self) == areas)
        var changes = ""
        for (since, day) in zip(days, days.dropFirst()) {
            let csv = try Command.run("diff", Self.scenario, "--from", since, "--to", day, "--format", "csv").text
            changes += changes.isEmpty ? csv : String(csv[csv.index(after: csv.firstIndex(of: "\n")!)...])
        }
        #expect(String(decoding: content["changes.csv"]!, as: UTF8.self) == changes)
        let index = try #require(
            try JSONSerialization.jsonObject(with: content["index.json"]!) as? [String: Any])
        #expect(index["format"] as? String == "frontline-series" && index["version"] as? Int == 1)
        let moments = try #require(index["moments"] as? [[String: Any]])
        #expect(moments.map { $0["at"] as? String } == days)
        #expect(moments.first { $0["at"] as? String == "2015-12-02" }?["has_changes"] as? Bool == true)
    }

    /// From day to day each holder's area moves by what it gained less what it lost.
    @Test func figuresAndChangesAgree() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/figures"
        #expect(try series(folder, Self.week + ["--areas-only"]).status == 0)
        let content = try content(folder)
        #expect(content.keys.sorted() == ["areas.csv", "changes.csv", "index.json"])
        var area: [String: [String: Double]] = [:]
        for row in rows(content["areas.csv"]).dropFirst() {
            let key = row[2] == "contested" ? "contested:" + row[3] : row[3].isEmpty ? row[2] : row[3]
            area[row[0], default: [:]][key] = Double(row[4])
        }
        var moved: [String: [String: Double]] = [:]
        var since: [String: String] = [:]
        for row in rows(content["changes.csv"]).dropFirst() where row[2] == "land" {
            since[row[0]] = row[1]
            moved[row[0], default: [:]][row[3], default: 0] -= try #require(Double(row[7]))
            moved[row[0], default: [:]][row[4], default: 0] += try #require(Double(row[7]))
        }
        #expect(moved.count >= 4)
        for (day, gains) in moved {
            let (old, new) = (try #require(area[since[day]!]), try #require(area[day]))
            for key in Set(old.keys).union(new.keys) {
                #expect(abs((new[key] ?? 0) - (old[key] ?? 0) - (gains[key] ?? 0)) < 0.01, "\(day) \(key)")
            }
        }
    }

    @Test func threadsDoNotMatter() throws {
        let scratch = try Scratch()
        for places in ["all", "changed"] {
            let runs = try [1, 2, 3].map { threads in
                let folder = scratch.path + "/\(places)\(threads)"
                #expect(try series(folder, Self.week + ["--places", places], threads: threads).status == 0)
                return try content(folder)
            }
            #expect(runs[0] == runs[1] && runs[0] == runs[2])
        }
    }

    @Test func aSecondRunMakesOnlyWhatIsMissing() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/week"
        #expect(try series(folder).status == 0)
        let first = try content(folder)
        let again = try series(folder)
        #expect(again.errors.contains("7 moments (7 kept)"), "\(again.errors)")
        #expect(try content(folder) == first)
        // One file gone, one spoilt.
        try FileManager.default.removeItem(atPath: folder + "/2015-12-02.geojson")
        try scratch.write("{}", to: "week/2015-12-04.geojson")
        #expect(try series(folder).errors.contains("7 moments (5 kept)"))
        #expect(try content(folder) == first)
        // Two days more.
        #expect(
            try series(folder, ["--from", "2015-11-30", "--to", "2015-12-08"]).errors.contains("9 moments (7 kept)"))
        // And back: what the series no longer has goes.
        #expect(try series(folder).errors.contains("7 moments (7 kept)"))
        #expect(try content(folder) == first)
        // Without its tables nothing is known of the moments.
        try FileManager.default.removeItem(atPath: folder + "/areas.csv")
        #expect(try series(folder).errors.contains("7 moments (0 kept)"))
        #expect(try content(folder) == first)
    }

    /// Killed after so many moments, a run leaves a folder that the next one completes.
    @Test(arguments: [0, 1, 5, 20]) func aRunAfterAKillCompletesTheFolder(moments: Int) throws {
        let scratch = try Scratch()
        let (folder, whole) = (scratch.path + "/killed", scratch.path + "/whole")
        let month = ["--from", "2015-11-16", "--to", "2015-12-15"]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.currentDirectoryURL = Command.root
        process.arguments = ["series", Self.scenario] + month + ["-o", folder]
        process.standardError = FileHandle.nullDevice
        try process.run()
        func noted() -> Int {
            let journal = (try? Data(contentsOf: URL(fileURLWithPath: folder + "/.series.ndjson"))) ?? Data()
            return journal.count { $0 == 0x0A } - 1
        }
        while process.isRunning, noted() < moments { usleep(500) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let left = noted()
        let again = try series(folder, month)
        #expect(again.status == 0)
        if left > 0 { #expect(again.errors.contains("30 moments (\(left) kept)"), "\(again.errors)") }
        #expect(try series(whole, month).status == 0)
        #expect(try content(folder) == content(whole))
    }

    @Test func anotherInputMakesAllAnew() throws {
        let scratch = try Scratch()
        var small = SmallScenario(count: 4)
        for place in 0..<4 { small.report("a\(place)", "2020-01-01", place: place, "red", source: "monitor") }
        let path = try small.write(to: scratch)
        let days = ["--from", "2020-01-01", "--to", "2020-01-04"]
        let folder = scratch.path + "/out"
        #expect(try series(folder, days, scenario: path).status == 0)
        small.report("b", "2020-01-03", place: 3, "blue", source: "agency")
        _ = try small.write(to: scratch)
        let again = try series(folder, days, scenario: path)
        #expect(again.errors.contains("an input or an option is another than before: all is made anew"))
        #expect(again.errors.contains("4 moments (0 kept)"))
        // Also where an option is.
        #expect(try series(folder, days + ["--areas-only"], scenario: path).errors.contains("made anew"))
        #expect(try content(folder).keys.sorted() == ["areas.csv", "changes.csv", "index.json"])
    }

    @Test func eachDayAsKnownThen() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/told"
        #expect(try series(folder, Self.week + ["--as-known-on", "same-day"]).status == 0)
        for day in ["2015-11-30", "2015-12-02", "2015-12-05"] {
            let alone = try Command.run(
                "snapshot", Self.scenario, "--at", day, "--as-known-on", day, "--format", "geojson")
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/\(day).geojson")) == alone.output, "\(day)")
        }
    }

    /// The places of all files together, the newest of each, are those of the last snapshot.
    @Test func changedPlacesAddUp() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/changed"
        #expect(try series(folder, Self.week + ["--places", "changed"]).status == 0)
        var newest: [String: String] = [:]
        var counts: [Int] = []
        func places(_ data: Data) throws -> [String: String] {
            let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            var places: [String: String] = [:]
            for feature in try #require(json["features"] as? [[String: Any]]) {
                guard var properties = feature["properties"] as? [String: Any],
                    properties["feature_type"] as? String == "place"
                else { continue }
                for key in ["as_of", "valid_from", "valid_to"] { properties[key] = nil }
                let text = try JSONSerialization.data(withJSONObject: properties, options: .sortedKeys)
                places[try #require(feature["id"] as? String)] = String(decoding: text, as: UTF8.self)
            }
            return places
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where name.hasSuffix(".geojson") {
            let some = try places(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            counts.append(some.count)
            newest.merge(some) { $1 }
        }
        let whole = try places(
            Command.run("snapshot", Self.scenario, "--at", "2015-12-06", "--format", "geojson").output)
        #expect(newest.keys.sorted() == whole.keys.sorted())
        for (id, place) in whole { #expect(place == newest[id]) }
        #expect(counts[0] == whole.count && counts.dropFirst().allSatisfy { $0 < whole.count })
    }

    @Test(arguments: [
        (["--from", "2015-12-02", "--to", "2015-12-01"], "exchange them"),
        (["--from", "2015-12-01", "--to", "2015-12-02", "--every", "0d"], "expected hours, days or weeks"),
        (["--from", "1015-12-01", "--to", "2015-12-02", "--every", "1h"], "make --every longer"),
        (["--from", "2015-12-01", "--to", "2015-12-02", "--as-known-on", "sometime"], "is no time"),
    ]) func wrongMomentsAreNamed(arguments: [String], message: String) throws {
        let scratch = try Scratch()
        let result = try series(scratch.path + "/x", arguments)
        #expect(result.status == 64 && result.errors.contains(message), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x"))
    }

    @Test func aFolderOfOtherThingsIsLeftAlone() throws {
        let scratch = try Scratch()
        for (name, text) in [
            ("letter.txt", "dear"), ("index.json", "{\"format\":\"other\"}"),
            ("index.json", "{\"format\":\"frontline-series\",\"version\":2}"),
        ] {
            let folder = UUID().uuidString
            try scratch.write(text, to: "\(folder)/\(name)")
            let result = try series(scratch.path + "/" + folder)
            #expect(result.status == 65, "\(result.errors)")
            let content = try content(scratch.path + "/" + folder)
            #expect(content == [name: Data(text.utf8)])
        }
        try scratch.write("x", to: "file")
        #expect(try series(scratch.path + "/file").status == 74)
    }
}
