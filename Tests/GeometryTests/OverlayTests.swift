import Geometry
import TestSupport
import Testing

@Suite struct OverlayTests {
    /// A star around a centre: valid, with some hundred vertices on the grid.
    private static func star(
        _ generator: inout SeededGenerator, at centre: (Double, Double), radius: Double, vertices: Int
    ) -> [GridPoint] {
        (0..<vertices).map { i in
            let angle = Double(i) / Double(vertices) * 2 * .pi
            let reach = radius * Double.random(in: 0.4...1, using: &generator)
            return GridPoint(
                Coordinate(
                    longitude: centre.0 + reach * cosine(angle), latitude: centre.1 + reach * cosine(angle - .pi / 2)))
        }
    }

    /// Without a mathematics library: the series is good enough for a test shape.
    private static func cosine(_ angle: Double) -> Double {
        var turned = angle
        while turned > .pi { turned -= 2 * .pi }
        let x = turned * turned
        return 1 - x / 2 * (1 - x / 12 * (1 - x / 30 * (1 - x / 56 * (1 - x / 90 * (1 - x / 132)))))
    }

    private static func shape(_ rings: [[GridPoint]]) -> MultiPolygon {
        MultiPolygon(polygons: [Polygon(rings: rings.map { ($0 + [$0[0]]).map(\.coordinate) })])
    }

    /// The area of each set of layers.
    private static func areas(_ overlay: Overlay) -> [[Int32]: Double] {
        var sums: [[Int32]: Double] = [:]
        for (cover, area) in overlay.areasInSquareMetres.enumerated() where area != 0 {
            sums[overlay.covers[cover].layers, default: 0] += area
        }
        return sums
    }

    /// GEOS as the oracle: the land of two stars, apart and together, one of them with a hole.
    @Test(arguments: 0..<60) func areasAgreeWithGEOS(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let outline = Self.star(
            &generator, at: (37, 36), radius: 1, vertices: Int.random(in: 5...200, using: &generator))
        let hole = Self.star(&generator, at: (37, 36), radius: 0.3, vertices: 20)
        let other = Self.star(
            &generator, at: (37 + Double.random(in: -0.5...0.5, using: &generator), 36.3), radius: 0.8,
            vertices: Int.random(in: 5...200, using: &generator))
        var rings = LayeredRings()
        // Neither the order nor the direction of rings counts.
        rings.append(seed % 2 == 0 ? outline : outline.reversed(), layer: 0, isHole: false)
        rings.append(seed % 3 == 0 ? hole : hole.reversed(), layer: 0, isHole: true)
        rings.append(other, layer: 1, isHole: false)
        let areas = Self.areas(try Overlay(rings))

        let (a, b) = (Self.shape([outline, hole]), Self.shape([other]))
        let both = AuthalicArea.area(of: try PairwiseOverlay.intersection(a, b))
        let onlyA = AuthalicArea.area(of: try PairwiseOverlay.difference(a, b))
        // A crossing moves to the grid by half a centimetre, along edges of up to a hundred kilometres.
        #expect(abs((areas[[0, 1]] ?? 0) - both) < 1e-6 * both + 3000, "\(areas) \(both)")
        #expect(abs((areas[[0]] ?? 0) - onlyA) < 1e-6 * onlyA + 3000, "\(areas) \(onlyA)")
    }

    private static func points(_ pairs: [(Double, Double)]) -> [GridPoint] {
        pairs.map { GridPoint(Coordinate(longitude: $0.0, latitude: $0.1)) }
    }

    private static func area(_ rings: [(ring: [GridPoint], isHole: Bool)]) throws -> (Double, Overlay) {
        var layered = LayeredRings()
        for (ring, isHole) in rings { layered.append(ring, layer: 0, isHole: isHole) }
        let overlay = try Overlay(layered)
        return (areas(overlay)[[0]] ?? 0, overlay)
    }

    private static let square = points([(37, 36), (38, 36), (38, 37), (37, 37)])
    private static let hole = points([(37.2, 36.2), (37.4, 36.2), (37.4, 36.4), (37.2, 36.4)])

    @Test func bothLoopsOfABowTieAreLand() throws {
        let (area, overlay) = try Self.area([(Self.points([(37, 36), (38, 37), (38, 36), (37, 37)]), false)])
        let (whole, _) = try Self.area([(Self.square, false)])
        #expect(overlay.selfCrossingRings == [0])
        #expect(abs(area / whole - 0.5) < 0.01)
    }

