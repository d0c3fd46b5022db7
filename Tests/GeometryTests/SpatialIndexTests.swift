import Geometry
import TestSupport
import Testing

/// Every answer against a look at all points.
struct SpatialIndexTests {
    enum Layout: CaseIterable {
        case country, world, dateline, poles, duplicates, tiny
    }

    static func points(_ layout: Layout, _ count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
        func r(_ a: Double, _ b: Double) -> Double { Double.random(in: a...b, using: &random) }
        return (0..<count).map { _ in
            switch layout {
            case .country: Coordinate(longitude: r(35, 42), latitude: r(32, 37))
            case .world: Coordinate(longitude: r(-180, 180), latitude: r(-90, 90))
            case .dateline:
                Coordinate(longitude: r(0, 1) < 0.5 ? r(178, 180) : r(-180, -178), latitude: r(-20, -15))
            case .poles: Coordinate(longitude: r(-180, 180), latitude: r(0, 1) < 0.5 ? r(85, 90) : r(-90, -85))
            case .duplicates: Coordinate(longitude: r(0, 3).rounded(), latitude: r(40, 43).rounded())
            case .tiny: Coordinate(longitude: 37 + r(0, 1e-5), latitude: 36 + r(0, 1e-5))
            }
        }
    }

    @Test(arguments: Layout.allCases, [0, 1, 16, 17, 300, 1500])
    func agreesWithALookAtAll(layout: Layout, count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let points = Self.points(layout, count, &random)
        let index = SpatialIndex(points)
        for q in Self.points(layout, 8, &random) + Self.points(.world, 4, &random) {
            let all = points.indices.map { ($0, Geodesic.distanceInMetres(q, points[$0])) }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            let nearest = index.nearest(to: q, count: 10)
            #expect(nearest.map(\.index) == all.prefix(10).map(\.0), "\(layout) \(count) \(q)")
            let radius = all.isEmpty ? 1000 : all[min(all.count - 1, 40)].1
            let within = index.within(radiusInMetres: radius, of: q)
            #expect(within.map(\.index) == all.filter { $0.1 <= radius }.map(\.0), "\(layout) \(count) \(q)")
            let limited = index.nearest(to: q, count: 25, limitInMetres: radius / 2)
            #expect(limited.map(\.index) == all.filter { $0.1 <= radius / 2 }.prefix(25).map(\.0))
            let box = BoundingBox(
                west: q.longitude - 1, south: q.latitude - 0.7, east: q.longitude + 0.5, north: q.latitude + 0.7)
            #expect(index.within(box) == points.indices.filter { box.contains(points[$0]) })
        }
    }
}
