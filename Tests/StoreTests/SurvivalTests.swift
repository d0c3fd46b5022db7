import Foundation
import TestSupport
import Testing

/// Kills and full disks. `kills.py` is the same with as many kills as one likes.
struct SurvivalTests {
    @Test func killsLoseNothing() throws {
        let script = Command.file("Tests/StoreTests/kills.py")
        guard
            let answer = try Command.other(
                "python3", [script, Command.path, Command.file("Tests/Scenarios/azaz-2015"), "20"])
        else { return Readers.loudly("python3 is not installed: its test is skipped") }
        #expect(answer.status == 0, "\(answer.text)\(answer.errors)")
        #expect(answer.text.contains("0 lost, 0 doubled"))
    }

    /// As soon as there is a draft, and in the middle of it.
    @Test(arguments: ["0", "0.1", "0.3"]) func interruptedImportsLeaveNothing(seconds: String) throws {
        let scratch = try Scratch()
        var rows = "date,place,actor,source\n"
        for number in 0..<20_000 { rows += "2015-12-0\(1 + number % 9),Kafrah \(number),isis,sohr\n" }
        try scratch.write(rows, to: "war/reports.csv")
        // Once the draft is there the import is at work.
        let script = """
            cd '\(scratch.path)'; '\(Command.path)' import war -o war.gpkg & \
            until ls war.gpkg* > /dev/null 2>&1; do sleep 0.001; done; sleep \(seconds); \
            kill -INT $!; wait $!; echo $?; ls
            """
        let answer = try #require(try Command.other("bash", ["-mc", script]))
        #expect(answer.text == "130\nwar\n" || answer.text == "0\nwar\nwar.gpkg\n", "\(answer.text)\(answer.errors)")
    }

    /// Runs the command where no file may grow beyond so many kilobytes.
    private func run(_ arguments: [String], kilobytes: Int) throws -> Command {
        let line = ([Command.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        return try #require(try Command.other("bash", ["-c", "ulimit -f \(kilobytes); exec \(line)"]))
    }

    @Test func fullDisksLeaveNoPart() throws {
        let scratch = try Scratch()
        let folder = Command.file("Tests/Scenarios/azaz-2015")
        let project = scratch.path + "/war.gpkg"
        #expect(try Command.run("import", folder, "-o", project).status == 0)
        let size = try Data(contentsOf: URL(fileURLWithPath: project)).count / 1024
        for limit in [0, 4, 64, size / 2, size - 8] {
            let name = scratch.path + "/part-\(limit).gpkg"
            let answer = try run(["import", folder, "-o", name], kilobytes: limit)
            #expect(answer.status == 74, "\(limit) kB: \(answer.status) \(answer.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["war.gpkg"])
        }
    }

    @Test func fullDisksAcknowledgeNothing() throws {
        let scratch = try Scratch()
        let project = scratch.path + "/war.gpkg"
        #expect(try Command.run("init", project).status == 0)
        let text = String(repeating: "word ", count: 200)
        let rows = (0..<2000).map {
            "{\"id\":\"n\($0)\",\"date\":\"2015-12-02\",\"place\":\"Kafrah\",\"actor\":\"isis\",\"source\":\"sohr\",\"note\":\"\(text)\"}"
        }
        let first = rows[..<10].joined(separator: "\n") + "\n"
        #expect(try Command.run("reports", "add", project, "-", input: first).status == 0)
        let feed = try scratch.write(rows.joined(separator: "\n") + "\n", to: "feed.ndjson")
        for limit in [64, 512, 1500] {
            let answer = try run(["reports", "add", project, feed], kilobytes: limit)
            #expect(answer.status == 74, "\(limit) kB: \(answer.status) \(answer.errors)")
            #expect(answer.text.isEmpty)
            #expect(try Checked(project).reports == 10)
        }
        #expect(try Command.run("reports", "add", project, feed).status == 0)
    }
}
