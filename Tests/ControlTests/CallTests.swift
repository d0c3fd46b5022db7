import Control
import Reports
import Rows
import TestSupport
import Testing

/// What anyone would expect of the calls, whatever weighs the claims inside.
@Suite struct CallTests {
    private func calls(
        _ scenario: SmallScenario, at: String, asKnownOn: String? = nil
    ) throws -> [Call] {
        let scratch = try Scratch()
        let loaded = try Scenario.load(try scenario.write(to: scratch))
        #expect(loaded.problems.filter { $0.effect == .skipped }.isEmpty)
        return ControlModel(loaded, asKnownOn: asKnownOn.flatMap { Moment($0) }).calls(at: Moment(at)!)
    }

    private func side(_ call: Call) -> String? {
        if case .held(let side, _) = call.status { return side }
        return nil
    }

    @Test func aPlaceWithoutReportsIsUnknown() throws {
        var scenario = SmallScenario(count: 30)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        let calls = try calls(scenario, at: "2020-01-02")
        #expect(side(calls[0]) == "red")
        #expect(calls[29].status == .unknown)
        #expect(calls[29].probability == 0)
    }

    @Test func aNewerGoodClaimWinsAndTheOlderIsOverruled() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        scenario.report("b", "2020-02-01", place: 0, "blue", against: "red", source: "agency")
        scenario.report("c", "2020-02-01", place: 0, "blue", against: "red", source: "paper")
        let before = try calls(scenario, at: "2020-01-20")[0]
        let after = try calls(scenario, at: "2020-02-02")[0]
        #expect(side(before) == "red")
        #expect(side(after) == "blue")
        #expect(after.since?.text == "2020-02-01")
        let roles = Dictionary(uniqueKeysWithValues: after.basis.map { ($0.reportIndex, $0.role) })
        #expect(roles[0] == .overruled)
        #expect(roles[1] == .carried && roles[2] == .carried)
        #expect(after.basis.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func whatIsRecordedLaterIsHiddenAndNothingElse() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        scenario.report("b", "2020-02-01", place: 0, "blue", against: "red", source: "agency", recorded: "2020-02-10")
        scenario.report("c", "2020-02-01", place: 0, "blue", against: "red", source: "paper", recorded: "2020-02-10")
        #expect(side(try calls(scenario, at: "2020-02-05", asKnownOn: "2020-02-09")[0]) == "red")
        #expect(side(try calls(scenario, at: "2020-02-05", asKnownOn: "2020-02-10")[0]) == "blue")
        #expect(side(try calls(scenario, at: "2020-02-05")[0]) == "blue")
    }

    @Test func strikesAndClashesAndDenialsSayNothingOfControl() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        let plain = try calls(scenario, at: "2020-01-09")[0]
        for (index, claim) in ["strike", "clash", "denies", "strike", "clash"].enumerated() {
            scenario.report("x\(index)", "2020-01-05", place: 0, "blue", claim, source: "agency")
        }
        let call = try calls(scenario, at: "2020-01-09")[0]
        #expect(call.status == plain.status)
        #expect(call.probability == plain.probability)
        #expect(call.basis.filter { $0.role == .context }.count == 5)
    }

    @Test func anEnemyInsideMakesItContestedAnEnemyAtTheEdgeDoesNot() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        scenario.report("b", "2020-01-01", place: 1, "red", source: "monitor")
        for source in ["agency", "paper"] {
            scenario.report("c\(source)", "2020-01-09", place: 0, "blue", "present", source: source, extent: "part")
            scenario.report("d\(source)", "2020-01-09", place: 1, "blue", "present", source: source, extent: "edge")
        }
        let calls = try calls(scenario, at: "2020-01-09")
        #expect(calls[0].status == .contested(sides: ["blue", "red"]))
        #expect(side(calls[1]) == "red")
    }

    @Test func aCorrectionTakesItsOwnSourcesWordBackAndNobodyElses() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        scenario.report("b", "2020-01-05", place: 0, "blue", source: "agency")
        scenario.report("c", "2020-01-05", place: 0, "red", source: "agency", published: "2020-01-06", supersedes: "b")
        let corrected = try calls(scenario, at: "2020-01-07")[0]
        #expect(side(corrected) == "red")
        #expect(corrected.basis.first { $0.reportIndex == 1 }?.role == .discounted)

        var forged = SmallScenario(count: 3)
        forged.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        forged.report("b", "2020-01-02", place: 0, "blue", "strike", source: "rumour", supersedes: "a")
        #expect(side(try calls(forged, at: "2020-01-07")[0]) == "red")
    }

    @Test func aFloodFromOneSourceAndItsCopiesCountOnce() throws {
        var scenario = SmallScenario(count: 3)
        scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
        scenario.report("b", "2020-01-02", place: 0, "blue", source: "rumour")
        let once = try calls(scenario, at: "2020-01-02")[0]
        for index in 0..<200 { scenario.report("f\(index)", "2020-01-02", place: 0, "blue", source: "rumour") }
        let flooded = try calls(scenario, at: "2020-01-02")[0]
        #expect(flooded.status == once.status)
        #expect(abs(flooded.probability - once.probability) < 0.02)
    }

    @Test func aSidesOwnMediaDoNotMoveTheMapAlone() throws {
        var scenario = SmallScenario(count: 3)
        for source in ["monitor", "agency"] {
            scenario.report("a\(source)", "2020-01-01", place: 0, "red", source: source)
        }
        scenario.report("b", "2020-01-02", place: 0, "blue", source: "bluetv")
        #expect(side(try calls(scenario, at: "2020-01-02")[0]) != "blue")
    }

    @Test func theOrderOfTheRowsIsForgotten() throws {
        var scenario = SmallScenario(count: 8)
        var generator = SeededGenerator(seed: 7)
        for index in 0..<60 {
            scenario.report(
                "r\(index)", "2020-01-\(10 + Int.random(in: 0..<15, using: &generator))",
                place: Int.random(in: 0..<8, using: &generator),
                ["red", "blue", "green"].randomElement(using: &generator)!,
                ["holds", "holds", "present", "withdrew", "clash"].randomElement(using: &generator)!,
                source: ["monitor", "agency", "paper", "redtv", "rumour"].randomElement(using: &generator)!)
        }
        let first = try calls(scenario, at: "2020-01-20").map { "\($0.status) \($0.probability)" }
        for seed in 0..<5 {
            var shuffler = SeededGenerator(seed: UInt64(seed))
            scenario.reports.shuffle(using: &shuffler)
            #expect(try calls(scenario, at: "2020-01-20").map { "\($0.status) \($0.probability)" } == first)
        }
    }

    @Test func probabilitiesAreProbabilities() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            var scenario = SmallScenario(count: 6)
            for index in 0..<30 {
                scenario.report(
                    "r\(index)", "2020-01-\(10 + Int.random(in: 0..<15, using: &generator))",
                    place: Int.random(in: 0..<6, using: &generator), Bool.random(using: &generator) ? "red" : "blue",
                    source: ["monitor", "agency", "redtv", "bluetv"].randomElement(using: &generator)!)
            }
            for call in try calls(scenario, at: "2020-01-18") {
                #expect((0...1).contains(call.probability))
                #expect((call.status == .unknown) == (call.probability == 0))
            }
        }
    }
}
