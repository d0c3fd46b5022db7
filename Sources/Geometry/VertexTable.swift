/// Grid points with a number each: the same point, the same number.
struct VertexTable {
    private(set) var points: [GridPoint] = []
    /// Open addressing with linear steps; -1 is free. The size is a power of two, at most half full.
    private var slots: [Int32]

    init(minimumCapacity: Int) {
        var size = 64
        while size < 2 * minimumCapacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        points.reserveCapacity(minimumCapacity)
    }

    /// The number of a point, which gets one if it has none.
    ///
    /// - Complexity: O(1) on average.
    mutating func insert(_ p: GridPoint) -> Int32 {
        if 2 * (points.count + 1) > slots.count { grow() }
        var slot = start(p)
        while slots[slot] >= 0 {
            if points[Int(slots[slot])] == p { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(points.count)
        points.append(p)
        return slots[slot]
    }

    @inline(__always)
    private func start(_ p: GridPoint) -> Int {
        let key = UInt64(UInt32(bitPattern: p.x)) << 32 | UInt64(UInt32(bitPattern: p.y))
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (i, p) in points.enumerated() {
            var slot = start(p)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(i)
        }
    }
}

/// Numbers things in the order in which they are first asked for.
struct Renumbering {
    private var number: [Int32]
    /// What has got a number, in the order of the numbers.
    private(set) var old: [Int32] = []

    init(count: Int) {
        number = [Int32](repeating: -1, count: count)
    }

    @inline(__always)
    func has(_ v: Int32) -> Bool { number[Int(v)] >= 0 }

    @inline(__always)
    mutating func new(_ v: Int32) -> Int32 {
        if number[Int(v)] < 0 {
            number[Int(v)] = Int32(truncatingIfNeeded: old.count)
            old.append(v)
        }
        return number[Int(v)]
    }
}
