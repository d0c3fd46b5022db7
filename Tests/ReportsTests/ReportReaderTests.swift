import Reports
import Rows
import TestSupport
import Testing

@Suite struct ReportReaderTests {
    private let actors = ActorTable(
        [
            Actor(
                id: "isis", name: "Islamic State", names: ["Daesh", "تنظيم الدولة"], side: "isis", parent: nil,
                colour: nil),
            Actor(id: "rebels", name: "Rebels", names: ["FSA"], side: "rebels", parent: nil, colour: nil),
        ], isOpen: false)
    private let sources = SourceTable([
        Source(id: "sohr", name: "SOHR", kind: "monitor", reliability: .b, leaning: nil, echoes: [])
    ])

    private func read(_ text: String, name: String = "reports.csv") throws -> ReportReader {
        let scratch = try Scratch()
        var reader = ReportReader(actors: actors, sources: sources)
        try reader.read(try scratch.write(text, to: name))
        return reader
    }

    @Test func theShortHeaderIsEnough() throws {
        let reader = try read("date,place,actor,claim,source\n2015-12-02,Kafrah,Daesh,holds,sohr\n")
        let report = try #require(reader.reports.first)
        #expect(report.claim == .holds("isis", from: nil))
        #expect(report.publishedAt.text == "2015-12-02")
        #expect(report.recordedAt.text == "2015-12-02")
        #expect(report.credibility == .unjudged)
        #expect(report.id.hasPrefix("r-"))
        #expect(reader.problems.isEmpty)
    }

    @Test func ndjsonSaysTheSameAsCSV() throws {
        let csv = try read("id,date,place,actor,against,claim,source\nx,2015-12-02,كفرة,تنظيم الدولة,FSA,holds,sohr\n")
        let json = try read(
            #"{"id":"x","date":"2015-12-02","place":"كفرة","actor":"تنظيم الدولة","against":"FSA","source":"sohr"}"#,
            name: "reports.ndjson")
        #expect(csv.reports[0].claim == .holds("isis", from: "rebels"))
        #expect(json.reports[0].claim == csv.reports[0].claim)
        #expect(json.reports[0].place == csv.reports[0].place)
    }

    @Test(arguments: [
        ("02.12.2015,Kafrah,isis,holds,sohr", "bad-time", ""), (",Kafrah,isis,holds,sohr", "missing", "valid_from"),
        ("2015-12-02,,isis,holds,sohr", "missing", "place"), ("2015-12-02,Kafrah,,holds,sohr", "missing", "actor"),
        ("2015-12-02,Kafrah,lSIS,holds,sohr", "unknown-actor", "did you mean isis?"),
        ("2015-12-02,Kafrah,isis,hold,sohr", "unknown-word", "did you mean holds?"),
        ("2015-12-02,Kafrah,isis,holds,", "missing", "source"),
        ("2015-12-02,Kafrah,isis,holds", "cell-count", "4 cells"),
    ])
    func badRowsAreSkippedWithTheWayOut(row: String, code: String, words: String) throws {
        let reader = try read("date,place,actor,claim,source\n\(row)\n2015-12-03,Kafrah,isis,holds,sohr\n")
        #expect(reader.reports.count == 1)
        let problem = try #require(reader.problems.first)
        #expect(problem.fact.code == code)
        #expect(problem.line == 2)
        #expect(problem.effect == .skipped)
        #expect(problem.description.contains(words), "\(problem.description)")
    }

    @Test func aRepeatedRowCountsOnceAndAClashOfIdsIsRefused() throws {
        let row = "a,2015-12-02,Kafrah,isis,holds,sohr\n"
        let reader = try read(
            "id,date,place,actor,claim,source\n" + row + row + "a,2015-12-03,Kafrah,isis,holds,sohr\n")
        #expect(reader.reports.count == 1)
        #expect(reader.problems.map(\.fact.code) == ["repeated", "conflicting-id"])
    }

    @Test func whatLooksWrongIsKeptAndFlagged() throws {
        let reader = try read(
            "date,published_at,place,actor,claim,sorce,source\n2015-12-05,2015-12-02,Kafrah,isis,holds,,nobody\n")
        #expect(reader.reports.count == 1)
        #expect(
            Set(reader.problems.map(\.fact.code)) == [
                "unknown-column", "published-before-it-happened", "unknown-source",
            ])
        #expect(reader.problems.contains { $0.fact.sentence.contains("did you mean \"source\"?") })
        #expect(!reader.problems.contains { $0.effect == .skipped })
    }

    @Test(arguments: [("date,plce\n1,2\n", "missing-column"), ("foo,bar\n1,2\n", "no-header"), ("", "empty")])
    func unusableFilesAreRefused(text: String, code: String) throws {
        let error = #expect(throws: InputError.self) { try read(text) }
        #expect(error?.fact.code == code)
    }
}
