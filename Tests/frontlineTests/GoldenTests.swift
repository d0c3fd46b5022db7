import Foundation
import TestSupport
import Testing

/// Golden files: the name of the file is the command line, and the built command must write it byte for byte.
/// `RECORD_GOLDEN=1 swift test --filter Golden` writes them anew.
@Suite struct GoldenTests {
    static let scenarios = Command.root.appendingPathComponent("Tests/Scenarios")

    struct Case: CustomTestStringConvertible, Sendable {
        let scenario: String
        let name: String
        var testDescription: String { "\(scenario): frontline \(name)" }
    }

    static let cases: [Case] = {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: Self.scenarios.path)) ?? []
        return names.sorted().flatMap { scenario -> [Case] in
            let folder = Self.scenarios.appendingPathComponent("\(scenario)/golden").path
            let files = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
            return files.sorted().map { Case(scenario: scenario, name: $0) }
        }
    }()

    @Test func thereAreGoldenFiles() {
        #expect(Self.cases.count >= 6)
    }

    /// `snapshot --at 2015-12-02.geojson` is `frontline snapshot SCENARIO --at 2015-12-02 --format geojson`.
    @Test(arguments: cases) func theCommandWritesTheGoldenFile(_ golden: Case) throws {
        let file = Self.scenarios.appendingPathComponent("\(golden.scenario)/golden/\(golden.name)")
        let dot = try #require(golden.name.lastIndex(of: "."))
        var words = golden.name[..<dot].split(separator: " ").map(String.init)
        let ending = String(golden.name[golden.name.index(after: dot)...])
        let scenario = "Tests/Scenarios/\(golden.scenario)"
        let isReports = words[0] == "reports"
        words.insert(scenario, at: isReports ? 2 : 1)
        if !isReports { words += ["--format", ending == "txt" ? "text" : ending] }
        let result = try Command.run(words)
        #expect(result.status == 0, "\(result.errors)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try result.output.write(to: file)
        }
        let expected = try Data(contentsOf: file)
        #expect(
            result.output == expected,
            "\(golden.name) differs from what the command writes; look at it with: frontline \(words.joined(separator: " ")) | diff - '\(golden.name)'"
        )
    }
}
