/// How often the rings of each layer wind around a face, or by how much that is more on one side of an edge than on the
/// other: pairs of layer and number, by ascending layer, none of them 0.
struct Windings: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var layer: Int32
        var winding: Int32
    }

    var entries: [Entry] = []

    static func + (a: Windings, b: Windings) -> Windings {
        var sum = Windings()
        var (i, k) = (0, 0)
        while i < a.entries.count || k < b.entries.count {
            if k == b.entries.count || (i < a.entries.count && a.entries[i].layer < b.entries[k].layer) {
                sum.entries.append(a.entries[i])
                i += 1
            } else if i == a.entries.count || b.entries[k].layer < a.entries[i].layer {
                sum.entries.append(b.entries[k])
                k += 1
            } else {
                let winding = a.entries[i].winding + b.entries[k].winding
                if winding != 0 { sum.entries.append(Entry(layer: a.entries[i].layer, winding: winding)) }
                i += 1
                k += 1
            }
        }
        return sum
    }

    var negated: Windings {
        Windings(entries: entries.map { Entry(layer: $0.layer, winding: -$0.winding) })
    }

    /// The first layer that both have; nil where there is none.
    func commonLayer(with other: Windings) -> Int32? {
        entries.first { entry in other.entries.contains { $0.layer == entry.layer } }?.layer
    }
}

/// Numbers windings, so that edges and faces carry a small number each: maps have few kinds of borders.
struct WindingTable {
    /// By number; 0 is nothing.
    private(set) var all = [Windings()]
    /// True once more layers than ``layerLimit`` lay over each other; what is numbered from then on means nothing.
    private(set) var isOverfull = false

    /// So many layers over one spot are no map of control, and would take space that grows with their square.
    static let layerLimit = Overlay.layerLimit

    private var numbers = [Windings(): Int32(0)]
    private var opposites: [Int32] = [0]
    /// The sums asked for last, by a hash of the two numbers.
    private var keys = [UInt64](repeating: .max, count: 1024)
    private var sums = [Int32](repeating: 0, count: 1024)

    mutating func number(of windings: Windings) -> Int32 {
        if let known = numbers[windings] { return known }
        if windings.entries.count > Self.layerLimit {
            isOverfull = true
            return 0
        }
        let number = Int32(all.count)
        numbers[windings] = number
        all.append(windings)
        opposites.append(-1)
        return number
    }

    mutating func number(layer: Int32, winding: Int32) -> Int32 {
        number(of: Windings(entries: [Windings.Entry(layer: layer, winding: winding)]))
    }

    mutating func sum(_ a: Int32, _ b: Int32) -> Int32 {
        if a == 0 { return b }
        if b == 0 { return a }
        let key = UInt64(UInt32(min(a, b))) << 32 | UInt64(UInt32(max(a, b)))
        let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if keys[slot] == key { return sums[slot] }
        let sum = number(of: all[Int(a)] + all[Int(b)])
        keys[slot] = key
        sums[slot] = sum
        return sum
    }

    mutating func opposite(_ a: Int32) -> Int32 {
        if opposites[Int(a)] >= 0 { return opposites[Int(a)] }
        let opposite = number(of: all[Int(a)].negated)
        opposites[Int(a)] = opposite
        return opposite
    }
}
