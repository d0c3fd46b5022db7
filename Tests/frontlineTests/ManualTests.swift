import Foundation
import TestSupport
import Testing

/// Every command and every option stands in the documentation, in the manual pages and in the completions.
@Suite struct ManualTests {
    struct Option: Hashable {
        let command: String
        let name: String
    }

    /// What the parser of arguments itself says that there is.
    static func commands() throws -> [(path: [String], command: [String: Any])] {
        let dump = try Command.run("--experimental-dump-help").output
        let root = try #require(JSONSerialization.jsonObject(with: dump) as? [String: Any])
        func walk(_ command: [String: Any], under path: [String]) -> [(path: [String], command: [String: Any])] {
            guard command["shouldDisplay"] as? Bool != false, let name = command["commandName"] as? String,
                name != "help"
            else { return [] }
            let inner = (command["subcommands"] as? [[String: Any]] ?? []).flatMap { walk($0, under: path + [name]) }
            return [(path + [name], command)] + inner
        }
        return walk(try #require(root["command"] as? [String: Any]), under: [])
    }

    private static func names(_ argument: [String: Any]) -> [String] {
        let names = argument["names"] as? [[String: Any]] ?? []
        guard !names.isEmpty else { return ["<\(argument["valueName"] as? String ?? "")>"] }
        return names.map { ($0["kind"] as? String == "short" ? "-" : "--") + ($0["name"] as? String ?? "") }
    }

    /// The parts of a text that follow a heading for each command.
    private static func sections(_ text: String) -> [String: String] {
        var out: [String: String] = [:]
        var name = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { name = String(line.drop { $0 == "#" || $0 == " " }) }
            out[name, default: ""] += line + "\n"
        }
        return out
    }

