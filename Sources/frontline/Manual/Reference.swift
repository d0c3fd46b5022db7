/// The article of the documentation that has every command and every option.
enum Reference {
    static func text(_ root: CommandDescription) -> String {
        var out = """
            # The command

            Every subcommand with its arguments, as `frontline help` and `man frontline` have them. Written by
            `frontline manual --format markdown`; `make golden` renews it.


            """
        for command in root.all { out += section(command) }
        return out
    }

    private static func section(_ command: CommandDescription) -> String {
        let level = command.path.count > 2 ? "####" : command.path.count > 1 ? "###" : "##"
        var out = "\(level) \(command.name)\n\n\(escaped(command.abstract))\n\n"
        for paragraph in command.paragraphs where !["EXAMPLE", "EXAMPLES"].contains(paragraph.lines.joined()) {
            out +=
                paragraph.isExample
                ? "```console\n" + paragraph.lines.map { $0 + "\n" }.joined() + "```\n\n"
                : paragraph.lines.map { escaped($0) + "\n" }.joined() + "\n"
        }
        for argument in command.arguments {
            out += "- `\(argument.term)`: \(escaped(argument.explanation))\n"
        }
        return out + (command.arguments.isEmpty ? "" : "\n")
    }

    /// What Markdown would take for marks of its own.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, letter in
            if "\\`*_<>[]|".contains(letter) { out += "\\" }
            out.append(letter)
        }
    }
}
