import ArgumentParser

struct ProjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: "Draws the map into a project, and checks that the file is as it was written.",
        subcommands: [ProjectDrawCommand.self, ProjectCheckCommand.self])
}