    @Test func aRingThroughAVertexTwiceKeepsBothLoops() throws {
        let ring = Self.points([(37, 36), (38, 37), (39, 36), (39, 38), (38, 37), (37, 38)])
        let (area, _) = try Self.area([(ring, false)])
        let left = try Self.area([(Self.points([(37, 36), (38, 37), (37, 38)]), false)]).0
        let right = try Self.area([(Self.points([(38, 37), (39, 36), (39, 38)]), false)]).0
        #expect(abs(area - left - right) < 1)
    }

    @Test func landDrawnTwiceCountsOnce() throws {
        let (once, _) = try Self.area([(Self.square, false)])
        let (twice, overlay) = try Self.area([(Self.square, false), (Self.square, false)])
        #expect(twice == once)
        #expect(overlay.covers.contains { $0.repeated == [0] })
    }

    @Test func holesOverEachOtherAndOutsideAreNoLand() throws {
        let (whole, _) = try Self.area([(Self.square, false)])
        let (lack, _) = try Self.area([(Self.hole, false)])
        let outside = Self.hole.map { GridPoint(x: $0.x + 50_000_000, y: $0.y) }
        for holes in [[Self.hole], [Self.hole, Self.hole], [Self.hole, outside]] {
            let (area, _) = try Self.area([(Self.square, false)] + holes.map { ($0, true) })
            #expect(abs(area - (whole - lack)) < 1)
        }
    }

    /// Neighbours of one holder that share an edge are one piece of land: no seam is left.
    @Test func sharedEdgesVanish() throws {
        let east = Self.square.map { GridPoint(x: $0.x + 10_000_000, y: $0.y) }
        let (_, overlay) = try Self.area([(Self.square, false), (east, false)])
        #expect(overlay.from.count == 6)
    }

    @Test func tangledRingsAreRefusedInTime() throws {
        var generator = SeededGenerator(seed: 1)
        var rings = LayeredRings()
        let ring = (0..<2000).map { _ in
            GridPoint(
                x: Int32.random(in: 370_000_000...380_000_000, using: &generator),
                y: Int32.random(in: 360_000_000...370_000_000, using: &generator))
        }
        rings.append(ring, layer: 0, isHole: false)
        #expect(throws: OverlayError.tooTangled) { try Overlay(rings) }
    }

    @Test func mapsAroundTheWorldAreRefused() throws {
        var rings = LayeredRings()
        rings.append(Self.points([(-170, -10), (170, -10), (170, 10)]), layer: 0, isHole: false)
        #expect(throws: OverlayError.tooWide) { try Overlay(rings) }
    }

    /// Against the distance to every edge, on the ellipsoid.
    @Test(arguments: 0..<20) func theFurthestPointIsFound(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let ring = Self.star(&generator, at: (37, 36), radius: 0.2, vertices: 60)
        let edges = ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
        let points = Self.star(&generator, at: (37.1, 36), radius: 0.3, vertices: 40)
        let found = try #require(NearestEdge(edges)).greatestDistanceInMetres(of: points)
        let expected = points.map { point in
            edges.map {
                Geodesic.nearest(on: [$0.0.coordinate, $0.1.coordinate], to: point.coordinate)!.distanceInMetres
            }.min()!
        }.max()!
        #expect(abs(found - expected) < 0.002 * expected, "\(found) \(expected)")
    }

    @Test(arguments: 0..<50) func edgeLengthsFollowStraightEdges(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let a = Coordinate(
            longitude: Double.random(in: -179...179, using: &generator),
            latitude: Double.random(in: -85...85, using: &generator))
        let reach = seed % 2 == 0 ? 0.05 : 3
        let b = Coordinate(
            longitude: a.longitude + Double.random(in: 0...reach, using: &generator) / 3,
            latitude: a.latitude + Double.random(in: -reach...reach, using: &generator))
        // Straight in longitude and latitude: many short geodesics one behind the other.
        let way = (0...400).map { step in
            let part = Double(step) / 400
            return Coordinate(
                longitude: a.longitude + part * (b.longitude - a.longitude),
                latitude: a.latitude + part * (b.latitude - a.latitude))
        }
        let expected = zip(way, way.dropFirst()).reduce(0) { $0 + Geodesic.distanceInMetres($1.0, $1.1) }
        #expect(abs(Geodesic.edgeLengthInMetres(from: a, to: b) - expected) <= 1e-6 * expected)
    }
}
