import Foundation
import TestSupport
import Testing

/// The commands of the README are run, and must print what it shows.
@Suite struct ReadmeTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let line: Int
        let command: String
        let output: String
        var testDescription: String { "README.md:\(line): \(command)" }
    }

    /// Lines that begin with `$ ` in a ```console block, each with the lines up to the next.
    static let examples: [Example] = {
        let text = (try? String(contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
        var examples: [Example] = []
        var inBlock = false
        var current: (line: Int, command: String, output: [String])?
        func close() {
            if let one = current {
                examples.append(
                    Example(line: one.line, command: one.command, output: one.output.joined(separator: "\n")))
            }
            current = nil
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                close()
                inBlock = line == "```console"
            } else if inBlock, line.hasPrefix("$ ") {
                close()
                current = (number + 1, String(line.dropFirst(2)), [])
            } else if inBlock {
                current?.output.append(String(line))
            }
        }
        return examples
    }()

    @Test func theFirstScreenShowsTheFourCommands() {
        let commands = Self.examples.map { $0.command.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
        for command in ["resolve", "describe", "snapshot", "diff"] { #expect(commands.contains(command)) }
    }

    @Test(arguments: examples) func theCommandPrintsWhatIsShown(_ example: Example) throws {
        let words = Self.words(example.command)
        try #require(words.first == "frontline")
        let scratch = try Scratch()
        var arguments = Array(words.dropFirst())
        // Files are written elsewhere, so that a test leaves the tree as it was.
        if let index = arguments.firstIndex(of: "-o") {
            arguments[index + 1] = scratch.path + "/" + arguments[index + 1]
        }
        let result = try Command.run(arguments)
        #expect(result.status == 0 || example.output.contains("exit"), "\(result.errors)")
        let printed = (result.errors + result.text).replacingOccurrences(of: scratch.path + "/", with: "")
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        }
        #expect(lines(printed) == lines(example.output))
    }

    /// Splits as a shell does, as far as the README needs it: spaces, and double quotes around a word.
    static func words(_ command: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quoted = false
        for character in command {
            if character == "\"" {
                quoted.toggle()
            } else if character == " ", !quoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
