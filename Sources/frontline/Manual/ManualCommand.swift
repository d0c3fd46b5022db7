import ArgumentParser
import Rows

/// Writes what is made of the help of all commands. For those who package frontline; not shown in the help.
struct ManualCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Writes the manual pages, or the reference of all commands.",
        discussion: """
            EXAMPLES
              frontline manual -o share/man/man1
              frontline manual --format markdown
            """,
        shouldDisplay: false)

    enum Format: String, ExpressibleByArgument, CaseIterable { case man, markdown }

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the pages.", valueName: "folder"))
    var output: String?

    @Option(help: "man: a page for each command; markdown: one article.")
    var format: Format = .man

    @OptionGroup(title: "Manners") var common: CommonOptions

    func run() throws {
        guard let root = CommandDescription.frontline else {
            throw Failure(.ourFault, "the description of the commands cannot be read")
        }
        guard format == .man else { return try Output.write(Array(Reference.text(root).utf8), to: output) }
        guard let output, output != "-" else { return try Output.show(ManualPage.text(root, in: root)) }
        try reportingFailures {
            try Folder.make(output)
            for command in root.all {
                try AtomicFile.write(
                    Array(ManualPage.text(command, in: root).utf8), to: "\(output)/\(ManualPage.fileName(command))")
            }
        }
        try Done().with("folder", output).with("pages", root.all.count).tell()
    }
}
