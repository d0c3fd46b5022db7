import ArgumentParser
import Rows

/// A command as the parser of arguments describes it: what help, manual pages and the reference are made of.
struct CommandDescription {
    struct Argument {
        let isPositional: Bool
        let isOptional: Bool
        let isRepeating: Bool
        /// With their hyphens, the long one first; of a positional none.
        let names: [String]
        /// Nil for a flag.
        let valueName: String?
        let abstract: String
        let section: String?
        let defaultValue: String?
        let values: [String]
    }

    /// `frontline gazetteer build`.
    let path: [String]
    let abstract: String
    let discussion: String
    let arguments: [Argument]
    let subcommands: [CommandDescription]

    var name: String { path.joined(separator: " ") }

    /// The command and all that are under it, each before its own.
    var all: [CommandDescription] { [self] + subcommands.flatMap(\.all) }

    /// The whole of `frontline`; nil where the description cannot be read.
    static var frontline: CommandDescription? {
        guard let value = try? JSONParser.parse(Array(Frontline._dumpHelp().utf8)[...]) else { return nil }
        return value["command"].map { CommandDescription($0, under: []) }
    }

    private init(_ value: JSONValue, under path: [String]) {
        let name = value["commandName"]?.string ?? ""
        self.path = path + [name]
        abstract = value["abstract"]?.string ?? ""
        discussion = value["discussion"]?.string ?? ""
        // Help and version are everywhere, and told once.
        let isRoot = path.isEmpty
        arguments = (value["arguments"]?.array ?? []).filter(Self.isShown).map(Argument.init)
            .filter { isRoot || !($0.names.contains("--help") || $0.names.contains("--version")) }
        let inner = self.path
        subcommands = (value["subcommands"]?.array ?? []).filter {
            Self.isShown($0) && $0["commandName"]?.string != "help"
        }
        .map { CommandDescription($0, under: inner) }
    }

    private static func isShown(_ value: JSONValue) -> Bool {
        if case .bool(false)? = value["shouldDisplay"] { false } else { true }
    }
}

extension CommandDescription.Argument {
    fileprivate init(_ value: JSONValue) {
        let kind = value["kind"]?.string ?? ""
        isPositional = kind == "positional"
        isOptional = value["isOptional"].map { if case .bool(true) = $0 { true } else { false } } ?? false
        isRepeating = value["isRepeating"].map { if case .bool(true) = $0 { true } else { false } } ?? false
        names = (value["names"]?.array ?? []).map { name in
            (name["kind"]?.string == "short" ? "-" : "--") + (name["name"]?.string ?? "")
        }
        .sorted { $0.utf8.count > $1.utf8.count }
        valueName = kind == "flag" ? nil : value["valueName"]?.string
        abstract = value["abstract"]?.string ?? ""
        section = value["sectionTitle"]?.string
        defaultValue = value["defaultValue"]?.string.flatMap { kind == "flag" ? nil : $0 }
        values = (value["allValues"]?.array ?? []).compactMap(\.string)
    }

    /// `--near <place>`, `<name>`.
    var term: String {
        let value = valueName.map { "<\($0)>" }
        guard !isPositional else { return (value ?? "") + (isRepeating ? " ..." : "") }
        return names.joined(separator: ", ") + (value.map { " \($0)" } ?? "")
    }

    /// As the synopsis has it.
    var synopsis: String {
        let value = valueName.map { "<\($0)>" }
        let text = isPositional ? value ?? "" : (names.first ?? "") + (value.map { " \($0)" } ?? "")
        return (isOptional ? "[\(text)]" : text) + (isRepeating ? " ..." : "")
    }

    /// What it is, what it may be, and what it is where it is left out.
    var explanation: String {
        var out = abstract
        let isTold = values.allSatisfy { abstract.contains($0) }
        if !values.isEmpty, !isTold { out += " One of \(values.joined(separator: ", "))." }
        if let defaultValue { out += " Default: \(defaultValue)." }
        return out
    }
}

extension CommandDescription {
    /// The discussion as paragraphs; one of which every line is indented is an example.
    var paragraphs: [(isExample: Bool, lines: [String])] {
        var out: [(isExample: Bool, lines: [String])] = []
        var isOpen = false
        for line in discussion.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            guard !line.allSatisfy({ $0 == " " }) else {
                isOpen = false
                continue
            }
            let isExample = line.hasPrefix("  ")
            if isOpen, out.last?.isExample == isExample {
                out[out.count - 1].lines.append(isExample ? String(line.dropFirst(2)) : line)
            } else {
                out.append((isExample, [isExample ? String(line.dropFirst(2)) : line]))
            }
            isOpen = true
        }
        return out
    }
}
