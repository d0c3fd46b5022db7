import Glibc

extension Threads {
    /// Makes things on one thread and uses them, in their order, on another, until there are no more or either throws.
    /// Neither may touch what the other changes. Where both throw, the error of `make` is thrown.
    package static func handOver<Item>(_ make: () throws -> Item?, to use: (Item) throws -> Void) throws {
        let handover = Handover<Item>()
        var used: Result<Void, any Error> = .success(())
        try withoutActuallyEscaping(use) { use in
            let begun = begin {
                used = Result {
                    defer { handover.stop() }
                    while let item = handover.take() { try use(item) }
                }
            }
            guard let thread = begun else {
                while let item = try make() { try use(item) }
                return
            }
            let made = Result {
                defer { handover.finish() }
                while let item = try make(), handover.put(item) {}
            }
            pthread_join(thread, nil)
            try made.get()
        }
        try used.get()
    }

    /// Runs `body` on a thread of its own; nil, and not run, where there is but one core or no thread to be had.
    private static func begin(_ body: @escaping () -> Void) -> pthread_t? {
        guard count > 1 else { return nil }
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(Body(body))
        let code = pthread_create(
            &thread, nil,
            {
                Unmanaged<Body>.fromOpaque($0!).takeRetainedValue().run()
                return nil
            }, retained.toOpaque())
        guard code == 0 else {
            retained.release()
            return nil
        }
        return thread
    }

    private final class Body {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }
}

/// Things on their way from one thread to another, a few at a time.
private final class Handover<Item>: @unchecked Sendable {
    private var items: [Item] = []
    private var isFinished = false
    private var isStopped = false
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private static var capacity: Int { 3 }

    init() {
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Waits while there are many; false where nobody takes them any more.
    func put(_ item: Item) -> Bool {
        locked {
            while !isStopped, items.count >= Self.capacity { pthread_cond_wait(changed, lock) }
            if !isStopped { items.append(item) }
            return !isStopped
        }
    }

    /// Waits for the next; nil after the last.
    func take() -> Item? {
        locked {
            while items.isEmpty, !isFinished { pthread_cond_wait(changed, lock) }
            return items.isEmpty ? nil : items.removeFirst()
        }
    }

    func finish() { locked { isFinished = true } }

    func stop() { locked { isStopped = true } }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(lock)
        }
        return body()
    }
}
