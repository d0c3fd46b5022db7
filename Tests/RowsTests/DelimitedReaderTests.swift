import Rows
import Testing

@Suite struct DelimitedReaderTests {
    private func read(_ text: String, _ dialect: DelimitedReader.Dialect = .csv) throws -> Rows {
        try DelimitedReader.read(Array(text.utf8), file: "t.csv", dialect: dialect)
    }

    @Test func columnsStandInAnyOrderAndQuotesHoldCommas() throws {
        let rows = try read("b,a\r\n\"x, \"\"y\"\"\nz\",1\r\n")
        #expect(rows.rows.count == 1)
        #expect(rows.rows[0]["a"] == "1")
        #expect(rows.rows[0]["b"] == "x, \"y\"\nz")
        #expect(rows.problems.isEmpty)
    }

    @Test func aByteOrderMarkAndSpacesAreNoPartOfACell() throws {
        let rows = try read("\u{FEFF}a,b\n 1 ,\n")
        #expect(rows.rows[0]["a"] == "1")
        #expect(rows.rows[0]["b"] == nil)
    }

    @Test func linesAreCountedThroughQuotedLineEnds() throws {
        let rows = try read("a,b\n\"1\n2\",x\n3\n4,y\n")
        #expect(rows.rows.map(\.line) == [2, 5])
        #expect(
            rows.problems.map(\.description) == [
                "t.csv:4: skipped: 1 cells where the header has 2; quote cells that hold the separator"
            ])
    }

    @Test func anOpenQuoteCostsOneLineNotTheFile() throws {
        let rows = try read("a,b\n\"1,2\n3,4\n5,6\n")
        #expect(rows.rows.map { $0["a"] } == ["3", "5"])
        #expect(rows.problems.map(\.fact.code) == ["unclosed-quote"])
        #expect(rows.problems[0].line == 2)
    }

    @Test func aHugeRecordIsSkippedAndCounted() throws {
        let rows = try read("a\n" + String(repeating: "x", count: 3 << 20) + "\nok\n")
        #expect(rows.rows.map { $0["a"] } == ["ok"])
        #expect(rows.problems.map(\.fact.code) == ["record-too-long"])
    }

    @Test func badBytesNameTheirPlace() throws {
        let rows = try DelimitedReader.read(
            Array("a,b\n1,x".utf8) + [0xFF] + Array("\n2,y\n".utf8), file: "t", dialect: .csv)
        #expect(rows.rows.map { $0["a"] } == ["2"])
        #expect(rows.problems[0].description == "t:2: skipped: byte 4 of the line is not UTF-8; save the file as UTF-8")
    }

    @Test(arguments: [
        ("", "empty"), ("\n \n", "empty"), ("a,a\n1,2\n", "duplicate-column"), ("a\u{0}b\n", "binary"),
    ])
    func unusableFilesAreRefused(text: String, code: String) throws {
        let error = #expect(throws: InputError.self) { try read(text) }
        #expect(error?.fact.code == code)
    }

    @Test func tabsSeparateWithoutQuoting() throws {
        let rows = try read("a\tb\n\"1\t2,3\n", .tsv)
        #expect(rows.rows[0]["a"] == "\"1")
        #expect(rows.rows[0]["b"] == "2,3")
    }
}
