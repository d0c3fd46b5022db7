/// Sorting by 64-bit keys, stable, in linear time: the order of sites, of distances and along a Hilbert curve.
package enum RadixSort {
    /// The positions of `keys` in ascending order of the keys; equal keys keep their order.
    ///
    /// Only the highest bits in which the keys differ are sorted by digits, as many as leave few keys in one place; what
    /// is then still out of order is moved by insertion. Where that would be much, as with keys that cluster, all digits
    /// are sorted.
    ///
    /// - Complexity: O(n).
    package static func order(of keys: [UInt64]) -> [Int32] {
        keys.withUnsafeBufferPointer { keys in
            [Int32](unsafeUninitializedCapacity: keys.count) { order, count in
                sort(keys, into: order)
                count = keys.count
            }
        }
    }

    private static func sort(_ keys: UnsafeBufferPointer<UInt64>, into order: UnsafeMutableBufferPointer<Int32>) {
        let n = keys.count
        var varying: UInt64 = 0
        for key in keys { varying |= key ^ keys[0] }
        guard varying != 0 else {
            for i in 0..<n { order[i] = Int32(truncatingIfNeeded: i) }
            return
        }
        // Keys travel with their positions: looking them up would miss the cache at each step of each pass.
        let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: n)
        let other = UnsafeMutableBufferPointer<Entry>.allocate(capacity: n)
        defer {
            entries.deallocate()
            other.deallocate()
        }
        for i in 0..<n { entries[i] = Entry(key: keys[i], position: Int32(truncatingIfNeeded: i)) }
        let top = 64 - varying.leadingZeroBitCount
        // Four places for each key at the least.
        let needed = max(0, 64 - (UInt64(n) * 4).leadingZeroBitCount - 1)
        let few = n < 64 ? 0 : min(top, (needed + bits - 1) / bits * bits)
        var (sorted, spare) = (entries, other)
        pass(from: top - few, to: top, &sorted, &spare)
        if !insert(sorted) {
            // Back to the order in which they came, so that equal keys keep it.
            for i in 0..<n { sorted[i] = Entry(key: keys[i], position: Int32(truncatingIfNeeded: i)) }
            pass(from: 0, to: top, &sorted, &spare)
        }
        for i in 0..<n { order[i] = sorted[i].position }
    }

    /// Sorts by the bits from `low` up to `high`.
    private static func pass(
        from low: Int, to high: Int, _ entries: inout UnsafeMutableBufferPointer<Entry>,
        _ other: inout UnsafeMutableBufferPointer<Entry>
    ) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << bits) { start in
            for shift in stride(from: low, to: high, by: bits) {
                let mask = (1 << UInt64(min(bits, high - shift))) - 1
                start.initialize(repeating: 0)
                for entry in entries { start[Int(truncatingIfNeeded: entry.key >> UInt64(shift)) & mask] += 1 }
                var sum: Int32 = 0
                for digit in 0...mask {
                    let count = start[digit]
                    start[digit] = sum
                    sum += count
                }
                for entry in entries {
                    let digit = Int(truncatingIfNeeded: entry.key >> UInt64(shift)) & mask
                    other[Int(start[digit])] = entry
                    start[digit] += 1
                }
                swap(&entries, &other)
            }
        }
    }

    /// Moves each entry to its place among those before it; false, with work undone, when that takes long.
    private static func insert(_ entries: UnsafeMutableBufferPointer<Entry>) -> Bool {
        var moves = 0
        for i in 1..<max(1, entries.count) where entries[i].key < entries[i - 1].key {
            let entry = entries[i]
            var k = i
            while k > 0, entries[k - 1].key > entry.key {
                entries[k] = entries[k - 1]
                k -= 1
            }
            entries[k] = entry
            moves += i - k
            if moves > 4 * entries.count + 1000 { return false }
        }
        return true
    }

    private struct Entry {
        var key: UInt64
        var position: Int32
    }

    private static let bits = 11
}
