import Glibc
import Synchronization

/// A file, or an empty folder, on its way, which is taken away again where the program is told to stop (^C, SIGTERM, a closed terminal) before
/// it stands in its place. Threads may have one each.
package struct Draft {
    private let path: String
    /// Where the handler finds the path; nil where no place was left, or for a path that is too long.
    private let slot: Int?

    package init(_ path: String) {
        self.path = path
        slot = DraftTable.add(path)
    }

    /// A new file to be written, or -1; `errno` says why.
    func open() -> Int32 { Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

    /// Puts the file in its place, in one step. False where that fails; `errno` says why.
    func move(to place: String) -> Bool { rename(path, place) == 0 }

    package func remove() { unlink(path) }

    /// To be called once the file is in its place or removed.
    package func forget() {
        if let slot { DraftTable.remove(slot) }
    }
}

/// The paths of all drafts, where a signal handler can read them: it may neither allocate nor lock.
private enum DraftTable {
    private static let count = 64
    private static let length = 4096
    private static let taken = Mutex<UInt64>(0)
    /// `count` paths of at most `length` bytes; one that begins with 0 is none. Set before there is a handler.
    private nonisolated(unsafe) static var paths: UnsafeMutablePointer<CChar>?

    /// Made ready once, with the first draft.
    private static let isReady: Bool = {
        paths = calloc(count, length)?.assumingMemoryBound(to: CChar.self)
        guard paths != nil else { return false }
        for stop in [SIGINT, SIGTERM, SIGHUP] {
            var known = sigaction()
            // What is passed over (nohup) stays so, and who has a handler of his own keeps it.
            guard sigaction(stop, nil, &known) == 0, known.__sigaction_handler.sa_handler == nil else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { stop in
                DraftTable.removeAll()
                signal(stop, SIG_DFL)
                raise(stop)
            }
            sigaction(stop, &action, nil)
        }
        return true
    }()

    static func add(_ path: String) -> Int? {
        guard isReady, let paths, path.utf8.count < length else { return nil }
        return taken.withLock { taken in
            guard taken != .max else { return nil }
            let slot = (~taken).trailingZeroBitCount
            taken |= 1 << UInt64(slot)
            let place = paths + slot * length
            // The first byte last: half a path is no path.
            for (offset, byte) in path.utf8.enumerated().dropFirst() { place[offset] = CChar(bitPattern: byte) }
            place[path.utf8.count] = 0
            place[0] = path.utf8.first.map { CChar(bitPattern: $0) } ?? 0
            return slot
        }
    }

    static func remove(_ slot: Int) {
        taken.withLock { taken in
            paths?[slot * length] = 0
            taken &= ~(1 << UInt64(slot))
        }
    }

    private static func removeAll() {
        guard let paths else { return }
        for slot in 0..<count where paths[slot * length] != 0 { unlink(paths + slot * length) }
        // Of files nothing is left that could be taken for a folder.
        for slot in 0..<count where paths[slot * length] != 0 { rmdir(paths + slot * length) }
    }
}
