import ArgumentParser
import Glibc
import Rows

/// A command line that cannot be understood: the parser's words, with what was perhaps meant.
enum UsageError {
    static func report(_ error: any Error, _ arguments: [String]) -> Never {
        let exitCode = Frontline.exitCode(for: error)
        guard !exitCode.isSuccess else { Frontline.exit(withError: error) }
        let full = Frontline.fullMessage(for: error)
        let lines = full.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let hint = subcommandMeant(arguments) ?? valueMeant(full)
        if Output.isJSON {
            let first = lines.first.map { $0.hasPrefix("Error: ") ? String($0.dropFirst("Error: ".count)) : $0 } ?? ""
            ErrorText.tell(first + (hint.map { " (\($0))" } ?? ""), exitCode.rawValue)
        } else {
            // The usage and where to find more follow the error.
            let usage = lines.firstIndex { $0.hasPrefix("Usage:") || $0.hasPrefix("Help:") } ?? lines.count
            let text = lines[..<usage] + (hint.map { ["       \($0)"] } ?? []) + lines[usage...]
            Output.errorLine(Output.shown(text.joined(separator: "\n")))
        }
        exit(exitCode.rawValue)
    }

    /// `help` for a subcommand that is none: the parser would print the help of the one above it and call that done.
    static func checkHelp(_ arguments: [String]) throws {
        guard arguments.first == "help" else { return }
        var command: any ParsableCommand.Type = Frontline.self
        for word in arguments.dropFirst() where !word.hasPrefix("-") && word != "help" {
            guard let next = command.configuration.subcommands.first(where: { name(of: $0) == word }) else {
                let hint = subcommandMeant(Array(arguments.dropFirst())).map { " \($0)" } ?? ""
                throw ValidationError("There is no help for '\(printable(word))'.\(hint)")
            }
            command = next
        }
    }

    /// The subcommand that is nearest to a word where one was expected.
    private static func subcommandMeant(_ arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Frontline.self
        for word in arguments {
            let known = command.configuration.subcommands
            if known.isEmpty || word.hasPrefix("-") { return nil }
            guard let next = known.first(where: { name(of: $0) == word }) else {
                let names = known.filter { $0.configuration.shouldDisplay }.map(name(of:))
                let begun = names.filter { !word.isEmpty && $0.hasPrefix(word) }
                return (begun.count == 1 ? begun[0] : EditDistance.nearest(to: word, among: names))
                    .map { "Did you mean '\($0)'?" } ?? "Known are \(names.joined(separator: ", "))."
            }
            command = next
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }

    /// Of "The value 'geojso' is invalid for '--format <format>'. Please provide one of 'geojson' …" the nearest value.
    private static func valueMeant(_ message: String) -> String? {
        guard message.contains("is invalid for"), let list = message.firstRange(of: "Please provide one of") else {
            return nil
        }
        let seen = quoted(message[..<list.lowerBound]).first ?? ""
        let rest = message[list.upperBound...]
        let known =
            rest.hasPrefix(" the following:")
            ? rest.split(separator: "\n").compactMap { $0.hasPrefix("  - ") ? String($0.dropFirst(4)) : nil }
            : quoted(rest.prefix { $0 != "\n" })
        return EditDistance.nearest(to: seen, among: known).map { "Did you mean '\($0)'?" }
    }

    private static func quoted(_ text: Substring) -> [String] {
        text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    }
}
