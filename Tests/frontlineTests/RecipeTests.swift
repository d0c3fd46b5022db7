import Foundation
import TestSupport
import Testing

/// The blocks of `Recipes.md` are run as they stand, and must print what the document shows.
@Suite struct RecipeTests {
    struct Recipe: CustomTestStringConvertible, Sendable {
        let line: Int
        let script: String
        let output: String?
        var testDescription: String { "Recipes.md:\(line)" }

        /// What its first line asks for: `# needs: ogr2ogr python3`.
        var needs: [String] {
            let first = script.split(separator: "\n").first.map(String.init) ?? ""
            return first.hasPrefix("# needs: ") ? first.dropFirst(9).split(separator: " ").map(String.init) : []
        }
    }

    static let recipes: [Recipe] = {
        let file = Command.file("Sources/Formats/Formats.docc/Recipes.md")
        let lines = ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").components(separatedBy: "\n")
        var blocks: [(line: Int, kind: String, text: String)] = []
        var inBlock = false
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                inBlock.toggle()
                if inBlock { blocks.append((number + 1, String(line.dropFirst(3)), "")) }
            } else if inBlock {
                blocks[blocks.count - 1].text += line + "\n"
            }
        }
        return blocks.indices.filter { blocks[$0].kind == "sh" }.map { index in
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            return Recipe(
                line: blocks[index].line, script: blocks[index].text, output: next?.kind == "text" ? next?.text : nil)
        }
    }()

    @Test func everyRecipeSaysWhatItNeedsAndShowsWhatItPrints() {
        #expect(Self.recipes.count >= 5)
        for recipe in Self.recipes { #expect(!recipe.needs.isEmpty && recipe.output != nil, "\(recipe.line)") }
    }

    @Test(arguments: recipes) func theBlockPrintsWhatIsShown(_ recipe: Recipe) throws {
        let programs = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
        let python = recipe.needs.contains("pyspark") ? ".venv-spark/bin" : ".venv-readers/bin"
        let path = "\(programs):\(Command.file(python)):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")"
        for need in recipe.needs {
            let probe = ["duckdb", "pyspark"].contains(need) ? "python3 -c 'import \(need)'" : "command -v \(need)"
            guard try Command.other("bash", ["-c", "PATH='\(path)'; \(probe)"])?.status == 0 else {
                let rule = need == "pyspark" ? "spark" : "readers"
                return Readers.loudly("\(need) is not installed (make \(rule)): \(recipe.testDescription) is skipped")
            }
        }
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/azaz-2015", withDestinationPath: Command.file("Tests/Scenarios/azaz-2015"))
        let script =
            "export PATH='\(path)' PYTHONIOENCODING=utf-8; cd '\(scratch.path)'; set -euo pipefail\n" + recipe.script
        let answer = try #require(try Command.other("bash", ["-c", script]))
        #expect(answer.status == 0, "\(answer.errors.suffix(800))")
        if let output = recipe.output { #expect(answer.text == output) }
    }
}
