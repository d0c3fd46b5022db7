import Geometry
import Testing

struct ShapeTests {
    private static func ring(_ points: [(Double, Double)]) -> [Coordinate] {
        points.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    private static let square = ring([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)])
    private static let hole = ring([(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)])
    private static let bowTie = ring([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)])

    @Test func validityNamesTheFault() {
        #expect(Validity.reason(of: Polygon(rings: [Self.square, Self.hole])) == nil)
        #expect(Validity.reason(of: Polygon(rings: [Self.bowTie])) == "Self-intersection[1 1]")
        #expect(Validity.reason(of: Polygon(rings: [Array(Self.square.dropLast())])) == "Ring not closed[0.0 0.0]")
        #expect(Validity.reason(of: Polygon(rings: [[]])) == "Ring without positions")
        let broken = Self.ring([(0, 0), (.nan, 1), (1, 1), (0, 0)])
        #expect(Validity.reason(of: Polygon(rings: [broken])) == "Invalid Coordinate")
        #expect(Validity.reason(of: MultiPolygon(polygons: [])) == nil)
    }

    @Test func repairKeepsTheInside() throws {
        let shape = MultiPolygon(polygons: [
            Polygon(rings: [Self.bowTie]), Polygon(rings: []), Polygon(rings: [Self.ring([(9, 9), (9, 9)])]),
            Polygon(rings: [Array(Self.ring([(10, 0), (11, 0), (11, 1)]))]),
        ])
        let repaired = try Repair.makeValid(shape)
        #expect(Validity.reason(of: repaired) == nil)
        #expect(repaired.polygons.count == 3)
        #expect(throws: GEOSError.self) {
            try Repair.makeValid(
                MultiPolygon(polygons: [Polygon(rings: [Self.ring([(0, 0), (.infinity, 1), (1, 1), (0, 0)])])]))
        }
    }

    @Test func pointsInPolygons() {
        let shape = Polygon(rings: [Self.square, Self.hole])
        func contains(_ x: Double, _ y: Double) -> Bool {
            PointInPolygon.contains(shape, Coordinate(longitude: x, latitude: y))
        }
        #expect(contains(3, 3) && contains(0.5, 1.5) && contains(3, 1) && contains(3, 2))
        #expect(contains(0, 0) && contains(4, 2) && contains(2, 4) && contains(1, 1.5), "borders belong to it")
        #expect(!contains(1.5, 1.5) && !contains(-1, 2) && !contains(5, 4) && !contains(-1, 4) && !contains(2, 5))
        #expect(!PointInPolygon.contains(Polygon(rings: []), Coordinate(longitude: 0, latitude: 0)))
    }

    @Test func gridPointsRoundAndPrint() {
        let p = GridPoint(Coordinate(longitude: 37.123456749, latitude: -36.00000005))
        #expect(p == GridPoint(x: 371_234_567, y: -360_000_000) || p.y == -360_000_001)
        #expect("\(GridPoint(x: 371_234_567, y: 3).coordinate.longitude)" == "37.1234567")
        #expect(GridPoint.orientation(GridPoint(x: 0, y: 0), GridPoint(x: 1, y: 0), GridPoint(x: 0, y: 1)) == 1)
    }
}
