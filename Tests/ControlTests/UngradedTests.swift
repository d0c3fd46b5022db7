import Control
import Reports
import TestSupport
import Testing

/// Grades and leanings are what a user gives; who gives few is not punished.
@Suite struct UngradedTests {
    private func sides(_ scenario: SmallScenario, at: String) throws -> [String?] {
        let scratch = try Scratch()
        return ControlModel(try Scenario.load(try scenario.write(to: scratch))).calls(at: Moment(at)!).map {
            if case .held(let side, _) = $0.status { side } else { nil }
        }
    }

    /// Where nobody is graded, F says nothing of anybody: each is heard, none is one of a crowd of unknown accounts.
    @Test func whereNobodyIsGradedAllAreHeard() throws {
        var scenario = SmallScenario(count: 6)
        scenario.sources = "id,name,kind,reliability,leaning,echoes,url\nmonitor,,,,,,\nagency,,,,,,\npaper,,,,,,"
        for place in 0..<6 {
            for source in ["monitor", "agency"] {
                scenario.report("a\(place)\(source)", "2020-01-01", place: place, "red", source: source)
            }
        }
        for source in ["monitor", "agency", "paper"] {
            scenario.report("b\(source)", "2020-02-01", place: 5, "blue", against: "red", source: source)
        }
        let sides = try sides(scenario, at: "2020-02-02")
        #expect(sides.prefix(4).allSatisfy { $0 == "red" })
        #expect(sides[5] == "blue")
    }

    /// A denial counts against those who name that group here, and says nothing of others of its side.
    @Test func aDenialWeighsAgainstWhoIsNamed() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "redguard", source: "paper")
        func chance() throws -> Double {
            let scratch = try Scratch()
            return ControlModel(try Scenario.load(try scenario.write(to: scratch))).calls(at: Moment("2020-01-09")!)[0]
                .probability
        }
        let before = try chance()
        scenario.report("b", "2020-01-05", place: 0, "red", "denies", source: "agency")
        #expect(try chance() == before)
        scenario.report("c", "2020-01-05", place: 0, "redguard", "denies", source: "agency")
        #expect(try chance() < before)
    }
}
