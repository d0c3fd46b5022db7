/// Which way three points turn, and whether a fourth lies within the circle of three: never wrong.
///
/// A filter in plain doubles decides almost always; what it cannot decide goes to integers if the differences are
/// integers, and else to exact expansions (Shewchuk 1997, sections 4.2 and 4.4; the constants of the filters are his).
///
/// - Assumptions: coordinates are finite, and products of four differences neither overflow nor underflow.
package enum Predicates {
    /// Positive when a, b, c turn left, negative when right, 0 when on one line.
    ///
    /// Only the sign is exact; the size is about twice the area of the triangle.
    @inline(__always)
    package static func orient2d(
        _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
    ) -> Double {
        let left = (ax - cx) * (by - cy)
        let right = (ay - cy) * (bx - cx)
        let determinant = left - right
        // Covers zeros and opposite signs as well: the sum of the sizes bounds the error.
        if abs(determinant) > orientFilter * (abs(left) + abs(right)) { return determinant }
        return exactOrient2d(ax, ay, bx, by, cx, cy)
    }

    /// Positive when d lies inside the circle through a, b, c (counter-clockwise), negative outside, 0 on it.
    @inline(__always)
    package static func incircle(
        _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double, _ dx: Double, _ dy: Double
    ) -> Double {
        let (adx, ady) = (ax - dx, ay - dy)
        let (bdx, bdy) = (bx - dx, by - dy)
        let (cdx, cdy) = (cx - dx, cy - dy)
        let (bc, cb) = (bdx * cdy, cdx * bdy)
        let (ca, ac) = (cdx * ady, adx * cdy)
        let (ab, ba) = (adx * bdy, bdx * ady)
        let (aLift, bLift, cLift) = (adx * adx + ady * ady, bdx * bdx + bdy * bdy, cdx * cdx + cdy * cdy)
        let determinant = aLift * (bc - cb) + bLift * (ca - ac) + cLift * (ab - ba)
        // |bc| + |cb| is at most (bLift + cLift) / 2, and so on: an upper bound of the permanent with half the work.
        let bound = aLift * bLift + (aLift + bLift) * cLift
        if abs(determinant) > incircleBound * bound { return determinant }
        let permanent =
            (abs(bc) + abs(cb)) * aLift + (abs(ca) + abs(ac)) * bLift + (abs(ab) + abs(ba)) * cLift
        if abs(determinant) > incircleFilter * permanent { return determinant }
        return exactIncircle(ax, ay, bx, by, cx, cy, dx, dy)
    }

    private static let epsilon = 0x1p-53
    private static let orientFilter = (3 + 16 * epsilon) * epsilon
    private static let incircleFilter = (10 + 96 * epsilon) * epsilon
    /// The same with room for the rounding of the bound.
    private static let incircleBound = 11 * epsilon

    @inline(never)
    private static func exactOrient2d(
        _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
    ) -> Double {
        let left = Expansion(ax, minus: cx) * Expansion(by, minus: cy)
        let right = Expansion(ay, minus: cy) * Expansion(bx, minus: cx)
        return Double((left - right).sign)
    }

    @inline(never)
    private static func exactIncircle(
        _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double, _ dx: Double, _ dy: Double
    ) -> Double {
        if let adx = smallInteger(ax, dx), let ady = smallInteger(ay, dy),
            let bdx = smallInteger(bx, dx), let bdy = smallInteger(by, dy),
            let cdx = smallInteger(cx, dx), let cdy = smallInteger(cy, dy)
        {
            let a = Int128(adx * adx + ady * ady) * Int128(bdx * cdy - cdx * bdy)
            let b = Int128(bdx * bdx + bdy * bdy) * Int128(cdx * ady - adx * cdy)
            let c = Int128(cdx * cdx + cdy * cdy) * Int128(adx * bdy - bdx * ady)
            return Double((a + b + c).signum())
        }
        let (adx, ady) = (Expansion(ax, minus: dx), Expansion(ay, minus: dy))
        let (bdx, bdy) = (Expansion(bx, minus: dx), Expansion(by, minus: dy))
        let (cdx, cdy) = (Expansion(cx, minus: dx), Expansion(cy, minus: dy))
        let a = (adx * adx + ady * ady) * (bdx * cdy - cdx * bdy)
        let b = (bdx * bdx + bdy * bdy) * (cdx * ady - adx * cdy)
        let c = (cdx * cdx + cdy * cdy) * (adx * bdy - bdx * ady)
        return Double((a + b + c).sign)
    }

    /// a - b when both are integers below 2³⁰: sites on a lattice, where cocircular corners are the rule.
    @inline(__always)
    private static func smallInteger(_ a: Double, _ b: Double) -> Int64? {
        guard abs(a) < 0x1p29, abs(b) < 0x1p29 else { return nil }
        let (i, j) = (Int64(a), Int64(b))
        return Double(i) == a && Double(j) == b ? i - j : nil
    }
}
