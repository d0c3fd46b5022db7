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
}
