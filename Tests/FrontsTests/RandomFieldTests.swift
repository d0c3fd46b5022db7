import Fronts
import Geometry
import TestSupport
import Testing

/// Seeded maps of many kinds, each run through all invariants.
struct RandomFieldTests {
    enum Layout: CaseIterable {
        case uniform, clustered, gridded, nearlyGridded, line, circle, duplicates, crowded
    }

    static func sites(_ layout: Layout, count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
        func unit() -> Double { Double.random(in: 0..<1, using: &random) }
        return (0..<count).map { i in
            switch layout {
            case .uniform:
                return Coordinate(longitude: 36 + 2 * unit(), latitude: 35 + 1.5 * unit())
            case .clustered:
                let town = Double(i % 5)
                let spread = i % 3 == 0 ? 0.3 : 0.004
                return Coordinate(
                    longitude: 36.3 + 0.3 * town + spread * (unit() - 0.5),
                    latitude: 35.4 + 0.13 * town * town / 2 + spread * (unit() - 0.5))
            case .gridded:
                return Coordinate(
                    longitude: 36 + (unit() * 30).rounded() / 60, latitude: 35 + (unit() * 20).rounded() / 60)
            case .nearlyGridded:
                return Coordinate(
                    longitude: 36 + (unit() * 15).rounded() / 60 + 1e-7 * (unit() * 3).rounded(),
                    latitude: 35 + (unit() * 15).rounded() / 60 + 1e-7 * (unit() * 3).rounded())
            case .line:
                return Coordinate(longitude: 36 + 0.01 * Double(i), latitude: 35)
            case .circle:
                let centre = Coordinate(longitude: 37, latitude: 35.6)
                return Geodesic.destination(
                    from: centre, azimuthInDegrees: 360 * Double(i) / Double(count), distanceInMetres: 30_000)
            case .duplicates:
                return Coordinate(
                    longitude: 36 + (unit() * 8).rounded() / 20 + (i % 2 == 0 ? 0 : 4e-6), latitude: 35.5)
            case .crowded:
                // Pairs a metre or two apart, far from all others: thin, long cells.
                let pair = i / 2
                return Coordinate(
                    longitude: 36 + 0.31 * Double(pair % 6) + (i % 2 == 0 ? 0 : 1.5e-5),
                    latitude: 35 + 0.4 * Double(pair / 6) + (i % 4 == 1 ? 1.1e-5 : 0))
            }
        }
    }

    /// A rough outline with a hole and an island in the hole, and a second part.
    static func area(_ random: inout SeededGenerator) -> MultiPolygon {
        func ring(_ x: Double, _ y: Double, _ radius: Double, _ corners: Int, clockwise: Bool = false) -> [Coordinate] {
            var points = (0..<corners).map { i in
                Geodesic.destination(
                    from: Coordinate(longitude: x, latitude: y),
                    azimuthInDegrees: -360 * Double(i) / Double(corners),
                    distanceInMetres: radius * Double.random(in: 0.8...1, using: &random))
            }
            if clockwise { points.reverse() }
            return points + [points[0]]
        }
        return MultiPolygon(polygons: [
            Polygon(rings: [ring(36.8, 35.6, 70_000, 300), ring(36.8, 35.6, 30_000, 40, clockwise: true)]),
            Polygon(rings: [ring(36.8, 35.6, 15_000, 25)]),
            Polygon(rings: [ring(38.0, 35.6, 20_000, 60), ring(38.05, 35.6, 100, 5)]),
        ])
    }

    @Test(arguments: Layout.allCases, [1, 2, 3, 7, 30, 120])
    func invariantsHold(layout: Layout, count: Int) throws {
        for seed in 0..<(count < 10 ? 2 : 1) as Range<UInt64> {
            var random = SeededGenerator(seed: 1000 * seed + UInt64(count))
            let sites = Self.sites(layout, count: count, &random)
            let area = Self.area(&random)
            for (shape, reach) in [(area, nil), (area, 9_000), (nil, 9_000), (nil, nil), (area, 60_000), (nil, 700)]
                as [(MultiPolygon?, Double?)]
            {
                let t = try Tessellation(sites: sites, area: shape, reachInMetres: reach)
                for kinds in (count < 10 ? [1, 3] : [3]) as [Int32] {
                    let labels = (0..<t.cellCount).map { _ in Int32.random(in: 0..<kinds, using: &random) }
                    let regions = ControlRegions(tessellation: t, labels: labels)
                    let faults = Invariants.violations(of: regions, sites: sites, area: shape)
                    #expect(
                        faults.isEmpty,
                        "\(layout) \(count) seed \(seed) area \(shape != nil) reach \(reach ?? 0): \(faults.prefix(3))")
                    if !faults.isEmpty { return }
                }
            }
        }
    }
}
