import Glibc
import Synchronization

/// A file on its way, which is taken away again where the program is told to stop (^C, SIGTERM, a closed terminal) before
/// it stands in its place.
package struct Draft {
    private let path: String
    /// Nil where more files are being written at once than there are slots: such a draft stays behind.
    private let slot: Int?

    private static let stops = [SIGINT, SIGTERM, SIGHUP]
    private static let slotCount = 64
    /// The paths that the handler takes away: it may neither allocate nor lock.
    private nonisolated(unsafe) static let slots = {
        let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: slotCount)
        slots.initialize(repeating: nil, count: slotCount)
        return slots
    }()
    /// The handlers that were there before, while any draft is open.
    private static let openDrafts = Mutex<(drafts: Int, before: [(signal: Int32, handler: sigaction)])>((0, []))

    package init(_ path: String) {
        self.path = path
        slot = Self.openDrafts.withLock { open in
            if open.drafts == 0 { open.before = Self.takeSignals() }
            open.drafts += 1
            guard let slot = (0..<Self.slotCount).first(where: { Self.slots[$0] == nil }) else { return nil }
            Self.slots[slot] = strdup(path)
            return slot
        }
    }

    private static func takeSignals() -> [(signal: Int32, handler: sigaction)] {
        var before: [(signal: Int32, handler: sigaction)] = []
        for stop in Self.stops {
            var known = sigaction()
            // What is passed over (nohup) stays so, and who has a handler of his own keeps it.
            guard sigaction(stop, nil, &known) == 0, known.__sigaction_handler.sa_handler == nil else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { stop in
                for slot in 0..<Draft.slotCount {
                    if let path = Draft.slots[slot] { unlink(path) }
                }
                signal(stop, SIG_DFL)
                raise(stop)
            }
            sigaction(stop, &action, nil)
            before.append((stop, known))
        }
        return before
    }

    /// A new file to be written, or -1; `errno` says why.
    func open() -> Int32 { Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

    /// Puts the file in its place, in one step. False where that fails; `errno` says why.
    func move(to place: String) -> Bool { rename(path, place) == 0 }

    package func remove() { unlink(path) }

    /// To be called once the file is in its place or removed.
    package func forget() {
        Self.openDrafts.withLock { open in
            if let slot {
                let path = Self.slots[slot]
                Self.slots[slot] = nil
                free(path)
            }
            open.drafts -= 1
            guard open.drafts == 0 else { return }
            for (stop, handler) in open.before {
                var handler = handler
                sigaction(stop, &handler, nil)
            }
        }
    }
}
