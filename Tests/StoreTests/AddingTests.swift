import Foundation
import TestSupport
import Testing

/// `reports add`: what it says is so, once.
struct AddingTests {
    private let scratch: Scratch
    private let project: String

    init() throws {
        scratch = try Scratch()
        let folder = try SmallScenario(count: 3).write(to: scratch)
        try scratch.write(
            SmallScenario.header
                + "\nfirst,2015-12-01,,2015-12-01,PlaceA,red,holds,,,monitor,2,,\n,2015-12-01,,2015-12-01,PlaceB,red,holds,,,monitor,2,,\n",
            to: "scenario/reports.csv")
        project = scratch.path + "/war.gpkg"
        #expect(try Command.run("import", folder, "-o", project).status == 0)
    }

    @Test func addedReportsCountAndAreExported() throws {
        let row =
            #"{"id":"new","date":"2015-12-05","place":"PlaceA","actor":"blue","source":"agency","mood":"grim","evidence":"a \"b\""}"#
        let added = try Command.run(
            "reports", "add", project, "-", "--recorded-at", "2015-12-06T10:00Z", input: row + "\n")
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.text == "added new\n")
        #expect(try Command.run("reports", "list", project, "--place", "PlaceA").text.contains("new "))
        #expect(try Command.run("export", project, "-o", scratch.path + "/out").status == 0)
        let further = try String(contentsOfFile: scratch.path + "/out/reports.ndjson", encoding: .utf8)
        #expect(
            further
                == #"{"id":"new","date":"2015-12-05","place":"PlaceA","actor":"blue","source":"agency","mood":"grim","evidence":"a \"b\"","recorded_at":"2015-12-06T10:00:00Z"}"#
                .replacingOccurrences(of: "\"date\"", with: "\"valid_from\"") + "\n")
        // The folder says what the project says.
        let asked = ["control", "--at", "2015-12-07", "--format", "csv"]
        let folder = try Command.run([asked[0], scratch.path + "/out"] + asked[1...])
        #expect(try Command.run([asked[0], project] + asked[1...]).output == folder.output)
        // What was recorded later is hidden.
        let before = try Command.run("why", project, "PlaceA", "--at", "2015-12-07", "--as-known-on", "2015-12-05")
        #expect(!before.text.contains("new"))
    }

    @Test func sameReportIsThereOnce() throws {
        // As in the file, from another form; and one whose id its content gives.
        let same =
            #"{"report_id":"first","published_at":"2015-12-01","date":"2015-12-01","place":"PlaceA","actor":"red","claim":"holds","source":"monitor","credibility":2}"#
        let nameless = same.replacingOccurrences(of: #""report_id":"first","#, with: "").replacingOccurrences(
            of: "PlaceA", with: "PlaceB")
        let fresh = nameless.replacingOccurrences(of: "PlaceB", with: "PlaceC")
        let input = [same, nameless, fresh, fresh, fresh].joined(separator: "\n")
        let added = try Command.run("reports", "add", project, "-", input: input)
        #expect(
            added.text.split(separator: "\n").map { $0.prefix(6) } == [
                "known ", "known ", "added ", "known ", "known ",
            ])
        #expect(try Command.run("reports", "add", project, "-", input: fresh).text.hasPrefix("known "))
        #expect(try Checked(project).reports == 3)
    }

    @Test func rowsThatAreNoReportsAreTold() throws {
        let input = """
            {"id":"first","date":"2015-12-01","place":"PlaceB","actor":"red","source":"monitor"}
            not json
            {"id":"good","date":"2015-12-02","place":"PlaceB","actor":"red","source":"monitor"}
            {"id":"bad","date":"2015-12-99","place":"PlaceB","actor":"red","source":"monitor"}
            {"id":"who","date":"2015-12-02","place":"PlaceB","actor":"redd","source":"monitor"}
            """
        let added = try Command.run("reports", "add", project, "-", input: input)
        #expect(added.status == 65)
        #expect(added.text == "added good\n")
        #expect(added.errors.contains("-:1: skipped: the id first stands"), "\(added.errors)")
        #expect(added.errors.contains("-:2: skipped: not JSON"))
        #expect(added.errors.contains("-:4: skipped: valid_from \"2015-12-99\" is no time"))
        #expect(added.errors.contains("-:5: skipped: actor \"redd\" stands in no row of the actors file"))
        let missing = try Command.run("reports", "add", scratch.path + "/none.gpkg", "-", input: "")
        #expect(missing.status == 66)
    }

    @Test func emptyProjectsGrow() throws {
        let project = scratch.path + "/empty.gpkg"
        #expect(try Command.run("init", project).status == 0)
        let none = try Command.run("snapshot", project, "--at", "2015-12-02")
        #expect(none.status == 65)
        #expect(none.errors.contains("holds no reports yet; frontline reports add \(project)"), "\(none.errors)")
        let copy = try Command.run("import", project, "-o", scratch.path + "/copy.gpkg")
        #expect(copy.status == 65 && copy.errors.contains("is a project already"), "\(copy.errors)")
        let csv = try scratch.write("date,place,actor,source\n2015-12-01,Jarez,isis,sohr\n", to: "new.csv")
        #expect(try Command.run("reports", "add", project, csv).text.hasPrefix("added r-"))
        #expect(try Command.run("reports", "list", project, "--place", "Jarez").text.contains("isis"))
        #expect(try Command.run("init", project).status == 65)
        #expect(try Command.run("init", scratch.path + "/war", csv).status == 64)
    }

    /// Where no gazetteer is found the project is made without places, and that is told; where the one that the environment
    /// names is missing it is not made.
    @Test func withoutAGazetteerThatIsTold() throws {
        let made = try #require(
            try Command.other(
                "sh",
                [
                    "-c",
                    "cp \"$0\" \"$1/frontline\" && cd \"$1\" && HOME=\"$1\" XDG_DATA_DIRS=\"$1\" ./frontline init n.gpkg",
                    Command.path, scratch.path,
                ]))
        #expect(made.status == 0)
        #expect(
            made.errors.contains(
                "the project has no places, so nothing can be drawn of it: gazetteer: no gazetteer found; looked for "
                    + scratch.path), "\(made.errors)")
        let other = scratch.path + "/other.gpkg"
        let refused = try Command.run(["init", other], environment: ["FRONTLINE_GAZETTEER": scratch.path + "/nowhere"])
        #expect(refused.status == 66)
        #expect(refused.errors.contains("FRONTLINE_GAZETTEER=" + scratch.path + "/nowhere"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: other))
    }

    /// Eight at once, each with its own reports and some that all have.
    @Test func writersWaitForEachOther() async throws {
        let project = project
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let rows = (0..<50).map { number in
                        let id = number % 10 == 0 ? "shared-\(number)" : "w\(writer)-\(number)"
                        return
                            "{\"id\":\"\(id)\",\"date\":\"2015-12-02\",\"place\":\"PlaceB\",\"actor\":\"red\",\"source\":\"monitor\",\"recorded_at\":\"2015-12-03\"}"
                    }
                    return try Command.run("reports", "add", project, "-", input: rows.joined(separator: "\n")).text
                }
            }
            return try await group.reduce(into: "") { $0 += $1 }
        }
        let lines = answers.split(separator: "\n")
        #expect(lines.count == 400)
        #expect(lines.count { $0.hasPrefix("added shared-") } == 5)
        #expect(lines.count { $0.hasPrefix("added") } == 8 * 45 + 5)
        #expect(try Checked(project).reports == 2 + 8 * 45 + 5)
    }
}
