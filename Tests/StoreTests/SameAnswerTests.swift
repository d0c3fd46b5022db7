import Foundation
import TestSupport
import Testing

/// Every command says the same of a project as of the folder that it was made of.
struct SameAnswerTests {
    @Test func projectAnswersAsItsFolder() throws {
        let scratch = try Scratch()
        let folder = "Tests/Scenarios/azaz-2015"
        let project = scratch.path + "/azaz.gpkg"
        #expect(try Command.run("import", folder, "-o", project).status == 0)
        let commands: [(String) -> [String]] = [
            { ["snapshot", $0, "--at", "2015-12-02", "--format", "geojson", "--style"] },
            { ["snapshot", $0, "--at", "2015-12-02", "--as-known-on", "2015-12-01", "--format", "csv"] },
            { ["diff", $0, "--from", "2015-12-01", "--to", "2015-12-02"] },
            { ["control", $0, "--at", "2015-12-02", "--format", "csv"] },
            { ["control", $0, "--from", "2015-12-01", "--to", "2015-12-03"] },
            { ["why", $0, "Kafrah", "--at", "2015-12-02"] },
            { ["why", $0, "front_line/isis|rebels/1", "--at", "2015-12-02", "--json"] },
            { ["describe", "Jarez", "--scenario", $0, "--at", "2015-12-02"] },
            { ["reports", "list", $0, "--place", "Kafrah"] },
            { ["reports", "check", $0] },
            { ["reports", "check", $0, "--json"] },
        ]
        for command in commands {
            let expected = try Command.run(command(folder))
            let got = try Command.run(command(project))
            #expect(got.status == expected.status, "\(command(project)) \(got.errors)")
            // Messages name the file, which is elsewhere.
            #expect(got.text.replacingOccurrences(of: project, with: folder) == expected.text, "\(command(project))")
            #expect(got.errors.replacingOccurrences(of: project, with: folder) == expected.errors)
        }
        #expect(
            try Command.run("resolve", "Kafrah", "--near", "Aazaz", "--gazetteer", project).text
                == Command.run("resolve", "Kafrah", "--near", "Aazaz").text)
        var series: [Data] = []
        for (number, scenario) in [folder, project].enumerated() {
            let out = scratch.path + "/series-\(number)"
            let made = try Command.run("series", scenario, "--from", "2015-12-01", "--to", "2015-12-02", "-o", out)
            #expect(made.status == 0, "\(made.errors)")
            series.append(try Data(contentsOf: URL(fileURLWithPath: out + "/areas.csv")))
        }
        #expect(series[0] == series[1])
        // Nor is it written over.
        let over = try Command.run("snapshot", project, "--at", "2015-12-02", "--format", "text", "-o", project)
        #expect(over.status == 65)
        #expect(try Command.run("project", "check", project).status == 0)
    }

    /// The gazetteer of the day on which it was made goes with it.
    @Test func projectNeedsNoOtherFile() throws {
        let scratch = try Scratch()
        let folder = "Tests/Scenarios/azaz-2015"
        let project = scratch.path + "/azaz.gpkg"
        #expect(try Command.run("import", folder, "-o", project).status == 0)
        let nowhere = ["FRONTLINE_GAZETTEER": scratch.path + "/none"]
        let command = { ["snapshot", $0, "--at", "2015-12-02", "--format", "geojson"] }
        #expect(try Command.run(command(folder), environment: nowhere).status == 66)
        let got = try Command.run(command(project), environment: nowhere)
        #expect(got.output == (try Command.run(command(folder)).output))
    }
}
