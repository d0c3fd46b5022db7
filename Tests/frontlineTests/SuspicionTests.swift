import Foundation
import TestSupport
import Testing

/// What somebody may do to the log to move the map: `reports check` tells it, and `control` calls every place as before.
@Suite struct SuspicionTests {
    struct Poison: CustomTestStringConvertible, Sendable {
        let code: String
        /// Who must be named.
        let name: String
        let count: Int
        let pour: @Sendable (inout SmallScenario) -> Void
        var testDescription: String { code }
    }

    /// Ten places in a row, all red by two independent sources.
    private static func base() -> SmallScenario {
        var scenario = SmallScenario(count: 10)
        for place in 0..<10 {
            for source in ["monitor", "agency"] {
                scenario.report("a\(place)\(source)", "2020-01-01", place: place, "red", source: source)
            }
        }
        return scenario
    }

    static let poisons: [Poison] = [
        Poison(code: "flood", name: "bluetv", count: 380) { scenario in
            for index in 0..<380 {
                scenario.report(
                    "f\(index)", "2020-02-\(10 + index / 20)", place: 4, "blue", source: "bluetv", credibility: 3)
            }
        },
        Poison(code: "one-text", name: "acc0", count: 100) { scenario in
            for index in 0..<100 {
                scenario.sources += "\nacc\(index),Account \(index),activist,D,,,"
                scenario.report(
                    "s\(index)", "2020-02-20", place: 4, "blue", source: "acc\(index)", credibility: 3,
                    evidence: "Our heroes have freed the village completely!")
            }
        },
        Poison(code: "copies", name: "parrot", count: 10) { scenario in
            scenario.sources += "\nparrot,Parrot,activist,E,,,"
            for place in 0..<10 {
                scenario.report("o\(place)", "2020-02-20", place: place, "blue", source: "bluetv", credibility: 3)
                scenario.report("p\(place)", "2020-02-21", place: place, "blue", source: "parrot", credibility: 3)
            }
        },
        Poison(code: "back-dated", name: "agency", count: 1) { scenario in
            scenario.report("x", "2019-06-01", place: 4, "blue", source: "agency", published: "2020-02-01")
        },
        Poison(code: "dated-ahead", name: "agency", count: 1) { scenario in
            scenario.report("x", "2020-02-25", place: 4, "blue", source: "agency", published: "2020-02-01")
        },
        Poison(code: "recorded-late", name: "bluetv", count: 1) { scenario in
            scenario.report("x", "2020-02-01", place: 4, "blue", source: "bluetv", recorded: "2020-06-01")
        },
        Poison(code: "recorded-before-published", name: "bluetv", count: 1) { scenario in
            scenario.report("x", "2020-02-01", place: 4, "blue", source: "bluetv", recorded: "2020-01-02")
        },
        // The е is Cyrillic.
        Poison(code: "look-alike-actor", name: "Blu\u{435} Front", count: 2) { scenario in
            for source in ["monitor", "agency"] {
                scenario.report("x\(source)", "2020-02-20", place: 4, "Blu\u{435} Front", source: source)
            }
        },
        // Capital I for small l.
        Poison(code: "look-alike-actor", name: "bIue", count: 1) { scenario in
            scenario.report("x", "2020-02-20", place: 4, "bIue", source: "agency")
        },
        // The о is Cyrillic.
        Poison(code: "look-alike-source", name: "m\u{43E}nitor", count: 2) { scenario in
            for index in 0..<2 {
                scenario.report("x\(index)", "2020-02-2\(index)", place: 4, "blue", source: "m\u{43E}nitor")
            }
        },
        Poison(code: "look-alike-source", name: "agencyy", count: 1) { scenario in
            scenario.report("x", "2020-02-20", place: 4, "blue", source: "agencyy")
        },
        Poison(code: "flips", name: "paper", count: 59) { scenario in
            for index in 0..<60 {
                scenario.report(
                    "m\(index)", "2020-02-20T10:\(index < 10 ? "0" : "")\(index)Z", place: 4,
                    index % 2 == 0 ? "blue" : "red", source: "paper")
            }
        },
    ]

