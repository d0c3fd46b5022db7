/// The place of a point on a Hilbert curve: points near each other on the curve are near each other in the plane.
package enum Hilbert {
    /// The index of a square of a 65,536 by 65,536 grid along the curve.
    ///
    /// Level by level: which quarter, and how the curve is turned in it (D. Hilbert, 1891; bitwise form after
    /// H. S. Warren, "Hacker's Delight", 2nd ed., 2012, figure 16-9).
    package static func index(x: UInt32, y: UInt32) -> UInt64 {
        var (x, y) = (x, y)
        var index: UInt64 = 0
        var side: UInt32 = 1 << 15
        while side > 0 {
            let right: UInt32 = x & side > 0 ? 1 : 0
            let up: UInt32 = y & side > 0 ? 1 : 0
            index = index << 2 | UInt64((3 * right) ^ up)
            if up == 0 {
                if right == 1 {
                    x = ~x
                    y = ~y
                }
                swap(&x, &y)
            }
            side >>= 1
        }
        return index
    }
}
