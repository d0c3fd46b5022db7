import Foundation
import TestSupport
import Testing

/// What a terminal shows, and what becomes of a file where the disk is full or somebody presses ^C.
@Suite struct TerminalTests {
    /// Columns of a terminal: marks take none, wide characters two.
    private func width(_ text: Substring) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: width
            default: width + ((0x2E80...0xD7A3).contains(scalar.value) ? 2 : 1)
            }
        }
    }

    @Test func tablesAlignWhateverTheNames() throws {
        let scratch = try Scratch()
        let names = [
            "Short", "عَفْرِين", "A much longer name", "北京市", "Cafe\u{301}", "اعزاز", "e\u{202E}vil", "be\u{7}ll",
        ]
        let rows = names.enumerated().map { "t:\($0)\t\($1)\t\(37 + Double($0) / 100)\t36.5\tvillage\ttest" }
        let file = try scratch.write(
            (["id\ttitle\tlon\tlat\ttypes\tsources"] + rows).joined(separator: "\n") + "\n", to: "places.tsv")
        let table = try Command.run("gazetteer", "near", "37,36.5", "--gazetteer", file)
        let lines = table.text.split(separator: "\n")
        #expect(lines.count == names.count + 1)
        let columns = Set(
            lines.dropFirst().compactMap { line in line.range(of: "village").map { width(line[..<$0.lowerBound]) } })
        #expect(columns.count == 1, "\(table.text)")
        #expect(table.text.contains("e<U+202E>vil") && table.text.contains("be<U+0007>ll"), "\(table.text)")
    }

    /// Runs a line of bash in a folder of its own.
    private func bash(_ line: String, in scratch: Scratch) throws -> Command {
        try #require(try Command.other("bash", ["-c", "cd '\(scratch.path)' && \(line)"]))
    }

    @Test func aFullDiskFailsAndLeavesTheOldFile() throws {
        let scratch = try Scratch()
        let held = (0..<3000).map {
            "\($0),\(37 + Double($0 % 60) / 60),\(36 + Double($0 / 60) / 60),\($0 % 7 < 3 ? "red" : "blue")"
        }
        try scratch.write("id,lon,lat,actor\n" + held.joined(separator: "\n"), to: "held.csv")
        let (program, azaz) = (Command.path, Command.file("Tests/Scenarios/azaz-2015"))
        for arguments in [
            "areas held.csv --format geojson -o old", "snapshot '\(azaz)' --at 2015-12-02 --format geojson -o old",
            "gazetteer build '\(Command.file("Gazetteer"))' -o old",
            "series '\(azaz)' --from 2015-12-01 --to 2015-12-02 -o days",
        ] {
            let before = try scratch.write("old", to: "old")
            let full = try bash("ulimit -f 8; FRONTLINE_CACHE=off '\(program)' \(arguments)", in: scratch)
            #expect(full.status == 74, "\(arguments): \(full.status) \(full.errors)")
            #expect(full.errors.contains("cannot be written"), "\(arguments): \(full.errors)")
            #expect(try String(contentsOfFile: before, encoding: .utf8) == "old", "\(arguments)")
            let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter { $0.contains(".part") }
            #expect(left.isEmpty, "\(arguments): \(left)")
        }
        for arguments in ["areas held.csv --format geojson", "limits", "gazetteer info"] {
            let full = try bash("'\(program)' \(arguments) > /dev/full", in: scratch)
            #expect(full.status == 74, "\(arguments): \(full.status) \(full.errors)")
        }
    }

    @Test func aClosedPipeIsNoFailure() throws {
        let scratch = try Scratch()
        let azaz = Command.file("Tests/Scenarios/azaz-2015")
        for arguments in [
            "snapshot '\(azaz)' --at 2015-12-02 --format geojson", "control '\(azaz)' --at 2015-12-02 --format csv",
            "reports list '\(azaz)'", "gazetteer import '\(Command.file("Gazetteer"))' -o -", "limits --json",
            "control '\(azaz)' --from 2015-12-01 --to 2015-12-03",
        ] {
            let piped = try bash(
                "'\(Command.path)' \(arguments) --quiet | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}", in: scratch)
            #expect(piped.text == "0\n" && piped.errors.isEmpty, "\(arguments): \(piped.text)\(piped.errors)")
        }
    }

    /// A folder is there whole or not at all, and so is its draft.
    @Test(arguments: ["init war", "export azaz.gpkg -o out"]) func interruptedFoldersAreWholeOrNot(command: String)
        throws
    {
        let scratch = try Scratch()
        let project = try Command.run(
            "import", Command.file("Tests/Scenarios/azaz-2015"), "-o", scratch.path + "/azaz.gpkg", "-q")
        try #require(project.status == 0, "\(project.errors)")
        let folder = command.hasPrefix("init") ? "war" : "out"
        let whole = try bash("'\(Command.path)' \(command) -q && ls -A \(folder) && rm -r \(folder)", in: scratch)
        try #require(whole.status == 0 && whole.text.contains("reports.csv"), "\(whole.errors)")
        for delay in stride(from: 4, through: 60, by: 4) {
            let result = try bash(
                "timeout -s INT 0.0\(delay < 10 ? "0" : "")\(delay) '\(Command.path)' \(command) -q; ls -A | grep -v azaz.gpkg; "
                    + "[ -d \(folder) ] && ls -A \(folder); rm -rf \(folder)", in: scratch)
            #expect(
                result.text.isEmpty || result.text == folder + "\n" + whole.text, "\(delay): \(result.text)")
        }
    }

    @Test func interruptedCommandsLeaveNothingHalfWritten() throws {
        let scratch = try Scratch()
        let azaz = Command.file("Tests/Scenarios/azaz-2015")
        try scratch.write("old", to: "old.geojson")
        for delay in ["0.02", "0.1", "0.3", "0.6"] {
            let result = try bash(
                "FRONTLINE_CACHE=off timeout -s INT \(delay) '\(Command.path)' snapshot '\(azaz)' --at 2015-12-02 -o old.geojson -q; ls -A; cat old.geojson | tail -c 3",
                in: scratch)
            #expect(
                result.text == "old.geojson\nold" || result.text.hasSuffix("]}\n"),
                "\(delay): \(result.text.prefix(200))")
        }
    }
}
