import Foundation
import TestSupport
import Testing

/// `frontline control --from A --to B` says for each day what `--at` says for it.
@Suite struct ControlSeriesTests {
    private func control(_ arguments: String...) throws -> [[String]] {
        let result = try Command.run(["control", "Tests/Scenarios/azaz-2015", "--format", "csv"] + arguments)
        try #require(result.status == 0, "\(result.errors)")
        return result.text.split(separator: "\n").map { ReadmeTests.cells(String($0)) }
    }

    @Test func eachDayIsWhatItIsAlone() throws {
        let series = try control("--from", "2015-11-30", "--to", "2015-12-04", "--every", "2d")
        #expect(series[0].prefix(5) == ["date", "place_id", "status", "actor", "probability"])
        let days = ["2015-11-30", "2015-12-02", "2015-12-04"]
        #expect(Set(series.dropFirst().map { $0[0] }).sorted() == days)
        for day in days {
            let alone = try control("--at", day).dropFirst().map { Array($0[0..<9]) }
            #expect(series.dropFirst().filter { $0[0] == day }.map { Array($0.dropFirst()) } == alone)
        }
    }

    @Test(arguments: [
        ["--at", "2015-12-02", "--from", "2015-12-01"], ["--from", "2015-12-02"], [],
        ["--from", "2015-12-02", "--to", "2015-12-01"],
        ["--from", "2015-12-01", "--to", "2015-12-02", "--every", "0d"],
    ]) func halfASeriesIsRefused(arguments: [String]) throws {
        #expect(try Command.run(["control", "Tests/Scenarios/azaz-2015"] + arguments).status == 64)
    }

    /// A day's label stands for its end, so it cannot stand among times: their order would not be that of the text.
    @Test func labelsOfHoursAreInTheOrderOfTime() throws {
        let series = try control("--from", "2015-12-01", "--to", "2015-12-02", "--every", "12h").dropFirst()
        var labels: [String] = []
        for row in series where labels.last != row[0] { labels.append(row[0]) }
        #expect(
            labels == [
                "2015-12-01T00:00:00Z", "2015-12-01T12:00:00Z", "2015-12-02T00:00:00Z", "2015-12-02T12:00:00Z",
                "2015-12-03T00:00:00Z",
            ])
        #expect(labels == labels.sorted())
    }

    /// The series is written piece by piece; told to stop it leaves nothing behind, and what stood there stays.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func nothingHalfWrittenIsLeftWhenStopped(signal: Int32) throws {
        let scratch = try Scratch()
        let file = try scratch.write("before\n", to: "calls.csv")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = [
            "control", Command.file("Tests/Scenarios/azaz-2015"), "--from", "2000-01-01", "--to", "2040-01-01",
            "--every",
            "1h", "-o", file,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        func drafts() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.contains(".part-") }
        }
        while process.isRunning, try drafts().isEmpty { usleep(2000) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
        #expect(try drafts().isEmpty)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "before\n")
    }
}
