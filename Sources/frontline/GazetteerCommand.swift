import ArgumentParser

struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: "Builds a gazetteer, and looks at it.",
        subcommands: [
            GazetteerBuildCommand.self, GazetteerImportCommand.self, GazetteerInfoCommand.self,
            GazetteerCheckCommand.self, GazetteerNearCommand.self,
        ])
}
