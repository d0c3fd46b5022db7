import Geometry
import TestSupport
import Testing

/// Against integer arithmetic that cannot be wrong, on cases made to be close.
struct PredicatesTests {
    /// Multiples of 2⁻²⁰: not integers, so that expansions are used, but exact as integers once scaled.
    private static let unit = 0x1p-20

    private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

    @Test(arguments: [UInt64(1), 2, 3])
    func orientationIsExact(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            // c lies on the line from a to b, or a hair beside it.
            let a = (Int64.random(in: 0..<1 << 48, using: &random), Int64.random(in: 0..<1 << 48, using: &random))
            let d = (Int64.random(in: 0..<1 << 20, using: &random), Int64.random(in: 0..<1 << 20, using: &random))
            let k = Int64.random(in: 0..<1 << 24, using: &random)
            let b = (a.0 + 3 * d.0, a.1 + 3 * d.1)
            let c = (a.0 + k * d.0 + Int64.random(in: -1...1, using: &random), a.1 + k * d.1)
            let exact =
                (Int128(b.0) - Int128(a.0)) * (Int128(c.1) - Int128(a.1))
                - (Int128(b.1) - Int128(a.1)) * (Int128(c.0) - Int128(a.0))
            let u = Self.unit
            let seen = Predicates.orient2d(
                Double(a.0) * u, Double(a.1) * u, Double(b.0) * u, Double(b.1) * u, Double(c.0) * u, Double(c.1) * u)
            #expect(Self.sign(seen) == Int(exact.signum()), "seed \(seed): \(a) \(b) \(c)")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3], [0x1p-20, 1.0])
    func incircleIsExact(seed: UInt64, unit: Double) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            // Four points of one circle by symmetry, one of them at times moved by one unit.
            let (x, y) = (Int64.random(in: 1..<1 << 26, using: &random), Int64.random(in: 1..<1 << 26, using: &random))
            let (ox, oy) = (
                Int64.random(in: 0..<1 << 27, using: &random), Int64.random(in: 0..<1 << 27, using: &random)
            )
            var p = [(x, y), (-y, x), (-x, -y), (y, -x), (-x, y), (x, -y)].shuffled(using: &random).prefix(4).map {
                (ox + $0.0, oy + $0.1)
            }
            p[3].0 += Int64.random(in: -1...1, using: &random)
            func lifted(_ i: Int) -> (Int128, Int128, Int128) {
                let (dx, dy) = (Int128(p[i].0 - p[3].0), Int128(p[i].1 - p[3].1))
                return (dx, dy, dx * dx + dy * dy)
            }
            let (a, b, c) = (lifted(0), lifted(1), lifted(2))
            let exact =
                a.2 * (b.0 * c.1 - c.0 * b.1) + b.2 * (c.0 * a.1 - a.0 * c.1) + c.2 * (a.0 * b.1 - b.0 * a.1)
            let q = p.map { (Double($0.0) * unit, Double($0.1) * unit) }
            let seen = Predicates.incircle(
                q[0].0, q[0].1, q[1].0, q[1].1, q[2].0, q[2].1, q[3].0, q[3].1)
            #expect(Self.sign(seen) == Int(exact.signum()), "seed \(seed): \(p)")
        }
    }
}