    private func findings(_ folder: String) throws -> [[String: Any]] {
        let result = try Command.run("reports", "check", folder, "--json")
        return try result.text.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    private func calls(_ folder: String) throws -> [String] {
        let result = try Command.run("control", folder, "--at", "2020-03-01", "--format", "csv")
        #expect(result.status == 0, "\(result.errors)")
        // place_id, status and actor; the rest may move.
        return result.text.split(separator: "\n").map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
    }

    @Test(arguments: poisons) func itIsToldAndMovesNothing(poison: Poison) throws {
        let scratch = try Scratch()
        let clean = try Self.base().write(to: scratch, name: "clean")
        var scenario = Self.base()
        poison.pour(&scenario)
        let poisoned = try scenario.write(to: scratch, name: "poisoned")
        #expect(try calls(poisoned) == calls(clean))

        let found = try findings(poisoned).filter { $0["effect"] as? String == "suspicious" }
        let told = try #require(found.first { $0["code"] as? String == poison.code })
        #expect(found.filter { $0["code"] as? String == poison.code }.count == 1)
        #expect((told["names"] as? [String])?.contains(poison.name) == true)
        #expect(told["count"] as? Int == poison.count)
        #expect((told["rows"] as? [Any])?.isEmpty == false)
        #expect((told["way_out"] as? String)?.isEmpty == false)
        #expect(try findings(clean).isEmpty)

        let text = try Command.run("reports", "check", poisoned).text
        #expect(text.contains("suspicious: \(try #require(told["message"] as? String))"))
    }

    /// A year of a real front as honest and other sources would tell it: the flooder and the copier are told, nobody else.
    @Test func onAReplayTheFlooderAndTheCopierAreTold() throws {
        var scenario = SmallScenario(count: 40)
        scenario.sources += "\nflooder,Flooder,activist,E,,,\nechoer,Echoer,activist,F,,bluetv,"
        var number = 0
        func add(_ day: Int, _ place: Int, _ side: String, _ source: String) {
            number += 1
            let month = 1 + day / 28
            let date = "2020-\(month < 10 ? "0" : "")\(month)-\(10 + day % 18)"
            scenario.report("r\(1000 + number)", date, place: place, side, source: source, credibility: 3)
        }
        for place in 0..<40 {
            for source in ["monitor", "agency"] { add(0, place, place < 20 ? "red" : "blue", source) }
        }
        for step in 0..<12 {
            add(14 * step + 2, 20 + step, "blue", "bluetv")
            add(14 * step + 2, 20 + step, "blue", "echoer")
            add(14 * step + 3, 19 - step, "blue", "bluetv")
            add(14 * step + 3, 19 - step, "blue", "echoer")
            add(14 * step + 4, 20 + step, "red", "monitor")
            add(14 * step + 9, 20 + step, "red", "agency")
            for _ in 0..<3 { add(14 * step + 5, 3, "blue", "flooder") }
        }
        let scratch = try Scratch()
        let found = try findings(scenario.write(to: scratch))
        let told = found.map { "\($0["code"] ?? "") \(($0["names"] as? [String])?.joined() ?? "")" }
        #expect(told == ["flood flooder", "copies echoer"])
    }

    @Test func anUnlistedSourceIsToldOnceWithItsCount() throws {
        var scenario = Self.base()
        for index in 0..<7 { scenario.report("u\(index)", "2020-02-20", place: index, "red", source: "stranger") }
        let scratch = try Scratch()
        let folder = try scenario.write(to: scratch)
        let lines = try findings(folder).filter { $0["code"] as? String == "unknown-source" }
        #expect(lines.count == 1 && lines.first?["count"] as? Int == 7)
        let text = try Command.run("reports", "check", folder).text
        #expect(text.components(separatedBy: "\"stranger\"").count == 2 && text.contains("so in 7 reports"))
    }

    @Test func aTakenIDOfAnActorIsToldAsOne() throws {
        var scenario = Self.base()
        scenario.actors += "\nred,Red again,,red,,"
        let scratch = try Scratch()
        let text = try Command.run("reports", "check", scenario.write(to: scratch)).text
        #expect(text.contains("actors.csv:6: skipped: the id red stands on line 2 already"))
        #expect(text.contains("give this actor its own id") && !text.contains("supersedes"))
    }

    @Test func anUnknownMemberIsToldWhereItStands() throws {
        let scratch = try Scratch()
        let folder = try Self.base().write(to: scratch)
        try scratch.write(
            """
            {"id": "n1", "date": "2020-02-01", "place": "PlaceA", "actor": "red", "source": "monitor"}
            {"id": "n2", "date": "2020-02-01", "place": "PlaceB", "actor": "red", "source": "monitor"}
            {"id": "n3", "date": "2020-02-01", "place": "PlaceC", "actor": "red", "source": "monitor", "plaec": "x"}

            """, to: "scenario/reports.ndjson")
        let text = try Command.run("reports", "check", folder).text
        #expect(text.contains("reports.ndjson:3: doubtful: column \"plaec\""))
    }

    /// Before anything is read: the folder is not even there.
    @Test(arguments: ["snapshot", "control"]) func anUnknownEndingIsToldBeforeTheWork(command: String) throws {
        let result = try Command.run(command, "no-such-folder", "--at", "2020-01-01", "-o", "x.foo")
        #expect(result.status == 64 && result.errors.contains("its ending is none of the formats here"))
    }
}
