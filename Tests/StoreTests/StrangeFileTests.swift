import Foundation
import TestSupport
import Testing

/// Files that are not as frontline left them.
struct StrangeFileTests {
    private let scratch: Scratch
    private let project: String

    init() throws {
        scratch = try Scratch()
        var scenario = SmallScenario(count: 3)
        for number in 0..<40 {
            scenario.report("r\(number)", "2015-12-01", place: number % 3, "red", source: "monitor")
        }
        project = scratch.path + "/war.gpkg"
        #expect(try Command.run("import", try scenario.write(to: scratch), "-o", project).status == 0)
    }

    /// Runs SQL by another program than ours.
    private func sql(_ sql: String, _ file: String? = nil) throws -> Command {
        let script = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            db.executescript(sys.argv[2])
            """
        return try #require(try Command.other("python3", ["-c", script, file ?? project, sql]))
    }

    private func expectRefusal(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for command in [
            ["reports", "list", project], ["reports", "add", project, "-"], ["project", "check", project],
        ] {
            let answer = try Command.run(command)
            #expect(answer.status == 65, sourceLocation: sourceLocation)
            #expect(answer.errors.contains(part), "\(answer.errors)", sourceLocation: sourceLocation)
        }
    }

    @Test func reportsAreNeverChangedOrTakenAway() throws {
        for statement in ["UPDATE reports SET source = 'x'", "DELETE FROM reports WHERE fid = 3", "DELETE FROM files"] {
            let answer = try sql(statement)
            #expect(answer.status != 0)
            #expect(answer.errors.contains("only grows"), "\(answer.errors)")
        }
        #expect(try Command.run("project", "check", project).status == 0)
    }

    @Test func changedRowsAreFound() throws {
        #expect(try sql("DROP TRIGGER reports_no_update; UPDATE reports SET source = 'x' WHERE fid = 7").status == 0)
        try expectRefusal("table \"reports_no_update\" is not as frontline made it")
        // Even by one who puts the trigger back.
        let trigger =
            "CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'reports only grows: a correction is a new report'); END"
        #expect(try sql(trigger).status == 0)
        let check = try Command.run("project", "check", project)
        #expect(check.status == 65)
        #expect(check.text.contains("row 7 of reports is not what was written"), "\(check.text)")
        let list = try Command.run("reports", "list", project)
        #expect(list.status == 65)
        #expect(list.errors.contains("row 7 of reports is not what was written"), "\(list.errors)")
    }

    @Test func missingRowsAreFound() throws {
        let trigger =
            "CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports only grows: a correction is a new report'); END"
        #expect(
            try sql("DROP TRIGGER reports_no_delete; DELETE FROM reports WHERE fid IN (12, 40); " + trigger).status == 0
        )
        let check = try Command.run("project", "check", project)
        #expect(check.status == 65)
        #expect(check.text.contains("rows are missing from reports after row 11"), "\(check.text)")
        #expect(check.text.contains("rows are missing from reports after row 39"), "\(check.text)")
    }

    @Test func newerVersionsAreRefused() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: project))
        let newer = scratch.path + "/newer.gpkg"
        try before.write(to: URL(fileURLWithPath: newer))
        #expect(try sql("UPDATE frontline_project SET version = 7", newer).status == 0)
        let written = try Data(contentsOf: URL(fileURLWithPath: newer))
        let answer = try Command.run("snapshot", newer, "--at", "2015-12-02")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("written by a newer frontline: its version is 7, and this one reads up to 1"))
        let added = try Command.run(
            "reports", "add", newer, "-",
            input: #"{"id":"x","date":"2015-12-01","place":"PlaceA","actor":"red","source":"monitor"}"#)
        #expect(added.status == 65)
        #expect(added.text.isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: newer)) == written)
    }

    @Test func strangersCodeDoesNotRun() throws {
        #expect(
            try sql("CREATE TRIGGER spy AFTER INSERT ON reports BEGIN DELETE FROM sources; END").status == 0)
        try expectRefusal("holds a trigger \"spy\" that frontline did not make")
    }

    @Test func viewsInThePlaceOfTablesAreRefused() throws {
        #expect(
            try sql(
                """
                PRAGMA foreign_keys = OFF; ALTER TABLE file_pieces RENAME TO hidden; \
                CREATE VIEW file_pieces AS SELECT * FROM hidden;
                """
            ).status == 0)
        try expectRefusal("is not as frontline made it")
    }

    @Test func otherFilesAreNoProjects() throws {
        let other = scratch.path + "/other.gpkg"
        #expect(try sql("CREATE TABLE t (x)", other).status == 0)
        let answer = try Command.run("reports", "list", other)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("but no project"), "\(answer.errors)")
        let text = try scratch.write("date,place\n", to: "reports.gpkg")
        #expect(try Command.run("project", "check", text).errors.contains("is no project"))
        let cut = scratch.path + "/cut.gpkg"
        try Data(contentsOf: URL(fileURLWithPath: project)).prefix(20_000).write(to: URL(fileURLWithPath: cut))
        let broken = try Command.run("reports", "list", cut)
        #expect(broken.status == 65)
        #expect(broken.errors.contains("is damaged"), "\(broken.errors)")
    }

    /// Whatever bit falls: either it is told, or the reports and the layers are as they were.
    @Test func fallenBitsAreFound() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: project))
        #expect(try Command.run("export", project, "-o", scratch.path + "/right").status == 0)
        let right = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/right/reports.csv"))
        var dice = SeededGenerator(seed: 5)
        var told = 0
        for turn in 0..<60 {
            let flipped = scratch.path + "/flipped-\(turn).gpkg"
            var bytes = whole
            bytes[Int.random(in: 100..<bytes.count, using: &dice)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try bytes.write(to: URL(fileURLWithPath: flipped))
            let check = try Command.run("project", "check", flipped)
            #expect([0, 65].contains(check.status), "turn \(turn): \(check.errors)")
            if check.status == 65 { told += 1 }
            let out = scratch.path + "/out-\(turn)"
            let export = try Command.run("export", flipped, "-o", out)
            #expect([0, 65].contains(export.status), "turn \(turn): \(export.errors)")
            guard export.status == 0 else { continue }
            let got = try Data(contentsOf: URL(fileURLWithPath: out + "/reports.csv"))
            #expect(got == right || check.status == 65, "turn \(turn) changed a report unseen")
        }
        #expect(told > 0)
        // In the midst of a record: always told.
        for turn in 0..<10 {
            let record = Data("r\(turn * 3),2015-12-01".utf8)
            let place = try #require(whole.range(of: record)?.lowerBound)
            var bytes = whole
            bytes[place + 3] ^= 1
            let flipped = try scratch.write(bytes, to: "record-\(turn).gpkg")
            #expect(try Command.run("project", "check", flipped).text.contains("of reports is not what was written"))
            #expect(try Command.run("export", flipped, "-o", scratch.path + "/never").status == 65)
        }
    }
}
