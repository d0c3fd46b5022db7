import Glibc

/// A file on its way, which is taken away again where the program is told to stop (^C, SIGTERM, a closed terminal) before
/// it stands in its place. One at a time.
struct Draft {
    private let path: String
    private let before: [(signal: Int32, handler: sigaction)]

    private static let stops = [SIGINT, SIGTERM, SIGHUP]
    /// What the handler takes away: it may neither allocate nor lock.
    private nonisolated(unsafe) static var current: UnsafeMutablePointer<CChar>?

    init(_ path: String) {
        self.path = path
        Self.current = strdup(path)
        var before: [(signal: Int32, handler: sigaction)] = []
        for stop in Self.stops {
            var known = sigaction()
            // What is passed over (nohup) stays so, and who has a handler of his own keeps it.
            guard sigaction(stop, nil, &known) == 0, known.__sigaction_handler.sa_handler == nil else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { stop in
                if let path = Draft.current { unlink(path) }
                signal(stop, SIG_DFL)
                raise(stop)
            }
            sigaction(stop, &action, nil)
            before.append((stop, known))
        }
        self.before = before
    }

    /// A new file to be written, or -1; `errno` says why.
    func open() -> Int32 { Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

    /// Puts the file in its place, in one step. False where that fails; `errno` says why.
    func move(to place: String) -> Bool { rename(path, place) == 0 }

    func remove() { unlink(path) }

    /// To be called once the file is in its place or removed.
    func forget() {
        for (stop, handler) in before {
            var handler = handler
            sigaction(stop, &handler, nil)
        }
        free(Self.current)
        Self.current = nil
    }
}
