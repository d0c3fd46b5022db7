import Fronts
import Geometry
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Areas of interest as coasts are: long borders, lakes, thousands of islands.
struct LongBorderTests {
    /// A ring around a point whose radius goes up and down, with `count` vertices.
    static func coast(_ x: Double, _ y: Double, _ radius: Double, _ count: Int, _ random: inout SeededGenerator)
        -> [Coordinate]
    {
        let waves = (1...6).map { k in (k * k * 3, Double.random(in: 0..<0.05, using: &random)) }
        let ring = (0..<count).map { i -> Coordinate in
            let step = (2 * Double.pi) * Double(i) / Double(count)
            let r = waves.reduce(1.0) { $0 + $1.1 * sin(step * Double($1.0)) }
            return Coordinate(
                longitude: x + radius * r * cos(step), latitude: y + radius * r * sin(step))
        }
        return ring + [ring[0]]
    }

    static func sites(_ count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
        (0..<count).map { _ in
            Coordinate(
                longitude: Double.random(in: 35.5..<38.5, using: &random),
                latitude: Double.random(in: 34.2..<36.8, using: &random))
        }
    }

    @Test func aHundredThousandVertices() throws {
        var random = SeededGenerator(seed: 1)
        let area = MultiPolygon(polygons: [Polygon(rings: [Self.coast(37, 35.5, 1, 100_000, &random)])])
        let sites = Self.sites(2_000, &random)
        let t = try Tessellation(sites: sites, area: area, reachInMetres: nil)
        let labels = (0..<t.cellCount).map { Int32($0 % 3) }
        #expect(t.vertices.count > 100_000)
        #expect(
            Invariants.violations(
                of: ControlRegions(tessellation: t, labels: labels), sites: sites, area: area
            ).prefix(5) == [])
    }

    /// Islands that lie within one cell, with no edge through them, take that cell; so do holes.
    @Test func islandsAndLakesWithinOneCell() throws {
        var random = SeededGenerator(seed: 2)
        var polygons = [Polygon(rings: [Self.coast(37, 35.5, 0.6, 400, &random)])]
        for i in 0..<300 {
            let (x, y) = (38.2 + 0.03 * Double(i % 20), 34.3 + 0.03 * Double(i / 20))
            polygons.append(Polygon(rings: [Self.coast(x, y, 0.01, 12, &random)]))
            polygons[0].rings.append(
                contentsOf: i < 9
                    ? [
                        Self.coast(36.8 + 0.15 * Double(i % 3), 35.3 + 0.15 * Double(i / 3), 0.02, 9, &random)
                            .reversed()
                    ]
                    : [])
        }
        let area = MultiPolygon(polygons: polygons)
        for count in [1, 2, 40, 800] {
            let sites = Self.sites(count, &random)
            let t = try Tessellation(sites: sites, area: area, reachInMetres: nil)
            let regions = ControlRegions(tessellation: t, labels: (0..<t.cellCount).map { Int32($0 % 2) })
            #expect(Invariants.violations(of: regions, sites: sites, area: area).prefix(5) == [], "\(count) sites")
        }
    }

    /// With the measures of the edges worked out before, the same areas and lengths.
    @Test func measuresAreShared() throws {
        var random = SeededGenerator(seed: 3)
        let sites = Self.sites(600, &random)
        let t = try Tessellation(sites: sites, area: nil, reachInMetres: 9_000)
        let measures = EdgeMeasures(t)
        let labels = (0..<t.cellCount).map { _ in Int32.random(in: 0..<4, using: &random) }
        let plain = ControlRegions(tessellation: t, labels: labels)
        let shared = ControlRegions(tessellation: t, labels: labels, measures: measures)
        #expect(plain.areas.map(\.label) == shared.areas.map(\.label))
        #expect(plain.areas.map(\.polygons) == shared.areas.map(\.polygons))
        for (a, b) in zip(plain.areas, shared.areas) {
            #expect(abs(a.areaInSquareMetres - b.areaInSquareMetres) < 1e-9 * a.areaInSquareMetres)
        }
        let (fronts, same) = (plain.fronts { _, _ in true }, shared.fronts { _, _ in true })
        #expect(fronts.map(\.points) == same.map(\.points) && fronts.map(\.cells) == same.map(\.cells))
        for (a, b) in zip(fronts, same) { #expect(abs(a.lengthInMetres - b.lengthInMetres) < 1e-6) }
    }
}
