import TestSupport
import Testing

@testable import Geometry

@Suite struct PointsInAreaTests {
    /// Islands, a hole with an island in it, and points on vertices and edges among the random ones.
    @Test(arguments: 0..<40) func saysWhatOnePointAtATimeSays(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func ring(_ x: Double, _ y: Double, _ radius: Double, _ corners: Int) -> [Coordinate] {
            let ring = (0..<corners).map { corner -> Coordinate in
                let angle = 2 * Double.pi * Double(corner) / Double(corners)
                let r = radius * Double.random(in: 0.7...1, using: &random)
                let step = Double(Int(r * 64)) / 64
                return Coordinate(longitude: x + step * cosine(angle), latitude: y + step * cosine(angle - .pi / 2))
            }
            return ring + [ring[0]]
        }
        let shape = MultiPolygon(polygons: [
            Polygon(rings: [ring(37, 36, 1, 40), ring(37, 36, 0.5, 12)]), Polygon(rings: [ring(37, 36, 0.3, 9)]),
            Polygon(rings: [ring(40, 37, 0.8, 200)]),
        ])
        let many = PointsInArea(shape)
        var points = shape.polygons.flatMap { $0.rings.flatMap { $0 } }
        for _ in 0..<500 {
            points.append(
                Coordinate(
                    longitude: Double.random(in: 35.5...41, using: &random),
                    latitude: Double.random(in: 34.5...38.5, using: &random)))
        }
        for point in points {
            #expect(many.contains(point) == PointInPolygon.contains(shape, point), "\(point)")
        }
    }

    /// Without a mathematics library: near enough for the shape of an island.
    private func cosine(_ angle: Double) -> Double {
        var turned = angle
        while turned > .pi { turned -= 2 * .pi }
        let x = turned * turned
        return 1 - x / 2 * (1 - x / 12 * (1 - x / 30 * (1 - x / 56 * (1 - x / 90))))
    }
}
