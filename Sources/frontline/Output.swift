import Formats
import Glibc
import Rows

/// Where the command writes: data on standard output, all else on standard error.
enum Output {
    /// Under `--quiet` only what is wrong is told. Set once, before the work begins, as are the others.
    nonisolated(unsafe) static var isQuiet = false
    /// Under `--json` standard error is JSON too, an object a line.
    nonisolated(unsafe) static var isJSON = false
    /// https://no-color.org
    nonisolated(unsafe) static var isColoured = isTerminal(STDERR_FILENO) && variable("NO_COLOR") == nil

    /// A reader that has seen enough, such as `head`, is no failure; a file that may not grow is one, but none to die of.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Text for people, whatever names are in it.
    static func show(_ text: String) throws { try data(shown(text)) }

    /// Its bytes, without what does more to a terminal than to be seen.
    static func shown(_ text: String) -> [UInt8] { Array(disarmed(text).utf8) }

    static func data(_ bytes: [UInt8]) throws {
        guard !AtomicFile.writeAll(bytes, to: STDOUT_FILENO) else { return }
        if errno == EPIPE { exit(0) }
        throw Failure(.inputOutput, "standard output: cannot be written: \(String(cString: strerror(errno)))")
    }

    /// What was done, which `--quiet` leaves out.
    static func tell(_ text: String) {
        if !isQuiet { note(text) }
    }

    /// What somebody should look at.
    static func note(_ text: String) {
        guard isJSON else { return errorLine(shown(text)) }
        var json = JSONWriter()
        json.object { json in
            json.key("note")
            json.string(text)
        }
        errorLine(json.bytes)
    }

    static func note(_ problem: Problem) {
        guard !isJSON else { return errorLine(ProblemJSON.line(problem).dropLast()) }
        let word = problem.effect.rawValue
        let coloured = isColoured ? "\u{1B}[33m\(word)\u{1B}[0m" : word
        errorLine(Array("\(disarmed(problem.place)): \(coloured): \(disarmed(problem.fact.sentence))".utf8))
    }

    /// One line on standard error. Nothing is done about a failure: there is nobody left to tell.
    static func errorLine(_ bytes: some Collection<UInt8>) {
        _ = AtomicFile.writeAll(bytes + [0x0A], to: STDERR_FILENO)
    }

    /// To the file, replacing it in one step; to standard output for `-` and for nil.
    static func write(_ bytes: [UInt8], to path: String?) throws {
        guard let path, path != "-" else { return try data(bytes) }
        try reportingFailures { try AtomicFile.write(bytes, to: path) }
    }

    /// Piece by piece: to the file, which is replaced in one step at the end; to standard output for `-` and for nil.
    static func stream(to path: String?, _ body: ((_ bytes: [UInt8]) throws -> Void) throws -> Void) throws {
        guard let path, path != "-" else { return try body { try data($0) } }
        try reportingFailures { try AtomicFile.stream(to: path, body) }
    }

    /// Whether a line may be shown on standard error that is written over again and again.
    static var showsProgress: Bool { !isQuiet && !isJSON && isTerminal(STDERR_FILENO) }

    /// Whether somebody would see the bytes of a file that is written to standard output.
    static var isToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// A terminal that understands more than letters.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 && variable("TERM") != "dumb" }

    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
