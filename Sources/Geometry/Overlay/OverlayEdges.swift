/// Edges on the grid, each pair of ends once, with the change of the windings across it.
///
/// Where two neighbours of one holder share an edge the change is nothing and the edge vanishes: the union of a holder's
/// polygons, and the seams of equal edges between two maps, cost no geometry.
struct OverlayEdges {
    private(set) var vertices: VertexTable
    /// From the lower vertex number to the higher.
    private(set) var segments: [Segment] = []
    /// By how much the windings on the left of each segment are more than on its right, as a number of `table`.
    private(set) var changes: [Int32] = []
    var table = WindingTable()
    /// Open addressing with linear steps; -1 is free.
    private var slots: [Int32]

    init(minimumCapacity: Int) {
        vertices = VertexTable(minimumCapacity: minimumCapacity)
        var size = 64
        while size < 2 * minimumCapacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    mutating func vertex(_ p: GridPoint) -> Int32 { vertices.insert(p) }

    /// Lays an edge over those that are there, and returns its number.
    ///
    /// - Complexity: O(1) on average.
    @discardableResult
    mutating func add(from a: Int32, to b: Int32, change: Int32) -> Int {
        if 2 * (segments.count + 1) > slots.count { grow() }
        let (low, high) = (min(a, b), max(a, b))
        let change = a < b ? change : table.opposite(change)
        var slot = start(low, high)
        while slots[slot] >= 0 {
            let i = Int(slots[slot])
            if segments[i].from == low, segments[i].to == high {
                changes[i] = table.sum(changes[i], change)
                return i
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(segments.count)
        segments.append(Segment(from: low, to: high, left: Segment.noCell, right: Segment.noCell, winding: 0))
        changes.append(change)
        return segments.count - 1
    }

    /// Takes a segment away; what is laid over it later counts alone.
    mutating func clear(_ i: Int) { changes[i] = 0 }

    @inline(__always)
    private func start(_ low: Int32, _ high: Int32) -> Int {
        let key = UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (i, s) in segments.enumerated() {
            var slot = start(s.from, s.to)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(i)
        }
    }
}