    @Test func everyCommandAndOptionIsInTheReference() throws {
        let file = Command.root.appendingPathComponent("Sources/frontline/frontline.docc/Commands.md")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Command.run("manual", "--format", "markdown").output.write(to: file)
        }
        let sections = Self.sections(try String(contentsOf: file, encoding: .utf8))
        let commands = try Self.commands()
        #expect(commands.count >= 26)
        for (path, command) in commands {
            let section = try #require(sections[path.joined(separator: " ")], "\(path) is in no article")
            for argument in command["arguments"] as? [[String: Any]] ?? [] {
                for name in Self.names(argument) where !["--help", "-h", "--version"].contains(name) {
                    #expect(["`\(name)", " \(name)"].contains { section.contains($0) }, "\(path) \(name)")
                }
            }
        }
    }

    /// How much is said is decided in one place, for all of them.
    @Test func everySubcommandHasTheSameManners() throws {
        for (path, command) in try Self.commands() where command["subcommands"] == nil {
            let names = (command["arguments"] as? [[String: Any]] ?? []).flatMap(Self.names)
            #expect(Set(names).isSuperset(of: ["--quiet", "--color", "--json"]), "\(path)")
        }
    }

    /// Who changes a help text renews the reference: make golden.
    @Test func theReferenceIsWhatTheCommandSays() throws {
        let file = Command.root.appendingPathComponent("Sources/frontline/frontline.docc/Commands.md")
        let written = try Command.run("manual", "--format", "markdown")
        #expect(written.status == 0)
        #expect(try String(contentsOf: file, encoding: .utf8) == written.text, "make golden renews it")
    }

    @Test func theHelpOfEachSubcommandShowsAnExampleFirst() throws {
        for (path, command) in try Self.commands() where command["subcommands"] == nil {
            let help = try Command.run(Array(path.dropFirst()) + ["--help"])
            let example = try #require(help.text.range(of: "\n  \(path.joined(separator: " "))"), "\(path): no example")
            let usage = try #require(help.text.range(of: "\nUSAGE:"))
            #expect(help.status == 0 && example.lowerBound < usage.lowerBound, "\(path)")
        }
    }

    @Test func manualPagesReadWell() throws {
        let scratch = try Scratch()
        #expect(try Command.run("manual", "-o", scratch.path + "/man1").status == 0)
        let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/man1").sorted()
        #expect(pages.count == (try Self.commands().count))
        #expect(pages.contains("frontline.1") && pages.contains("frontline-gazetteer-build.1"))
        for page in pages {
            let path = scratch.path + "/man1/" + page
            let script = "LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -E UTF-8 -l '\(path)' | col -b"
            guard try Command.other("man", ["--version"])?.status == 0 else {
                return Readers.loudly("man is not installed: its test is skipped")
            }
            let shown = try #require(try Command.other("bash", ["-c", script]))
            #expect(shown.errors.isEmpty, "\(page): \(shown.errors)")
            #expect(shown.text.contains("SYNOPSIS") && shown.text.contains("SEE ALSO"), "\(page)")
        }
        let page = try String(contentsOfFile: scratch.path + "/man1/frontline-areas.1", encoding: .utf8)
        #expect(page.contains("\\-\\-reach\\-km") && page.contains("frontline areas held.csv"))
    }

    @Test func theShellsTakeTheCompletions() throws {
        let scratch = try Scratch()
        for shell in ["bash", "zsh", "fish"] {
            let script = try Command.run("--generate-completion-script", shell)
            #expect(script.status == 0 && !script.text.isEmpty)
            let file = try scratch.write(script.output, to: shell)
            guard let checked = try Command.other(shell, ["-n", file]) else {
                Readers.loudly("\(shell) is not installed: its completions are not checked")
                continue
            }
            #expect(checked.status == 0 && checked.errors.isEmpty, "\(shell): \(checked.errors)")
        }
        // What bash offers somebody who presses the tabulator.
        func offered(_ words: String...) throws -> [String] {
            let quoted = words.map { "'\($0)'" }.joined(separator: " ")
            let script = """
                cd '\(scratch.path)'; touch here.csv; . ./bash; COMP_WORDS=(frontline \(quoted)); COMP_CWORD=\(words.count)
                COMP_LINE="frontline \(words.joined(separator: " "))"; COMP_POINT=${#COMP_LINE}
                COMP_TYPE=9; _frontline frontline '\(words.last ?? "")' '\(words.dropLast().last ?? "frontline")'
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let answer = try #require(try Command.other("bash", ["-c", script]))
            return answer.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(try offered("sna") == ["snapshot"])
        #expect(try offered("gazetteer", "ne") == ["near"])
        #expect(try offered("areas", "--rea") == ["--reach-km"])
        #expect(Set(try offered("areas", "held.csv", "--format", "")).isSuperset(of: ["geojson", "csv", "text"]))
        #expect(try offered("areas", "held.csv", "--boundary", "he") == ["here.csv"])
    }

    @Test func whatIsInstalledWorksFromAnyFolder() throws {
        let scratch = try Scratch()
        let (prefix, stage) = ("/opt/frontline", scratch.path + "/stage")
        func make(_ target: String) throws -> Command {
            try #require(
                try Command.other(
                    "make",
                    [
                        "-s", "-C", Command.root.path, target, "FRONTLINE=\(Command.path)", "PREFIX=\(prefix)",
                        "DESTDIR=\(stage)",
                    ]))
        }
        let installed = try make("install")
        #expect(installed.status == 0, "\(installed.errors)")
        let program = stage + prefix + "/bin/frontline"
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: program)
        for path in [program, scratch.path + "/link"] {
            let script = "cd / && XDG_DATA_HOME=/nowhere XDG_DATA_DIRS=/nowhere '\(path)' gazetteer info | head -1"
            let answer = try #require(try Command.other("bash", ["-c", script]))
            #expect(answer.text == stage + prefix + "/share/frontline/northern-aleppo.tsv\n", "\(answer.errors)")
        }
        let share = stage + prefix + "/share/"
        for file in [
            "man/man1/frontline-snapshot.1", "bash-completion/completions/frontline", "zsh/site-functions/_frontline",
            "fish/vendor_completions.d/frontline.fish", "frontline/LICENSE",
        ] {
            #expect(FileManager.default.fileExists(atPath: share + file), "\(file)")
        }
        #expect(try make("uninstall").status == 0)
        let left = FileManager.default.enumerator(atPath: stage)?.compactMap { $0 as? String }.filter { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: stage + "/" + path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }
        #expect(left == [])
    }
}
