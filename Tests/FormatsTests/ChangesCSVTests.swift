import Formats
import Reports
import Snapshots
import TestSupport
import Testing

/// The table of changes, and what a spreadsheet would make of it.
@Suite struct ChangesCSVTests {
    @Test func aFormulaStaysText() throws {
        var scenario = SmallScenario(count: 4)
        scenario.places[2].name = "=HYPERLINK(\"http://x\",\"y\")"
        for place in 0..<4 {
            scenario.report("a\(place)", "2020-01-01", place: place, place < 2 ? "red" : "blue", source: "monitor")
            scenario.report("b\(place)", "2020-01-01", place: place, place < 2 ? "red" : "blue", source: "agency")
        }
        for source in ["monitor", "agency", "paper"] {
            scenario.reports.append("@\(source),2020-01-05,,2020-01-05,t:2,red,holds,blue,,\(source),2,,")
        }
        let scratch = try Scratch()
        let theatre = try Theatre(Scenario.load(try scenario.write(to: scratch)))
        let days = ["2020-01-03", "2020-01-06"].map { theatre.snapshot(at: Moment($0)!) }
        let rows = ChangesCSV.rows(theatre.difference(from: days[0], to: days[1]), theatre).split(separator: "\n")
        let place = try #require(rows.first { $0.contains(",changed_hands,") })
        #expect(place.hasPrefix("2020-01-06,2020-01-03,changed_hands,blue,red,t:2,\"'=HYPERLINK("))
        #expect(place.contains(",'@"))
        #expect(rows.count { $0.contains(",land,blue,red,") } == 1)
        let advance = try #require(rows.first { $0.contains(",advance,blue,red,") })
        #expect(advance.contains(",E,"))
        let columns = ChangesCSV.header.split(separator: ",").count
        #expect(advance.split(separator: ",", omittingEmptySubsequences: false).count >= columns)
    }
}
