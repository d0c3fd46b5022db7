import ArgumentParser

/// A subcommand that does something. All of them have the same manners.
protocol FrontlineCommand: ParsableCommand {
    var common: CommonOptions { get }
}

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
    enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but what is wrong.")
    var quiet = false

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp(
            "Colour for what is wrong: auto, as a terminal takes it and NO_COLOR allows.", valueName: "when"))
    var colour: Colour = .auto

    // What it does to standard error is known before the arguments are: see ``Output/isJSON``.
    @Flag(help: "JSON: the answer or, where files are written, what was done; what is told beside it, too.")
    var json = false

    func apply() {
        Output.isQuiet = quiet
        switch colour {
        case .auto: break
        case .always: Output.isColoured = true
        case .never: Output.isColoured = false
        }
    }
}
