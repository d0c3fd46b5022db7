import ArgumentParser
import Reports

/// The moment that is asked about, and what was known when.
struct MomentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The moment that is asked about.", valueName: "time"), transform: parseMoment)
    var at: Moment

    @Option(
        help: ArgumentHelp("Hide all reports recorded after this moment.", valueName: "time"), transform: parseMoment)
    var asKnownOn: Moment?
}
