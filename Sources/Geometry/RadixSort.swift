/// Sorting by 64-bit keys, stable, in linear time: the order of sites, of distances and along a Hilbert curve.
package enum RadixSort {
    /// The positions of `keys` in ascending order of the keys; equal keys keep their order.
    ///
    /// - Complexity: O(n); digits that are the same in all keys cost one look only.
    package static func order(of keys: [UInt64]) -> [Int32] {
        let n = keys.count
        var order = [Int32](unsafeUninitializedCapacity: n) { buffer, count in
            for i in 0..<n { buffer.initializeElement(at: i, to: Int32(truncatingIfNeeded: i)) }
            count = n
        }
        if n < 2 { return order }
        if n < 64 {
            order.sort { keys[Int($0)] == keys[Int($1)] ? $0 < $1 : keys[Int($0)] < keys[Int($1)] }
            return order
        }
        // Keys travel with their positions: looking them up would miss the cache at each step of each pass.
        var entries = [Entry](unsafeUninitializedCapacity: n) { buffer, count in
            for i in 0..<n {
                buffer.initializeElement(at: i, to: Entry(key: keys[i], position: Int32(truncatingIfNeeded: i)))
            }
            count = n
        }
        var other = entries
        var histogram = [Int32](repeating: 0, count: 1 << bits)
        for shift in stride(from: 0, to: 64, by: bits) {
            for i in histogram.indices { histogram[i] = 0 }
            for key in keys { histogram[Int((key >> UInt64(shift)) & mask)] += 1 }
            if histogram[Int((keys[0] >> UInt64(shift)) & mask)] == Int32(n) { continue }
            var sum: Int32 = 0
            for i in histogram.indices {
                let count = histogram[i]
                histogram[i] = sum
                sum += count
            }
            for entry in entries {
                let digit = Int((entry.key >> UInt64(shift)) & mask)
                other[Int(histogram[digit])] = entry
                histogram[digit] += 1
            }
            swap(&entries, &other)
        }
        for i in 0..<n { order[i] = entries[i].position }
        return order
    }

    private struct Entry {
        var key: UInt64
        var position: Int32
    }

    private static let bits = 11
    private static let mask: UInt64 = (1 << 11) - 1
}
