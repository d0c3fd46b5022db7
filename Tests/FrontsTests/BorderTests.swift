import Fronts
import Geometry
import TestSupport
import Testing

/// Lines between places that need not run half-way.
@Suite struct BorderTests {
    private func places(_ count: Int, _ generator: inout SeededGenerator) -> [Coordinate] {
        (0..<count).map { _ in
            Coordinate(
                longitude: 37 + Double.random(in: 0..<1, using: &generator),
                latitude: 36 + Double.random(in: 0..<1, using: &generator))
        }
    }

    private struct Drawn {
        let sites: [Coordinate]
        let tessellation: Tessellation
        let borders: BorderSites
        let regions: ControlRegions
    }

    private func draw(
        _ places: [Coordinate], labels: [Int32], area: MultiPolygon? = nil, reach: Double?
    ) throws -> Drawn {
        let borders = BorderSites(places: places, reachInMetres: reach)
        let sites = places + borders.coordinates
        let t = try Tessellation(sites: sites, area: area, reachInMetres: reach)
        var vote = BorderVote(borders)
        let owners = vote.owners(sides: labels, labels: labels)
        var labelOfCell = [Int32](repeating: 0, count: t.cellCount)
        for (index, owner) in owners.enumerated().reversed() {
            labelOfCell[Int(t.cellOfSite[places.count + index])] = labels[Int(owner)]
        }
        for index in places.indices.reversed() { labelOfCell[Int(t.cellOfSite[index])] = labels[index] }
        return Drawn(
            sites: sites, tessellation: t, borders: borders,
            regions: ControlRegions(tessellation: t, labels: labelOfCell))
    }

    private static let box = MultiPolygon(polygons: [
        Polygon(rings: [
            [(36.9, 35.9), (38.1, 35.9), (38.1, 37.1), (36.9, 37.1), (36.9, 35.9)].map {
                Coordinate(longitude: $0.0, latitude: $0.1)
            }
        ])
    ])

    @Test(arguments: [nil, 3_000, 10_000, 60_000] as [Double?]) func allInvariantsHold(reach: Double?) throws {
        var generator = SeededGenerator(seed: 5)
        for count in [1, 2, 3, 4, 10, 150] {
            let places = places(count, &generator)
            let labels = places.map { _ in Int32.random(in: 0..<4, using: &generator) }
            let drawn = try draw(places, labels: labels, area: Self.box, reach: reach)
            #expect(Invariants.violations(of: drawn.regions, sites: drawn.sites, area: Self.box) == [])
        }
    }

    /// No extra site may carry a side to land that no place is near.
    @Test func littleLandBeyondTheReachIsTaken() throws {
        var generator = SeededGenerator(seed: 6)
        let places = places(120, &generator)
        let reach = 6_000.0
        let drawn = try draw(places, labels: places.map { _ in 0 }, reach: reach)
        #expect(drawn.borders.coordinates.count > 50)
        let index = SpatialIndex(places)
        for polygon in drawn.regions.areas.flatMap(\.polygons) {
            for point in polygon.rings.joined() {
                let nearest = try #require(index.nearest(to: point.coordinate, count: 1).first)
                #expect(nearest.distanceInMetres < 1.01 * BorderSites.reachesAtMost * reach)
            }
        }
    }

    /// Of a line that runs straight across, the drawn one must know more than that it lies between the places.
    @Test func theLineFollowsTheLieOfThePlaces() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<5 {
            let places = places(400, &generator)
            // From 37° E, 36.2° N to 38° E, 36.8° N.
            func height(_ c: Coordinate) -> Double { (c.latitude - 36.2) - 0.6 * (c.longitude - 37) }
            let labels = places.map { Int32(height($0) > 0 ? 1 : 0) }
            let drawn = try draw(places, labels: labels, area: Self.box, reach: nil)
            let plain = ControlRegions(
                tessellation: try Tessellation(sites: places, area: Self.box, reachInMetres: nil), labels: labels)
            /// The mean height of the front's vertices that lie amid the places, weighted by the edges beside them.
            func error(_ regions: ControlRegions) -> Double {
                var (sum, weight) = (0.0, 0.0)
                for front in regions.fronts(hostile: { _, _ in true }) {
                    for (a, b) in zip(front.line, front.line.dropFirst())
                    where (37.1..<37.9).contains(a.longitude) && (37.1..<37.9).contains(b.longitude) {
                        let length = Geodesic.distanceInMetres(a, b)
                        sum += length * (abs(height(a)) + abs(height(b))) / 2
                        weight += length
                    }
                }
                return sum / weight
            }
            #expect(error(drawn.regions) < 0.9 * error(plain))
        }
    }

    @Test func theOrderOfPlacesDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 8)
        let places = places(80, &generator)
        let labels = places.map { _ in Int32.random(in: 0..<3, using: &generator) }
        let order = places.indices.shuffled(using: &generator)
        let one = try draw(places, labels: labels, area: Self.box, reach: 9_000)
        let other = try draw(
            order.map { places[$0] }, labels: order.map { labels[$0] }, area: Self.box, reach: 9_000)
        #expect(one.regions.areas == other.regions.areas)
    }
}
