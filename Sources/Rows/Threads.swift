import Glibc
import Synchronization

/// Work in equal parts on all cores.
package enum Threads {
    private static let asked = getenv("FRONTLINE_THREADS").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }

    /// What `$FRONTLINE_THREADS` says where that is no number of threads.
    package static var unusable: String? {
        guard let asked, !(1...most).contains(Int(asked) ?? 0) else { return nil }
        return asked
    }

    /// More would only wait for each other.
    private static let most = 64

    /// The cores of the machine, 16 at the most: `$FRONTLINE_THREADS` where that is set.
    package static let count: Int = {
        if let asked, let number = Int(asked), number > 0 { return min(number, most) }
        return max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }()

    /// Runs `body` once for each number below `parts`, on up to `count` threads, and returns when all are done.
    /// Which thread takes which part is not said, so a part must write to its own place only.
    package static func run(_ parts: Int, _ body: @Sendable (Int) -> Void) {
        let helpers = min(count, parts) - 1
        guard helpers > 0 else {
            for part in 0..<parts { body(part) }
            return
        }
        withoutActuallyEscaping(body) { escapable in
            let work = Work(parts: parts, body: escapable)
            var threads: [pthread_t] = []
            for _ in 0..<helpers {
                var thread = pthread_t()
                let retained = Unmanaged.passRetained(work)
                let code = pthread_create(&thread, nil, Self.start, retained.toOpaque())
                // Without a thread the others do its work.
                if code == 0 { threads.append(thread) } else { retained.release() }
            }
            work.take()
            for thread in threads { pthread_join(thread, nil) }
        }
    }

    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue().take()
        return nil
    }

    private final class Work: Sendable {
        private let parts: Int
        private let body: @Sendable (Int) -> Void
        private let next = Atomic<Int>(0)

        init(parts: Int, body: @escaping @Sendable (Int) -> Void) {
            self.parts = parts
            self.body = body
        }

        func take() {
            while true {
                let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard part < parts else { return }
                body(part)
            }
        }
    }
}
