import Foundation
import TestSupport
import Testing

/// The first steps of somebody new: a scenario to begin with, a project, a report of one's own.
@Suite struct BeginningTests {
    @Test func theScenarioToBeginWithRunsAsItIs() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/war"
        let made = try Command.run("init", folder)
        #expect(made.status == 0 && made.output.isEmpty && made.errors.contains("README.md"))
        let readme = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
        let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    frontline ") }.map {
            ReadmeTests.words($0.split(separator: "#")[0].trimmingCharacters(in: .whitespaces))
        }
        #expect(commands.count == 8)
        for words in commands {
            let result = try Command.run(Array(words.dropFirst()), folder: URL(fileURLWithPath: folder))
            #expect(result.status == 0, "\(words): \(result.errors)")
            #expect(!result.errors.contains("skipped:"), "\(words): \(result.errors)")
        }
        let check = try Command.run("reports", "check", folder).text
        #expect(
            check.contains(
                "13 reports read, 0 rows skipped, 0 reports without a place, 0 more to look at, 0 suspicious"))
        let first = try Command.run("snapshot", folder, "--at", "2024-05-01").text
        #expect(first.contains("Southern League") && !first.contains("contested"))
        let known = try Command.run("snapshot", folder, "--at", "2024-05-05", "--as-known-on", "2024-05-05").text
        #expect(known.contains("contested"), "\(known)")
    }

    @Test func nothingIsOverwritten() throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: "war/reports.csv")
        let folder = try Command.run("init", scratch.path + "/war")
        #expect(folder.status == 65 && folder.errors.contains("is there already"))
        #expect(try String(contentsOfFile: scratch.path + "/war/reports.csv", encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/war") == ["reports.csv"])
        let file = try scratch.write("mine", to: "file")
        #expect(try Command.run("init", file).status == 65)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try Command.run("init", scratch.path + "/new", "actors.csv").status == 64)
        for name in ["", "-"] { #expect(try Command.run("init", name).status == 64) }
    }

    /// A project of the scenario to begin with.
    private func project(_ scratch: Scratch) throws -> String {
        #expect(try Command.run("init", scratch.path + "/war").status == 0)
        let project = scratch.path + "/war.gpkg"
        #expect(try Command.run("import", scratch.path + "/war", "-o", project).status == 0)
        return project
    }

    @Test func aReportIsShownAsItWasUnderstoodBeforeItIsWritten() throws {
        let scratch = try Scratch()
        let project = try project(scratch)
        let arguments = [
            "reports", "add", project, "--place", "Dri Ford", "--actor", "The Council", "--source", "radio", "--date",
            "2024-05-08",
        ]
        let trial = try Command.run(arguments + ["--dry-run"])
        #expect(trial.status == 0, "\(trial.errors)")
        for words in [
            "Dry Ford, village", "10.26,20.16 within 300 m   x:4", " sure", "holds   (not given)", "would add r-",
        ] {
            #expect(trial.text.contains(words), "\(words): \(trial.text)")
        }
        #expect(try Command.run("reports", "list", project).text.split(separator: "\n").count == 14)
        let added = try Command.run(arguments)
        #expect(added.status == 0 && added.text.hasPrefix("added r-") && added.errors.contains("Dry Ford, village"))
        let again = try Command.run(arguments + ["--json"])
        #expect(again.text.contains("\"outcome\":\"known\"") && again.text.contains("\"id\":\"x:4\""), "\(again.text)")
        #expect(try Command.run("reports", "list", project, "--place", "x:4").text.contains("2024-05-08"))
    }

    /// The log only grows: what is perhaps mistyped is told, and all that was given is shown.
    @Test func whatIsPerhapsMistypedIsTold() throws {
        let scratch = try Scratch()
        let project = try project(scratch)
        let trial = try Command.run(
            "reports", "add", project, "--place", "Dry Ford", "--actor", "north", "--source", "radoi", "--supersedes",
            "none", "--note", "-5 km from town", "--credibility", "2", "--dry-run")
        #expect(trial.status == 0, "\(trial.errors)")
        #expect(trial.errors.contains("source \"radoi\" stands in no row of the sources file"), "\(trial.errors)")
        #expect(trial.errors.contains("did you mean radio") && trial.errors.contains("none"), "\(trial.errors)")
        for line in ["grade   2\n", "note    -5 km from town\n", "instead none\n"] {
            #expect(trial.text.contains(line), "\(line): \(trial.text)")
        }
    }

    @Test func aReportInDoubtIsRefusedWithTheWayOut() throws {
        let scratch = try Scratch()
        let project = try project(scratch)
        func refusal(_ arguments: String..., status: Int32 = 65) throws -> String {
            let result = try Command.run(["reports", "add", project] + arguments)
            #expect(result.status == status && result.output.isEmpty, "\(arguments): \(result.text)\(result.errors)")
            return result.errors
        }
        let common = ["--actor", "north", "--source", "radio"]
        let region = try refusal("--place", "10 km east of Amber Wells", common[0], common[1], common[2], common[3])
        #expect(region.contains("a region and no place") && region.contains("Basalt Well (x:2)"), "\(region)")
        #expect(region.contains("--place-id"))
        let unknown = try refusal("--place", "Zyxwvut", common[0], common[1], common[2], common[3], status: 66)
        #expect(unknown.contains("no place named \"Zyxwvut\"") && unknown.contains("--place-id"), "\(unknown)")
        #expect(try refusal("--place", "Dry Ford", "--actor", "north").contains("gazette, radio, southtv"))
        let actor = try refusal("--place", "Dry Ford", "--actor", "League", "--source", "radio")
        #expect(actor.contains("(did you mean "), "\(actor)")
        #expect(try refusal("--place", "Dry Ford", status: 64).contains("--actor"))
        #expect(try refusal("--actor", "north", status: 64).contains("--place"))
        let day = try refusal("--place", "Dry Ford", "--actor", "north", "--date", "tomorrow", status: 64)
        #expect(day.contains("--date 'tomorrow' is no time"), "\(day)")
        let shared = try Command.run(
            "reports", "add", project, "--place", "Kafrah", "--actor", "north", "--source", "radio", "--gazetteer",
            Command.file("Gazetteer"), "--dry-run")
        #expect(shared.status == 65 && shared.errors.contains("could be"), "\(shared.text)\(shared.errors)")
        // An option of another command.
        #expect(!shared.errors.contains("--near"), "\(shared.errors)")
        #expect(shared.errors.contains("gn:168742") && shared.errors.contains("gn:10308699"), "\(shared.errors)")
    }
}
