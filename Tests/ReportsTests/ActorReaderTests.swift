import Reports
import Rows
import TestSupport
import Testing

@Suite struct ActorReaderTests {
    private func read(_ rows: String...) throws -> (actors: ActorTable, problems: [Problem]) {
        let scratch = try Scratch()
        let header = "id,name,names,side,side_from,side_to,parent,colour"
        return try ActorReader.read(
            try scratch.write(([header] + rows).joined(separator: "\n") + "\n", to: "actors.csv"))
    }

    @Test func anActorHasARowForEachOfItsSides() throws {
        let read = try read(
            "jat,Jaysh,Army|الجيش,rebels,,2015-10-10,,#112233", "jat,,Thuwar,sdf,2015-10-11,,,", "isis,IS,,,,,,")
        #expect(read.problems.isEmpty)
        let actor = try #require(read.actors["Thuwar"])
        #expect(actor.id == "jat" && actor.name == "Jaysh" && actor.colour == "#112233")
        #expect(actor.side(at: Moment("2015-10-10")!.start) == "rebels")
        #expect(actor.side(at: Moment("2015-10-11")!.start) == "sdf")
        #expect(read.actors.sides == ["isis", "rebels", "sdf"])
        #expect(read.actors.lead(ofSide: "rebels")?.id == "jat")
    }

    @Test(arguments: [
        ("jat,,,a,,2015-10-11,,", "jat,,,b,2015-10-11,,,", "sides-overlap", 3),
        ("jat,,,a,2015-01-01,,,", "jat,,,b,2015-10-11,2015-12-01,,", "sides-overlap", 3),
        ("jat,,,a,2015-10-11,2015-10-01,,", "x,,,,,,,", "side-ends-before-it-begins", 2),
        ("x,,,,,,,", "jat,,,a,last year,,,", "bad-time", 3),
    ]) func badPeriodsAreRefusedWithTheLine(first: String, second: String, code: String, line: Int) throws {
        let error = #expect(throws: InputError.self) { try read(first, second) }
        #expect(error?.fact.code == code)
        #expect(error?.line == line)
    }

    @Test func twoRowsWithoutPeriodsConflict() throws {
        let read = try read("a,A,,x,,,,", "a,B,,y,,,,", "b,B,,x,,2015-01-01,,", "b,B,,y,,,,")
        #expect(read.problems.map(\.fact.code) == ["conflicting-id", "conflicting-id"])
        #expect(read.actors["a"]?.side == "x")
    }
}
