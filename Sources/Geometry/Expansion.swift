/// Exact sums of doubles: an expansion is a list of doubles, smallest first, whose exact sum is the value
/// (J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates",
/// Discrete Comput. Geom. 18, 1997, sections 2.4–2.8). Zero components are left out.
///
/// Only for the rare case that a filter in ``Predicates`` cannot decide, hence plain arrays.
struct Expansion {
    private(set) var components: [Double]

    /// The exact difference of two doubles.
    init(_ a: Double, minus b: Double) {
        let high = a - b
        let virtual = a - high
        let low = (a - (high + virtual)) + (virtual - b)
        components = []
        if low != 0 { components.append(low) }
        if high != 0 { components.append(high) }
    }

    private init(_ components: [Double]) {
        self.components = components
    }

    /// -1, 0 or 1: the sign of the largest component is the sign of the sum.
    var sign: Int {
        guard let last = components.last else { return 0 }
        return last > 0 ? 1 : -1
    }

    static prefix func - (a: Expansion) -> Expansion {
        Expansion(a.components.map { -$0 })
    }

    static func - (a: Expansion, b: Expansion) -> Expansion {
        a + -b
    }

    static func + (a: Expansion, b: Expansion) -> Expansion {
        var sum = a.components
        sum.reserveCapacity(a.components.count + b.components.count)
        for value in b.components { grow(&sum, by: value) }
        return Expansion(sum)
    }

    static func * (a: Expansion, b: Expansion) -> Expansion {
        var sum = Expansion([])
        for factor in b.components { sum = sum + scaled(a, by: factor) }
        return sum
    }

    /// Adds one double to an expansion (Shewchuk's Grow-Expansion).
    private static func grow(_ e: inout [Double], by value: Double) {
        var carry = value
        var kept = 0
        for i in e.indices {
            let (high, low) = twoSum(carry, e[i])
            carry = high
            if low != 0 {
                e[kept] = low
                kept += 1
            }
        }
        e.removeSubrange(kept...)
        if carry != 0 { e.append(carry) }
    }

    /// An expansion times a double (Shewchuk's Scale-Expansion; the products' tails come from a fused multiply-add).
    private static func scaled(_ e: Expansion, by factor: Double) -> Expansion {
        var result: [Double] = []
        result.reserveCapacity(2 * e.components.count)
        for component in e.components {
            let product = component * factor
            let tail = (-product).addingProduct(component, factor)
            if tail != 0 { grow(&result, by: tail) }
            if product != 0 { grow(&result, by: product) }
        }
        return Expansion(result)
    }

    @inline(__always)
    private static func twoSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
        let high = a + b
        let virtual = high - a
        return (high, (a - (high - virtual)) + (b - virtual))
    }
}
