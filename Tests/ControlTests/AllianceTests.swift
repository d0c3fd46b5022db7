import Control
import Reports
import Rows
import TestSupport
import Testing

/// Who is hostile to whom is a matter of the moment.
@Suite struct AllianceTests {
    /// Red and green hold out together against blue until the end of March; then green goes its own way.
    private func allies() -> SmallScenario {
        var scenario = SmallScenario(count: 12)
        scenario.actors = """
            id,name,names,side,side_from,side_to,parent,colour
            red,Red Army,Reds|الأحمر,league,,2020-03-31,,#CC0000
            red,,,red,2020-04-01,,,
            redguard,Red Guard,,league,,2020-03-31,red,
            redguard,,,red,2020-04-01,,red,
            green,Green Corps,Greens,league,,2020-03-31,,#00CC00
            green,,,green,2020-04-01,,,
            blue,Blue Front,,blue,,,,#0000CC
            """
        for place in 0..<12 {
            let actor = place < 4 ? (place == 1 ? "redguard" : "Reds") : place < 8 ? "Greens" : "blue"
            for source in ["monitor", "agency"] {
                scenario.report("a\(place)\(source)", "2020-01-01", place: place, actor, source: source)
            }
        }
        return scenario
    }

    private func holders(_ scenario: SmallScenario, at: String) throws -> [String] {
        let scratch = try Scratch()
        let loaded = try Scenario.load(try scenario.write(to: scratch))
        #expect(loaded.problems.filter { $0.effect == .skipped }.isEmpty)
        return ControlModel(loaded).calls(at: Moment(at)!).map {
            switch $0.status {
            case .held(let side, _): side
            case .contested(let sides): sides.joined(separator: "+")
            case .unknown: "?"
            }
        }
    }

    @Test func alliesThatFallOutHoldTheirOwnFromThatDay() throws {
        let together = [String](repeating: "league", count: 8) + [String](repeating: "blue", count: 4)
        let apart =
            [String](repeating: "red", count: 4) + [String](repeating: "green", count: 4)
            + [String](repeating: "blue", count: 4)
        #expect(try holders(allies(), at: "2020-02-01") == together)
        #expect(try holders(allies(), at: "2020-03-31") == together)
        #expect(try holders(allies(), at: "2020-04-01") == apart)
        #expect(try holders(allies(), at: "2020-12-31") == apart)
    }

    /// What allies say of each other's places contradicts nothing; after the break it does.
    @Test func alliesInOnePlaceAreNoContest() throws {
        var scenario = allies()
        for source in ["monitor", "agency"] {
            scenario.report("p\(source)", "2020-03-10", place: 5, "Reds", "present", source: source, extent: "part")
            scenario.report("q\(source)", "2020-04-10", place: 6, "Reds", "present", source: source, extent: "part")
        }
        #expect(try holders(scenario, at: "2020-03-11")[5] == "league")
        #expect(try holders(scenario, at: "2020-04-11")[6] == "green+red")
    }

    /// A source that favours the league served both while it lasted.
    @Test func aLeaningIsOfItsTime() throws {
        var scenario = allies()
        scenario.sources += "\ngreentv,Green TV,party,C,green,,"
        scenario.report("x", "2020-04-20", place: 2, "green", against: "red", source: "greentv", credibility: 3)
        #expect(try holders(scenario, at: "2020-04-21")[2] == "red")
    }

    @Test func outsideItsPeriodsAnActorStandsAlone() throws {
        let actor = Actor(
            id: "x", name: "X", names: [], side: "b", parent: nil, colour: nil,
            periods: [
                SidePeriod(side: "a", from: nil, to: Moment("2020-01-31")),
                SidePeriod(side: "b", from: Moment("2020-03-01"), to: nil),
            ])
        func side(_ text: String) -> String { actor.side(at: Moment(text)!.start) }
        #expect(["2019-01-01", "2020-01-31", "2020-02-01", "2020-03-01"].map(side) == ["a", "a", "x", "b"])
    }
}
