/// A point on the grid of 1e-7 degrees (about 1.1 cm), on which all published geometry lies.
///
/// Integers, because two areas share a border only when both have the very same vertices, and because orientation,
/// crossing and containment are then decided without rounding.
package struct GridPoint: Hashable, Sendable, Comparable {
    /// Longitude times 1e7.
    package var x: Int32
    /// Latitude times 1e7.
    package var y: Int32

    package init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }

    /// The nearest point of the grid.
    ///
    /// - Precondition: both values are finite and within ±214 degrees.
    package init(_ coordinate: Coordinate) {
        x = Int32(Self.rounded(coordinate.longitude * 1e7))
        y = Int32(Self.rounded(coordinate.latitude * 1e7))
    }

    /// The nearest integer, halves to even. Adding 1.5 · 2⁵² pushes the fraction out of the mantissa; without SSE 4.1
    /// `rounded()` would be a call of its own, for each of millions of coordinates.
    @inline(__always)
    private static func rounded(_ value: Double) -> Double {
        (value + 0x1.8p52) - 0x1.8p52
    }

    /// The same point in degrees; prints with at most seven decimals.
    package var coordinate: Coordinate {
        Coordinate(longitude: Double(x) / 1e7, latitude: Double(y) / 1e7)
    }

    package static func < (a: GridPoint, b: GridPoint) -> Bool {
        a.x == b.x ? a.y < b.y : a.x < b.x
    }

    /// Twice the signed area of the triangle a, b, c in grid units: positive when it turns left. Exact.
    ///
    /// - Precondition: the points span at most 180 degrees either way, so that the products fit into 64 bits.
    @inline(__always)
    package static func orientation(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int64 {
        (Int64(b.x) - Int64(a.x)) &* (Int64(c.y) - Int64(a.y))
            &- (Int64(b.y) - Int64(a.y)) &* (Int64(c.x) - Int64(a.x))
    }

    /// Twice the signed area of a closed ring in grid units: positive when it runs counter-clockwise. Exact.
    package static func doubledArea(of ring: [GridPoint]) -> Int128 {
        guard let origin = ring.first else { return 0 }
        var sum: Int128 = 0
        for i in 1..<max(1, ring.count) {
            sum += Int128(orientation(origin, ring[i - 1], ring[i]))
        }
        return sum
    }
}
