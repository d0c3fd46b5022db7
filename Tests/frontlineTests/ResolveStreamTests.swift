import Foundation
import TestSupport
import Testing

/// `resolve -`: lines in, lines out, in order; lines of one group together.
@Suite struct ResolveStreamTests {
    private func answers(_ lines: [String], threads: Int = 2) throws -> [[String: Any]] {
        let input = Data((lines.joined(separator: "\n") + "\n").utf8)
        let result = try Command.run(
            ["resolve", "-", "--json", "--limit", "3"], input: input,
            environment: ["FRONTLINE_THREADS": "\(threads)"])
        #expect(result.status == 0, "\(result.errors)")
        return try result.text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func id(_ answer: [String: Any]) -> String? {
        (answer["candidates"] as? [[String: Any]])?.first?["id"] as? String
    }

    @Test(arguments: [1, 2, 5])
    func linesOfOneGroupAreResolvedTogether(threads: Int) throws {
        let found = try answers(
            [
                #"{"name": "Kafrah", "group": "r1"}"#, "Marea", #"{"name": "Jarez", "group": "r1"}"#,
                #"{"name": "Aazaz", "group": "r1"}"#, "Kafrah",
            ], threads: threads)
        #expect(found.map { $0["name"] as? String } == ["Kafrah", "Marea", "Jarez", "Aazaz", "Kafrah"])
        #expect(found[0]["status"] as? String == "resolved" && id(found[0]) == "gn:168742")
        // Alone it stays in doubt.
        #expect(found[4]["status"] as? String == "ambiguous")
    }

    @Test func contextOfTheWrongTypeIsNotPassedOver() throws {
        let found = try answers([
            #"{"name": "Kafrah", "near": 5}"#, #"{"name": "Kafrah", "hint": 7}"#, #"{"name": "Kafrah", "group": [1]}"#,
            #"{"name": "Kafrah", "group": 671234567890123456}"#, #"{"name": "Kafrah", "group": 1e300}"#,
            #"{"name": "Kafrah", "place": "Nowhereatall"}"#,
        ])
        #expect(found.allSatisfy { $0["status"] as? String == "not_found" })
        #expect((found[0]["reason"] as? String)?.contains("near") == true)
    }

    @Test func aPhraseStandsForAName() throws {
        let found = try answers([
            "Kafrah, a village 10 km east of Aazaz", #"{"name": "Kafrah", "near": [37.05, 36.59]}"#,
        ])
        #expect(found.map(id) == ["gn:168742", "gn:168742"])
        #expect(found.allSatisfy { $0["status"] as? String == "resolved" })
    }
}
