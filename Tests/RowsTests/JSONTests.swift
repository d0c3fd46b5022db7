import Rows
import Testing

@Suite struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)[...]) }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", "+1", "NaN", "\"\u{1}\"", "\"\\x\"",
        "\"\\ud800\"",
        "[1] 2", "1e999", "tru", "{a:1}", "'a'", "\"a", "[1 2]", "-", "\"\\u12\"",
    ])
    func whatIsNoJSONIsRefused(text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test(arguments: [
        ("\"\\ud83d\\ude00\\n\"", JSONValue.string("😀\n")),
        (" [1, -0.5e1 ]", .array([.number(1, text: "1"), .number(-5, text: "-0.5e1")])),
        ("{\"a\":{\"b\":null}}", .object([("a", .object([("b", .null)]))])), ("true", .bool(true)),
    ])
    func whatIsJSONIsRead(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
    }

    @Test func deepNestingEndsInAnErrorNotACrash() {
        let text = String(repeating: "[", count: 100_000)
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.reason == "nested deeper than 32")
    }

    @Test func ndjsonSkipsBrokenLinesAndCountsThem() throws {
        let text = "\u{1E}{\"place\":\"A\",\"n\":1.10,\"names\":[\"x\",\"y\"]}\n\n[1]\n{\"a\":}\n{\"PLACE\":\"B\"}"
        let rows = try NDJSONReader.read(Array(text.utf8), file: "t")
        #expect(rows.rows.map { $0["place"] } == ["A", "B"])
        #expect(rows.rows[0]["n"] == "1.10")
        #expect(rows.rows[0]["names"] == "x|y")
        #expect(rows.problems.map(\.line) == [3, 4])
        #expect(rows.problems.map(\.fact.code) == ["not-an-object", "invalid-json"])
    }

    @Test func theWriterEscapesWhatMustBeAndNothingElse() {
        let value = JSONValue.object([("k\"", .string("كفرة\\\n\u{1}</script>")), ("n", .null)])
        #expect(
            String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
                == "{\"k\\\"\":\"كفرة\\\\\\n\\u0001</script>\",\"n\":null}")
    }
}
