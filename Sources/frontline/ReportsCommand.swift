import ArgumentParser

struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Looks at the reports of a scenario.",
        subcommands: [ReportsCheckCommand.self, ReportsListCommand.self])
}
