import Glibc

extension Threads {
    /// Makes things on one thread and uses them, in their order, on another, until there are no more or either throws.
    /// Neither may touch what the other changes. Where both throw, the error of `make` is thrown.
    package static func handOver<Item>(_ make: () throws -> Item?, to use: (Item) throws -> Void) throws {
        guard count > 1 else {
            while let item = try make() { try use(item) }
            return
        }
        let handover = Handover<Item>()
        _ = try both(
            {
                defer { handover.finish() }
                while let item = try make(), handover.put(item) {}
            },
            {
                defer { handover.stop() }
                while let item = handover.take() { try use(item) }
            })
    }
}

/// Things on their way from one thread to another, a few at a time.
private final class Handover<Item>: @unchecked Sendable {
    private var items: [Item] = []
    private var isFinished = false
    private var isStopped = false
    /// Where no second thread could be had the first one makes all before it uses any: it must not wait then.
    private var isTaking = false
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
            while isTaking, !isStopped, items.count >= Self.capacity { pthread_cond_wait(changed, lock) }
            if !isStopped { items.append(item) }
            return !isStopped
        }
    }

    /// Waits for the next; nil after the last.
    func take() -> Item? {
        locked {
            isTaking = true
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
