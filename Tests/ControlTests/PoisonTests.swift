import Control
import Reports
import TestSupport
import Testing

/// Reports come from people who want the map to say something. None of these moves it alone.
@Suite struct PoisonTests {
    /// Ten places in a row, all red by two independent sources; a fair rival source exists.
    private func base() -> SmallScenario {
        var scenario = SmallScenario(count: 10)
        for place in 0..<10 {
            for source in ["monitor", "agency"] {
                scenario.report("a\(place)\(source)", "2020-01-01", place: place, "red", source: source)
            }
        }
        return scenario
    }

    private func side(_ scenario: SmallScenario, at: String = "2020-03-01", place: Int = 4) throws -> String? {
        let scratch = try Scratch()
        let calls = ControlModel(try Scenario.load(try scenario.write(to: scratch))).calls(at: Moment(at)!)
        if case .held(let side, _) = calls[place].status { return side }
        return nil
    }

    @Test func aFloodFromOneSource() throws {
        var scenario = base()
        for day in 10..<29 {
            for index in 0..<20 {
                scenario.report(
                    "f\(day)-\(index)", "2020-02-\(day)", place: 4, "blue", source: "bluetv", credibility: 3)
            }
        }
        #expect(try side(scenario) == "red")
    }

    @Test func aHundredAccountsWithOneText() throws {
        var scenario = base()
        for index in 0..<100 {
            scenario.sources += "\nacc\(index),Account \(index),activist,E,,,"
            scenario.report(
                "s\(index)", "2020-02-20", place: 4, "blue", source: "acc\(index)", credibility: 3,
                evidence: "Our heroes have freed the village completely!")
        }
        #expect(try side(scenario) == "red")
    }

    /// Each listed and graded, each in its own words, all confirming each other.
    @Test(arguments: ["D", "E", "F"]) func aHundredPoorSourcesInTheirOwnWords(grade: String) throws {
        var scenario = base()
        for index in 0..<100 {
            scenario.sources += "\nacc\(index),Account \(index),activist,\(grade),,,"
            scenario.report("s\(index)", "2020-02-20", place: 4, "blue", source: "acc\(index)", credibility: 3)
        }
        #expect(try side(scenario) == "red")
    }

    @Test func aHundredAccountsThatNobodyCanJudge() throws {
        var scenario = base()
        for index in 0..<100 {
            scenario.report("u\(index)", "2020-02-20", place: 4, "blue", source: "unlisted\(index)", credibility: 3)
        }
        #expect(try side(scenario) == "red")
    }

    @Test func claimsDatedAheadAndBack() throws {
        var ahead = base()
        ahead.report("x", "2020-02-25", place: 4, "blue", source: "agency", published: "2020-02-01")
        #expect(try side(ahead) == "red")
        // Told in February of the year before: the newer claims stand.
        var back = base()
        back.report("x", "2019-06-01", place: 4, "blue", source: "agency", published: "2020-02-01")
        #expect(try side(back) == "red")
    }

    @Test func flipsWithinADay() throws {
        var scenario = base()
        for index in 0..<60 {
            scenario.report(
                "m\(index)", "2020-02-20", place: 4, index % 2 == 0 ? "blue" : "green", source: "paper")
        }
        #expect(try side(scenario) == "red")
    }

    @Test func aCopyIsNoSecondWitness() throws {
        var one = base()
        one.report("m", "2020-02-20", place: 4, "blue", against: "red", source: "rumour", credibility: 3)
        var copied = one
        copied.sources += "\necho1,Echo,news,C,,rumour,\necho2,Echo,news,C,,rumour,"
        copied.report("e1", "2020-02-20", place: 4, "blue", source: "echo1", credibility: 3)
        copied.report("e2", "2020-02-20", place: 4, "blue", source: "echo2", credibility: 3)
        #expect(try side(one) == "red")
        #expect(try side(copied) == "red")
    }

    /// What should move it: two independent, good sources of one mind, against all neighbours.
    @Test func aWellAttestedPocketStays() throws {
        var scenario = base()
        for source in ["monitor", "agency"] {
            scenario.report("p\(source)", "2020-02-20", place: 4, "blue", against: "red", source: source)
        }
        #expect(try side(scenario) == "blue")
        #expect(try side(scenario, place: 3) == "red")
    }

    /// One weak word against all neighbours leaves doubt, not an island.
    @Test func aLoneWeakFlipIsNoIsland() throws {
        var scenario = base()
        scenario.places.append(("t:10", "PlaceZ", 37.22, 36.5))
        scenario.report("w", "2020-02-20", place: 10, "blue", source: "bluetv", credibility: 3)
        #expect(try side(scenario, place: 10) != "blue")
    }

    @Test func whereOnlyOneSideIsNamedTheRestIsNotItsOwn() throws {
        var scenario = SmallScenario(count: 10)
        scenario.report("a", "2020-01-05", place: 0, "red", source: "monitor")
        #expect(try side(scenario, at: "2020-02-01", place: 0) == "red")
        #expect(try side(scenario, at: "2020-02-01", place: 9) == nil)
        #expect(try side(scenario, at: "2019-06-01", place: 0) == nil)
    }
}
