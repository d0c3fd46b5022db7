internal import Glibc

/// The arrays of a tree in memory, in one piece.
final class SpatialIndexBuilder {
    let order: UnsafePointer<Int32>
    let points: UnsafePointer<Int32>
    let boxes: UnsafePointer<Int32>
    private let memory: UnsafeMutablePointer<Int32>

    init(_ x: [Int32], _ y: [Int32]) {
        let n = x.count
        // Sixteen numbers are one line of the cache: each part begins on one.
        let part = (n + 15) & ~15
        let nodes = SpatialIndex.nodeCount(n)
        memory = UnsafeMutableRawPointer.allocate(byteCount: 4 * (3 * part + 4 * nodes) + 64, alignment: 64)
            .assumingMemoryBound(to: Int32.self)
        let (orders, spots) = (memory, memory + part)
        let frames = memory + 3 * part
        order = UnsafePointer(orders)
        points = UnsafePointer(spots)
        boxes = UnsafePointer(frames)
        for (k, number) in Self.hilbertOrder(x, y).enumerated() {
            orders[k] = number
            spots[2 * k] = x[Int(number)]
            spots[2 * k + 1] = y[Int(number)]
        }
        let levels = SpatialIndex.levels(n)
        for level in levels.indices {
            let below = level == 0 ? n : levels[level] - levels[level - 1]
            let count = (below + SpatialIndex.nodeSize - 1) / SpatialIndex.nodeSize
            for node in 0..<count {
                var (w, s, e, n) = (Int32.max, Int32.max, Int32.min, Int32.min)
                for k in (node * SpatialIndex.nodeSize)..<min(below, (node + 1) * SpatialIndex.nodeSize) {
                    if level == 0 {
                        let (x, y) = (spots[2 * k], spots[2 * k + 1])
                        (w, s, e, n) = (min(w, x), min(s, y), max(e, x), max(n, y))
                    } else {
                        let b = frames + 4 * (levels[level - 1] + k)
                        (w, s) = (min(w, b[0]), min(s, b[1]))
                        (e, n) = (max(e, b[2]), max(n, b[3]))
                    }
                }
                let b = frames + 4 * (levels[level] + node)
                (b[0], b[1], b[2], b[3]) = (w, s, e, n)
            }
        }
    }

    deinit { UnsafeMutableRawPointer(memory).deallocate() }

    /// The points along a Hilbert curve through their box.
    private static func hilbertOrder(_ x: [Int32], _ y: [Int32]) -> [Int32] {
        guard let west = x.min(), let east = x.max(), let south = y.min(), let north = y.max() else { return [] }
        let scaleX = 65535 / max(1, Double(Int64(east) - Int64(west)))
        let scaleY = 65535 / max(1, Double(Int64(north) - Int64(south)))
        var keys = [UInt64](repeating: 0, count: x.count)
        for k in x.indices {
            keys[k] = Hilbert.index(
                x: UInt32(Double(Int64(x[k]) - Int64(west)) * scaleX),
                y: UInt32(Double(Int64(y[k]) - Int64(south)) * scaleY))
        }
        return RadixSort.order(of: keys)
    }
}
