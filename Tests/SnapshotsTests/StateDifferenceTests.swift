import Control
import Reports
import Snapshots
import TestSupport
import Testing

/// The algebra of changes, over made-up wars and over drawn maps.
@Suite struct StateDifferenceTests {
    /// A war at random: places in a row, reports at random, three moments.
    private func states(seed: UInt64) throws -> [MapState] {
        var random = SeededGenerator(seed: seed)
        var scenario = SmallScenario(count: 20)
        for index in 0..<90 {
            scenario.report(
                "r\(index)", "2020-01-\(10 + Int.random(in: 0..<19, using: &random))",
                place: Int.random(in: 0..<20, using: &random),
                ["red", "blue", "green"].randomElement(using: &random)!,
                ["holds", "holds", "holds", "contested", "withdrew"].randomElement(using: &random)!,
                against: "blue", source: ["monitor", "agency", "paper", "rumour"].randomElement(using: &random)!)
        }
        let scratch = try Scratch()
        let theatre = try Theatre(Scenario.load(try scenario.write(to: scratch)))
        return ["2020-01-12", "2020-01-19", "2020-01-20", "2020-01-28"].map {
            let snapshot = theatre.snapshot(at: Moment($0)!)
            let state = theatre.state(of: snapshot)
            #expect(state.digest == snapshot.digest)
            return state
        }
    }

    @Test(arguments: 0..<25) func theLawsHold(seed: UInt64) throws {
        let states = try states(seed: seed)
        for a in states {
            for b in states {
                let there = try StateDifference(from: a, to: b)
                #expect(there.inverse.inverse == there)
                #expect(try there.inverse == StateDifference(from: b, to: a))
                #expect(try there.applied(to: a) == b)
                #expect(try there.inverse.applied(to: b) == a)
                #expect(try there.then(there.inverse).changes.isEmpty)
                for c in states {
                    let on = try StateDifference(from: b, to: c)
                    #expect(try there.then(on) == StateDifference(from: a, to: c))
                    #expect(try there.then(on).inverse == on.inverse.then(there.inverse))
                }
            }
        }
        let (a, b, c) = (states[0], states[1], states[3])
        #expect(a.digest != b.digest)
        let change = try StateDifference(from: a, to: b)
        #expect(!change.changes.isEmpty)
        #expect(throws: StateDifferenceError.wrongState(expected: a.digest, seen: c.digest)) {
            try change.applied(to: c)
        }
        #expect(throws: StateDifferenceError.notConnected(end: b.digest, start: a.digest)) { try change.then(change) }
    }

    @Test func statesOfOtherPlacesHaveNoDifference() throws {
        func state(_ count: Int) throws -> MapState {
            var scenario = SmallScenario(count: count)
            scenario.report("a", "2020-01-01", place: 0, "red", source: "monitor")
            let scratch = try Scratch()
            let theatre = try Theatre(Scenario.load(try scenario.write(to: scratch)))
            return theatre.state(of: theatre.snapshot(at: Moment("2020-01-03")!))
        }
        #expect(throws: StateDifferenceError.otherPlaces) { try StateDifference(from: state(3), to: state(4)) }
    }

    /// Each message says what was expected, what was seen, and the way out.
    @Test func refusalsNameBothDigests() {
        let error = StateDifferenceError.wrongState(expected: "sha256:aa", seen: "sha256:bb")
        #expect(
            error.description
                == "the change starts from sha256:aa, this state is sha256:bb; apply it to the one that it was made from"
        )
    }
}
