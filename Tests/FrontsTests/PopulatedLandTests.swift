import Fronts
import Geometry
import TestSupport
import Testing

/// Land near a settlement of its own holder.
struct PopulatedLandTests {
    private static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> MultiPolygon {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return MultiPolygon(
            polygons: [Polygon(rings: [corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }])])
    }

    @Test func aLoneVillageHasADisc() throws {
        let site = Coordinate(longitude: 37, latitude: 36)
        let tessellation = try Tessellation(
            sites: [site], area: Self.box(36.9, 35.9, 37.1, 36.1), reachInMetres: nil)
        let land = PopulatedLand(tessellation)
        let settlements = [PopulatedLand.Settlement(coordinate: site, label: 0)]
        let areas = land.areas(labels: [0], settlements: settlements, withinMetres: 3000)
        #expect(abs(areas[0]! / (.pi * 9e6) - 1) < 1e-9)
        // Twice the same village is one; one of another holder counts for nothing here.
        let others = settlements + settlements + [PopulatedLand.Settlement(coordinate: site, label: 1)]
        #expect(land.areas(labels: [0], settlements: others, withinMetres: 3000) == areas)
        // All of the box is within 20 km.
        let whole = land.areas(labels: [0], settlements: settlements, withinMetres: 20_000)
        #expect(abs(whole[0]! - tessellation.areaInSquareMetres) < 1)
        #expect(land.areas(labels: [0], settlements: [], withinMetres: 3000).isEmpty)
    }

    /// Against points counted one by one: places, holders and who is a settlement at random.
    @Test(arguments: 0..<12) func pointsAgree(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sites = (0..<Int.random(in: 2...60, using: &random)).map { _ in
            Coordinate(
                longitude: .random(in: 37...37.4, using: &random), latitude: .random(in: 36...36.3, using: &random))
        }
        let tessellation = try Tessellation(
            sites: sites, area: Self.box(36.95, 35.95, 37.45, 36.35), reachInMetres: nil)
        let labels = (0..<tessellation.cellCount).map { _ in Int32.random(in: 0...1, using: &random) }
        let settlements = sites.indices.filter { $0 % 3 > 0 }.map {
            PopulatedLand.Settlement(coordinate: sites[$0], label: labels[Int(tessellation.cellOfSite[$0])])
        }
        let metres = Double.random(in: 1000...9000, using: &random)
        let found = PopulatedLand(tessellation).areas(labels: labels, settlements: settlements, withinMetres: metres)

        let plane = try EqualAreaPlane(centre: Coordinate(longitude: 37.2, latitude: 36.15))
        let spots = sites.map { plane.forward($0)! }
        let near = settlements.map { (plane.forward($0.coordinate)!, $0.label) }
        func square(_ a: PlanePoint, _ b: PlanePoint) -> Double {
            (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
        }
        var counts: [Int32: Int] = [:]
        var total = 0
        for column in 0..<200 {
            for row in 0..<200 {
                let point = plane.forward(
                    Coordinate(
                        longitude: 36.95 + 0.5 * (Double(column) + 0.5) / 200,
                        latitude: 35.95 + 0.4 * (Double(row) + 0.5) / 200))!
                total += 1
                let nearest = spots.indices.min { square(spots[$0], point) < square(spots[$1], point) }!
                let label = labels[Int(tessellation.cellOfSite[nearest])]
                if near.contains(where: { $0.1 == label && square($0.0, point) <= metres * metres }) {
                    counts[label, default: 0] += 1
                }
            }
        }
        for label in [Int32(0), 1] {
            let expected = Double(counts[label] ?? 0) / Double(total) * tessellation.areaInSquareMetres
            // A row of points is 220 m by 220 m; degrees are wider in the south, by 0.3 % over the box.
            #expect(
                abs((found[label] ?? 0) - expected) < 0.006 * tessellation.areaInSquareMetres, "label \(label)")
        }
    }
}
