import Foundation
import TestSupport
import Testing

/// `frontline map` through the built command: what is in the folder, and how it gets there.
@Suite struct MapFolderTests {
    private static let scenario = "Tests/Scenarios/azaz-2015"
    private static let week = ["--from", "2015-11-30", "--to", "2015-12-06"]

    private func map(
        _ folder: String, _ arguments: [String] = week, scenario: String = scenario, threads: Int = 2
    ) throws -> Command {
        try Command.run(
            ["map", scenario] + arguments + ["-o", folder], environment: ["FRONTLINE_THREADS": "\(threads)"])
    }

    private func content(_ folder: String) throws -> [String: Data] {
        var content: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if !isFolder.boolValue { content[name] = try Data(contentsOf: URL(fileURLWithPath: path)) }
        }
        return content
    }

    /// The JSON that a file of data hands over.
    private func data(_ content: [String: Data], _ name: String) throws -> [String: Any] {
        let text = String(decoding: try #require(content["data/\(name).js"]), as: UTF8.self)
        let open = try #require(text.firstIndex(of: "{"))
        let close = try #require(text.lastIndex(of: "}"))
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text[open...close].utf8)) as? [String: Any])
    }

    /// Thirty days fit in the two megabytes that the issue of a page over a slow line allows.
    @Test func aMonthIsSmallAndTheSameEveryTime() throws {
        let scratch = try Scratch()
        let result = try map(scratch.path + "/month", [], threads: 1)
        #expect(result.status == 0, "\(result.errors)")
        let first = try content(scratch.path + "/month")
        #expect(first.values.reduce(0) { $0 + $1.count } < 2_000_000)
        #expect(try map(scratch.path + "/again", [], threads: 3).status == 0)
        #expect(try content(scratch.path + "/again") == first)
        let moments = try #require(try data(first, "map")["moments"] as? [String])
        #expect(moments.count == 30 && moments.first == "2015-11-16" && moments.last == "2015-12-15")
    }

    @Test func nothingIsFetchedFromElsewhere() throws {
        let scratch = try Scratch()
        #expect(try map(scratch.path + "/map").status == 0)
        let content = try content(scratch.path + "/map")
        let index = String(decoding: try #require(content["index.html"]), as: UTF8.self)
        #expect(index.contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"))
        #expect(!index.contains("http:") && !index.contains("https:") && !index.contains("{{"))
        for (name, bytes) in content where name.hasPrefix("code/") {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in [
                "innerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(",
                "XMLHttpRequest", "import(",
            ] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
            #expect(!name.hasSuffix(".js") || text.hasPrefix("'use strict';"), "\(name)")
        }
        // Every file that the page names is there.
        for part in index.components(separatedBy: "src=\"").dropFirst()
            + index.components(separatedBy: "href=\"").dropFirst()
        {
            let name = String(part.prefix { $0 != "\"" })
            #expect(name.hasPrefix("#") || content[name] != nil, "\(name)")
        }
    }

    @Test func aTileSourceIsTheOnlyOriginAllowed() throws {
        let scratch = try Scratch()
        let address = "https://Tile.example.org:8080/a/{z}/{x}/{y}.png"
        #expect(
            try map(scratch.path + "/map", Self.week + ["--tiles", address, "--tiles-credit", "© <us>"]).status == 0)
        let content = try content(scratch.path + "/map")
        let index = String(decoding: try #require(content["index.html"]), as: UTF8.self)
        #expect(index.contains("img-src 'self' blob: data: https://tile.example.org:8080; base-uri"))
        let tiles = try #require(try data(content, "map")["tiles"] as? [String: String])
        #expect(tiles == ["address": address, "credit": "© <us>"])
        for bad in [
            "https://tile.example.org; script-src *//{z}/{x}/{y}", "javascript:{z}{x}{y}",
            "https://tile.example.org/{z}/{x}",
            "https:///{z}/{x}/{y}", "https://a\" b/{z}/{x}/{y}",
        ] {
            let result = try map(scratch.path + "/bad", Self.week + ["--tiles", bad])
            #expect(result.status == 64 && result.errors.contains("--tiles"), "\(bad): \(result.errors)")
        }
    }

    /// The areas in the page are those of the tables of `series`, and its land has them as cells.
    @Test(arguments: [[], ["--as-known-on", "same-day"]]) func figuresAreThoseOfTheSeries(_ known: [String]) throws {
        let scratch = try Scratch()
        #expect(try map(scratch.path + "/map", Self.week + known).status == 0)
        let series = try Command.run(
            ["series", Self.scenario] + Self.week + known + ["--areas-only", "-o", scratch.path + "/series"])
        #expect(series.status == 0)
        let content = try content(scratch.path + "/map")
        let map = try data(content, "map")
        let keys = try #require(map["holders"] as? [[String: Any]]).map { $0["key"] as? String ?? "" }
        let days = try #require(map["moments"] as? [String])
        var shown: [String: Double] = [:]
        for (day, row) in zip(days, try #require(map["areas_km2"] as? [[Any]])) {
            for (key, area) in zip(keys, row) { if let area = area as? Double { shown["\(day) \(key)"] = area } }
        }
        var expected: [String: Double] = [:]
        let table = try String(contentsOfFile: scratch.path + "/series/areas.csv", encoding: .utf8)
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let key = cells[2] == "contested" ? "contested:" + cells[3] : cells[3].isEmpty ? cells[2] : cells[3]
            expected["\(cells[0]) \(key)"] = Double(cells[4])
        }
        #expect(shown == expected && expected.count > 30)
        let land = try data(content, "land")
        var reader = try PackedReader(try #require(land["areas_m2"] as? String))
        var squareMetres = 0
        for _ in 0..<(try #require(land["cells"] as? Int)) { squareMetres += try reader.next() }
        let day = try #require(days.last)
        let total = expected.filter { $0.key.hasPrefix(day) && !$0.key.hasSuffix("beyond_reach") }.values.reduce(0, +)
        #expect(abs(Double(squareMetres) / 1e6 - total) < 0.02)
    }

    /// The reasons of a place at a moment are those that `why` gives for it, report by report.
    @Test(arguments: ["2015-11-30", "2015-12-02"]) func reasonsAreThoseOfWhy(_ day: String) throws {
        let scratch = try Scratch()
        #expect(try map(scratch.path + "/map").status == 0)
        let content = try content(scratch.path + "/map")
        let moment = try #require((try data(content, "map")["moments"] as? [String])?.firstIndex(of: day))
        let ids = try #require(try data(content, "places")["ids"] as? [String])
        let reports = try #require(try data(content, "reports")["reports"] as? [[Any]])
        let reasons = try data(content, "reasons")
        let parts = try #require(reasons["parts"] as? [[Int]])
        let roles = try #require(reasons["roles"] as? [String])
        let sentences = try #require(reasons["sentences"] as? [String])
        var reader = try PackedReader(try #require(reasons["reasons"] as? String))
        var shown: [String: [String: Double]] = [:]
        for id in ids {
            for _ in 0..<(try reader.next()) {
                let report = try reader.next()
                var (start, part) = (0, 0)
                for _ in 0..<(try reader.next()) {
                    start += try reader.next()
                    let next = try reader.next()
                    if start <= moment { part = next }
                }
                guard part > 0 else { continue }
                let found = parts[part - 1]
                let text = "\(reports[report][0]) \(roles[found[0]]) \(sentences[found[2]])"
                shown[id, default: [:]][text] = Double(found[1]) / 100
            }
        }
        #expect(reader.isAtEnd)
        for place in ["gn:168742", "gn:169169"] {
            let why = try Command.run("why", Self.scenario, place, "--at", day, "--json")
            let answer = try #require(try JSONSerialization.jsonObject(with: why.output) as? [String: Any])
            var expected: [String: Double] = [:]
            for report in try #require(answer["reports"] as? [[String: Any]]) {
                let text = "\(report["id"] ?? "") \(report["role"] ?? "") \(report["reason"] ?? "")"
                expected[text] = try #require(report["weight"] as? Double)
            }
            #expect(!expected.isEmpty && Set(expected.keys) == Set((shown[place] ?? [:]).keys), "\(place)")
            // Both are rounded, one to hundredths and one to thousandths.
            for (text, weight) in expected { #expect(abs((shown[place]?[text] ?? -1) - weight) < 0.0056, "\(text)") }
        }
    }

    /// A folder with other things in it is left alone; a map is replaced in one step, with nothing left beside it.
    @Test func foldersAreReplacedOrLeftAlone() throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: "full/notes.txt")
        let refused = try map(scratch.path + "/full")
        #expect(refused.status == 65 && refused.errors.contains("notes.txt"))
        #expect(try content(scratch.path + "/full").count == 1)
        try FileManager.default.createDirectory(atPath: scratch.path + "/empty", withIntermediateDirectories: true)
        #expect(try map(scratch.path + "/empty/").status == 0)
        try scratch.write("old", to: "empty/data/older.js")
        #expect(try map(scratch.path + "/empty", ["--from", "2015-12-01", "--to", "2015-12-02"]).status == 0)
        let content = try content(scratch.path + "/empty")
        #expect(content["data/older.js"] == nil)
        // What is no script is the user's, also where the scripts are.
        for name in ["empty/data/notes.txt", "empty/code/notes.md"] {
            try scratch.write("mine", to: name)
            let refused = try map(scratch.path + "/empty")
            #expect(refused.status == 65 && refused.errors.contains("than a map ("), "\(refused.errors)")
            #expect(FileManager.default.fileExists(atPath: scratch.path + "/" + name))
            try FileManager.default.removeItem(atPath: scratch.path + "/" + name)
        }
        #expect(try #require(try data(content, "map")["moments"] as? [String]) == ["2015-12-01", "2015-12-02"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["empty", "full"])
        for bad in ["", "-"] { #expect(try map(bad).status == 64) }
        #expect(try map(Command.file(Self.scenario)).status == 65)
    }

    @Test func spansThatMakeNoSenseAreRefused() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/map"
        for (arguments, word) in [
            (["--from", "2015-12-06", "--to", "2015-12-01"], "exchange them"), (["--every", "0d"], "--every"),
            (["--from", "1000-01-01", "--to", "2015-12-01"], "--every longer"), (["--from", "yesterday"], "yesterday"),
        ] {
            let result = try map(folder, arguments)
            #expect(result.status == 64 && result.errors.contains(word), "\(arguments): \(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
