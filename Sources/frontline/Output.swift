import Glibc
import Rows

/// Where the command writes: data on standard output, all else on standard error.
enum Output {
    /// A reader that has seen enough, such as `head`, is no failure; a file that may not grow is one, but none to die of.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    static func data(_ text: String) throws { try data(Array(text.utf8)) }

    static func data(_ bytes: [UInt8]) throws {
        guard !AtomicFile.writeAll(bytes, to: STDOUT_FILENO) else { return }
        if errno == EPIPE { exit(0) }
        throw Failure(.inputOutput, "standard output: cannot be written: \(String(cString: strerror(errno)))")
    }

    /// One line on standard error. Nothing is done about a failure: there is nobody left to tell.
    static func note(_ text: String) {
        _ = AtomicFile.writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
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

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
