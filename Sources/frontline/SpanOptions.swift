import ArgumentParser
import Reports
import Rows

/// The moments that are asked about, and what was known when.
struct SpanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The first moment; that of the scenario where it is left out.", valueName: "time"),
        transform: parseMoment)
    var from: Moment?

    @Option(
        help: ArgumentHelp("The last moment; that of the scenario where it is left out.", valueName: "time"),
        transform: parseMoment)
    var to: Moment?

    @Option(help: ArgumentHelp("How far apart the moments lie: 12h, 1d, 2w.", valueName: "step"))
    var every = "1d"

    @Option(
        help: ArgumentHelp(
            "Hide all reports recorded after this moment; same-day: each moment as it was known at its end.",
            valueName: "time"), transform: KnownOn.init)
    var asKnownOn: KnownOn?

    /// What can be said before the scenario is read; `what` is made of at most so many moments.
    func check(most: Int, of what: String) throws {
        let step = try Self.step(every)
        if let from, let to { try Self.check(from, to, step, most, what) }
    }

    /// All moments, by the options and, where they are left out, by what the scenario says.
    func moments(of scenario: Scenario, most: Int, of what: String) throws -> [Moment] {
        guard let from = from ?? scenario.settings.from, let to = to ?? scenario.settings.to else {
            throw ValidationError("give --from and --to: the scenario does not say which days it is about")
        }
        return try Self.moments(from: from, to: to, every: every, most: most, of: what)
    }

    /// The moments from one to the other, at most so many.
    static func moments(
        from: Moment, to: Moment, every: String, most: Int, of what: String
    ) throws -> [Moment] {
        let step = try step(every)
        try check(from, to, step, most, what)
        return step.moments(from: from, to: to)
    }

    static func step(_ every: String) throws -> DayStep {
        guard let step = DayStep(every) else {
            throw ValidationError(
                "--every '\(printable(every))' is no step; expected hours, days or weeks: 12h, 1d, 2w")
        }
        return step
    }

    private static func check(_ from: Moment, _ to: Moment, _ step: DayStep, _ most: Int, _ what: String) throws {
        guard from.start <= to.start else {
            throw ValidationError("--to \(to.text) lies before --from \(from.text); exchange them")
        }
        let count = (to.start.seconds - from.start.seconds) / step.seconds + 1
        guard count <= most else {
            throw ValidationError("\(count) moments are more than the \(most) of one \(what); make --every longer")
        }
    }
}

/// What was known: at one moment, or at each moment itself.
enum KnownOn: Sendable {
    case one(Moment)
    case sameDay

    init(_ text: String) throws {
        self = text == "same-day" ? .sameDay : .one(try parseMoment(text))
    }

    func moment(_ at: Moment) -> Moment {
        switch self {
        case .one(let moment): moment
        case .sameDay: at
        }
    }

    var text: String {
        switch self {
        case .one(let moment): moment.text
        case .sameDay: "same-day"
        }
    }
}
