/// Memory that grows and never shrinks, for inner loops: no checks, no reference counts.
struct GrowingBuffer<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private var capacity = 256
    var count = 0

    init() { start = .allocate(capacity: capacity) }

    func deallocate() { start.deallocate() }

    /// Makes room for so many elements; what is there stays.
    @inline(__always)
    mutating func reserve(_ needed: Int) {
        if needed > capacity { grow(needed) }
    }

    private mutating func grow(_ needed: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: needed * 2)
        larger.update(from: start, count: min(count, capacity))
        start.deallocate()
        start = larger
        capacity = needed * 2
    }
}
