import ArgumentParser

/// A command's manual page, in the language of man(7).
enum ManualPage {
    /// `frontline-gazetteer-build.1`
    static func fileName(_ command: CommandDescription) -> String { command.path.joined(separator: "-") + ".1" }

    static func text(_ command: CommandDescription, in root: CommandDescription) -> String {
        let title = command.path.joined(separator: "-")
        var out = ".TH \"\(title.uppercased())\" 1 \"\" \"frontline \(Frontline.configuration.version)\"\n"
        // No hyphens of its own: what is copied is to run.
        out += ".nh\n.ad l\n"
        out += ".SH NAME\n\(escaped(title)) \\- \(escaped(lowered(command.abstract)))\n"
        out += ".SH SYNOPSIS\n.B \(escaped(command.name))\n"
        out +=
            command.subcommands.isEmpty
            ? command.arguments.map { escaped($0.synopsis) + "\n" }.joined() : "<subcommand>\n"
        if !command.discussion.isEmpty { out += ".SH DESCRIPTION\n" + body(command) }
        if !command.subcommands.isEmpty {
            out += ".SH SUBCOMMANDS\n"
            for sub in command.subcommands {
                out += ".TP\n.B \(escaped(sub.path.last ?? ""))\n\(escaped(sub.abstract))\n"
            }
        }
        if !command.arguments.isEmpty { out += ".SH OPTIONS\n" + options(command) }
        out += ".SH SEE ALSO\n" + seeAlso(command, root) + "\n"
        return out
    }

    private static func body(_ command: CommandDescription) -> String {
        command.paragraphs.map { paragraph in
            if paragraph.isExample {
                return ".PP\n.nf\n.RS 2\n" + paragraph.lines.map { escaped($0) + "\n" }.joined() + ".RE\n.fi\n"
            }
            return ".PP\n" + paragraph.lines.map { escaped($0) + "\n" }.joined()
        }
        .joined()
    }

    private static func options(_ command: CommandDescription) -> String {
        var out = ""
        var section: String?
        for argument in command.arguments {
            if argument.section != section, let title = argument.section { out += ".SS \(escaped(title))\n" }
            section = argument.section
            out += ".TP\n.B \(escaped(argument.term))\n\(escaped(argument.explanation))\n"
        }
        return out
    }

    private static func seeAlso(_ command: CommandDescription, _ root: CommandDescription) -> String {
        let parent = root.all.first { $0.path == command.path.dropLast() }
        let others = (parent.map { [$0] } ?? []) + (parent?.subcommands ?? []) + command.subcommands
        return others.filter { $0.path != command.path }
            .map { ".BR \(escaped($0.path.joined(separator: "-"))) (1)" }
            .joined(separator: ",\n")
    }

    /// A sentence as the NAME section has it: without its capital and its full stop.
    private static func lowered(_ text: String) -> String {
        let first = text.prefix(1).lowercased() + text.dropFirst()
        return first.hasSuffix(".") ? String(first.dropLast()) : first
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for letter in text {
            switch letter {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            case "'": out += "\\(aq"
            case "`": out += "\\(ga"
            case "^": out += "\\(ha"
            case "~": out += "\\(ti"
            default: out.append(letter)
            }
        }
        // A line that begins with a point would be a request.
        return out.hasPrefix(".") ? "\\&" + out : out
    }
}
