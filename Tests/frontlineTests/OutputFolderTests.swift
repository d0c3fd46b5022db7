import Foundation
import TestSupport
import Testing

/// A folder that is not there is told before the work, with the way out, and nothing is written.
@Suite struct OutputFolderTests {
    @Test(arguments: [
        ["snapshot", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "-o", "map.geojson"],
        ["control", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "-o", "calls.csv"],
        ["diff", "Tests/Scenarios/azaz-2015", "--from", "2015-12-01", "--to", "2015-12-02", "-o", "change.csv"],
        ["areas", "held.csv", "-o", "areas.kml"],
        ["locate", "10 km east of Aazaz", "-o", "region.geojson"],
        ["import", "Tests/Scenarios/azaz-2015", "-o", "war.gpkg"],
        ["init", "war.gpkg"],
        ["gazetteer", "build", "Gazetteer/northern-aleppo.tsv", "-o", "here.index"],
    ])
    func aFolderThatIsNotThereIsTold(arguments: [String]) throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/no where"
        let answer = try Command.run(Array(arguments.dropLast()) + ["\(folder)/\(arguments.last!)"])
        #expect(answer.status == 74 && answer.text.isEmpty)
        // Before anything was read: of the reports nothing is told, nor that a table is missing.
        #expect(
            answer.errors
                == "frontline: \(folder)/\(arguments.last!): the folder \(folder) is not there; make it first: mkdir -p '\(folder)'\n"
        )
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func aFileInPlaceOfTheFolderIsTold() throws {
        let scratch = try Scratch()
        let file = try scratch.write("here\n", to: "taken")
        let answer = try Command.run(
            "snapshot", "Tests/Scenarios/azaz-2015", "--at", "2015-12-02", "-o", file + "/map.kml")
        #expect(answer.status == 74 && answer.errors.contains("\(file) is no folder; name another one"))
    }
}
