import ArgumentParser

struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Looks at the reports of a scenario, and adds to those of a project.",
        subcommands: [ReportsAddCommand.self, ReportsCheckCommand.self, ReportsListCommand.self])
}
