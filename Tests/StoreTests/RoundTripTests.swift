import Foundation
import TestSupport
import Testing

/// What goes into a project comes out of it: the same bytes.
struct RoundTripTests {
    @Test func realScenarioComesBackByteForByte() throws {
        let scratch = try Scratch()
        let scenario = Command.file("Tests/Scenarios/azaz-2015")
        let project = scratch.path + "/azaz.gpkg"
        let made = try Command.run("import", scenario, "-o", project)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("336 reports, 0 rows skipped, 761 places"))
        #expect(try Command.run("export", project, "-o", scratch.path + "/out").status == 0)
        try expectSameFiles(scenario, scratch.path + "/out")
        // What is there is not written over.
        #expect(try Command.run("export", project, "-o", scratch.path + "/out").status == 65)
        #expect(try Command.run("import", scenario, "-o", project).status == 65)
    }

    /// Line ends, marks, quotes and rows that no reader likes.
    @Test func oddBytesComeBackToo() throws {
        let scratch = try Scratch()
        let csv =
            "\u{FEFF}date,Place,actor,claim,source,note,mood\r\n"
            + "2015-12-01,\"Kafrah\",red,holds,monitor,\"two\nlines, \"\"quoted\"\"\",good\r\n"
            + "\r\n"
            + "2015-12-02 , Kafrah ,blue,holds,monitor,,\n"
            + "2015-12-02,Kafrah,blue,holds,monitor,\"never closed,\n"
            + "too,few\n"
            + "2015-13-45,Kafrah,red,holds,monitor,,bad date\r"
            + "2015-12-02,Kafrah,blue,holds,monitor,,\n"
            + "2015-12-03,Kafrah,red,holds,monitor,no end of line,"
        try scratch.write(Data(csv.utf8) + Data(), to: "war/reports.csv")
        try scratch.write(
            Data(
                "\n{\"date\":\"2015-12-04\",\"place\":\"Kafrah\",\"actor\":\"red\",\"source\":\"monitor\",\"x\":[1,2.50]}\n[1]\n"
                    .utf8
            ) + Data([0x7B, 0xFF, 0x7D, 0x0A]), to: "war/reports.ndjson")
        try scratch.write(
            "date\tplace\tactor\tsource\n2015-12-05\t\"Kafrah\tred\tmonitor\n2015-12-05\tKafrah\tred\tmonitor",
            to: "war/reports.tsv")
        try scratch.write("id,name\r\nred,Reds\r\nblue,\"Blue, \"\"the\"\" ones\"", to: "war/actors.csv")
        try scratch.write(
            "id\ttitle\tlon\tlat\tword\nt:1\tKafrah\t37.1\t36.5\todd\nt:2\t\t1\t2\tno name\n", to: "war/places.tsv")
        try scratch.write("{ \"format\": \"frontline-scenario\",\"version\":1 }", to: "war/scenario.json")
        let project = scratch.path + "/war.gpkg"
        let made = try Command.run("import", scratch.path + "/war", "-o", project)
        #expect(made.status == 0, "\(made.errors)")
        #expect(try Command.run("export", project, "-o", scratch.path + "/out").status == 0)
        try expectSameFiles(scratch.path + "/war", scratch.path + "/out")
        // Rows are skipped and told alike, with the same lines.
        let folder = try Command.run("reports", "check", scratch.path + "/war")
        let held = try Command.run("reports", "check", project)
        #expect(folder.status == 65)
        #expect(held.text == folder.text.replacingOccurrences(of: scratch.path + "/war/", with: project + "/"))
    }

    /// A log longer than the importer takes at a time.
    @Test func longLogsComeBack() throws {
        let scratch = try Scratch()
        var csv = "id,date,place,actor,claim,source,note\n"
        var feed = ""
        for number in 0..<25_000 {
            csv += "c\(number),2015-12-0\(1 + number % 9),Kafrah,red,holds,monitor,\"a\nb\"\n"
            feed +=
                "{\"id\":\"n\(number)\",\"date\":\"2015-12-02\",\"place\":\"Kafrah\",\"actor\":\"red\",\"source\":\"m\"}\n"
            if number == 19_999 { feed += "[\"no object, and the first of its piece\"]\n" }
        }
        try scratch.write(csv, to: "war/reports.csv")
        try scratch.write(feed, to: "war/reports.ndjson")
        let project = scratch.path + "/war.gpkg"
        let made = try Command.run("import", scratch.path + "/war", "-o", project)
        #expect(made.errors.contains("50000 reports, 1 rows skipped"), "\(made.errors)")
        #expect(made.errors.contains("reports.ndjson:20001: skipped"), "\(made.errors)")
        #expect(try Command.run("export", project, "-o", scratch.path + "/out").status == 0)
        try expectSameFiles(scratch.path + "/war", scratch.path + "/out")
        #expect(try Checked(project).reports == 50_000)
    }

    /// Every file of a scenario in `before` stands in `after` with the same bytes, and no other does.
    private func expectSameFiles(_ before: String, _ after: String) throws {
        let known = try FileManager.default.contentsOfDirectory(atPath: before).filter {
            !["README.md", "golden"].contains($0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: after).sorted() == known.sorted())
        for name in known {
            let old = try Data(contentsOf: URL(fileURLWithPath: before + "/" + name))
            let new = try Data(contentsOf: URL(fileURLWithPath: after + "/" + name))
            #expect(old == new, "\(name)")
        }
    }
}
