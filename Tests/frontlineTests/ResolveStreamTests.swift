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

    @Test func whatIsNoTextIsNotRepairedInSilence() throws {
        let input = Data("Kafrah".utf8 + [0xFF, 0x0A] + "Marea\n".utf8)
        let result = try Command.run(["resolve", "-", "--format", "ndjson"], input: input)
        let lines = result.text.split(separator: "\n")
        #expect(lines.count == 2, "\(result.text)")
        #expect(lines.first?.contains("byte 7 of the line is not UTF-8") == true, "\(result.text)")
    }

    @Test func contextOfTheWrongTypeIsNotPassedOver() throws {
        let found = try answers([
            #"{"name": "Kafrah", "near": 5}"#, #"{"name": "Kafrah", "hint": 7}"#, #"{"name": "Kafrah", "group": [1]}"#,
            #"{"name": "Kafrah", "group": 671234567890123456}"#, #"{"name": "Kafrah", "group": 1e300}"#,
            #"{"name": "Kafrah", "place": "Nowhereatall"}"#,
        ])
        #expect(found.allSatisfy { $0["status"] as? String == "error" })
        #expect((found[0]["reason"] as? String)?.contains("near") == true)
    }

    /// Somebody who waits for each answer before he asks on is not left waiting.
    @Test func anAnswerComesBeforeTheNextLine() throws {
        let script = """
            coproc F { '\(Command.path)' resolve - --format ndjson --unbuffered --errors inline; }
            for name in Jarez '{broken' Kafrah; do
              printf '%s\\n' "$name" >&${F[1]}
              read -r -t 60 answer <&${F[0]} || { echo "no answer to $name"; exit; }
              printf '%.24s\\n' "$answer"
            done
            """
        let answer = try #require(try Command.other("bash", ["-c", script]))
        let starts = answer.text.split(separator: "\n").map { $0.prefix(19) }
        #expect(
            starts == ["{\"name\":\"Jarez\",\"st", "{\"name\":\"{broken\",\"", "{\"name\":\"Kafrah\",\"s"],
            "\(answer.text)")
    }

    @Test func aPhraseStandsForAName() throws {
        let found = try answers([
            "Kafrah, a village 10 km east of Aazaz", #"{"name": "Kafrah", "near": [37.05, 36.59]}"#,
        ])
        #expect(found.map(id) == ["gn:168742", "gn:168742"])
        #expect(found.allSatisfy { $0["status"] as? String == "resolved" })
    }

    @Test func aLineThatCannotBeReadIsAnErrorOfItsOwn() throws {
        let input = "Kafrah\n{\"nam\": 1}\nNowhereatall\n{broken\n"
        let told = try Command.run("resolve", "-", "--format", "ndjson", input: input)
        #expect(told.status == 0)
        let lines = told.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].contains(#""status":"error","reason":"the object has no \"name\"","candidates":[]"#))
        #expect(lines[2].contains(#""status":"not_found""#) && lines[3].contains(#""status":"error""#))
        #expect(told.errors.contains("-:2: error: the object has no \"name\""))
        #expect(told.errors.contains("-:4: error: not JSON") && !told.errors.contains("-:3:"))
        let inline = try Command.run("resolve", "-", "--json", "--errors", "inline", input: input)
        #expect(inline.text == told.text && inline.errors.isEmpty)
        let table = try Command.run("resolve", "-", input: input)
        #expect(table.text.split(separator: "\n")[1].contains("\terror\t"))
        let many = try Command.run(
            "resolve", "-", "--json", input: String(repeating: "{\n", count: 40) + "Kafrah\n")
        #expect(many.errors.split(separator: "\n").count == 11 && many.errors.contains("40 such lines of 41 in all"))
    }

    @Test func wordsThatAreNoKindAreTold() throws {
        let refused = try Command.run("resolve", "Kafrah", "--kind", "vilige")
        #expect(refused.status == 64 && refused.errors.contains("did you mean village?"), "\(refused.errors)")
        for kind in ["village", "قرية", "Town", "vilage"] {
            #expect(try Command.run("resolve", "Marea", "--kind", kind).status == 0, "\(kind)")
        }
        let base = try Command.run("resolve", "Minnigh", "--kind", "airbase", "--json")
        #expect(base.text.contains("\"kind\":\"base\""))
        let line = try Command.run(
            "resolve", "-", "--format", "ndjson", input: #"{"name": "Kafrah", "kind": "vilige"}"#)
        #expect(line.errors.contains("-:1: passed over: kind \"vilige\""))
        #expect(line.text == (try Command.run("resolve", "-", "--json", input: "Kafrah").text))
    }

    /// Lines are shared out among the threads; who answers what must not be seen.
    @Test func manyLinesAreTheSameOnAnyNumberOfThreads() throws {
        let names = ["Kafrah", "Aazez", "Tal Rifaat", "كفرة", "Mare", "Nowhereatall", "Jarez village", "Kfra"]
        let input = (0..<300).map { names[$0 * 5 % names.count] }.joined(separator: "\n")
        let answers = try [1, 2, 5].map { threads in
            try Command.run(
                ["resolve", "-", "--json"], input: Data(input.utf8), environment: ["FRONTLINE_THREADS": "\(threads)"])
        }
        #expect(answers[0].text.split(separator: "\n").count == 300)
        #expect(answers.allSatisfy { $0.output == answers[0].output })
    }

    /// What a hint says is kept from line to line; it hangs on what lies near, too.
    @Test func aHintIsReadAnewWhereOtherPlacesAreNear() throws {
        let lines = ["[37.05, 36.59]", "[37.2, 36.46]"].map {
            #"{"name": "Jarez", "hint": "5 km east of Kafrah", "near": \#($0)}"#
        }
        func run(_ lines: [String]) throws -> String {
            let input = Data((lines.joined(separator: "\n") + "\n").utf8)
            return try Command.run(["resolve", "-", "--json"], input: input, environment: ["FRONTLINE_THREADS": "1"])
                .text
        }
        #expect(try run(lines) == run([lines[0]]) + run([lines[1]]))
        #expect(try run(lines.reversed()) == run([lines[1]]) + run([lines[0]]))
    }
}
