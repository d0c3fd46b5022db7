import Geometry
import Testing

@testable import Snapshots

/// Roads across drawn maps.
@Suite struct RoadStandingTests {
    /// Along the middle row of a drawing, between two columns.
    private static func road(_ drawing: String, from: Double, to: Double) throws -> (RoadStanding, metres: Double) {
        let drawn = try DrawnTheatre(drawing)
        let line = [from, (from + to) / 2, to].map { Coordinate(longitude: 37 + 0.05 * $0, latitude: 36.05) }
        return (RoadStanding(of: line, in: drawn.snapshot), Geodesic.lengthInMetres(of: line))
    }

    private static let hostile = """
        R R R B B R R
        R R R B B R R
        R R R B B R R
        """

    @Test func anEnemyBetweenCutsIt() throws {
        let (road, metres) = try Self.road(Self.hostile, from: 0, to: 6)
        #expect(road.status == .cut && road.endsWith == "red")
        #expect(road.stretches.map(\.holder) == ["red", "blue", "red"].map { .held(side: $0) })
        #expect(abs(road.stretches.reduce(0) { $0 + $1.lengthInMetres } - metres) < 0.1)
        #expect(road.breaks.count == 1)
        // Two columns of 4.5 km; the lines beside them bend a little.
        #expect(abs(road.breaks[0].lengthInMetres - 9_004) < 1500)
        #expect(road.front?.distanceInMetres == 0)
        for (one, next) in zip(road.stretches, road.stretches.dropFirst()) { #expect(one.to == next.from) }
    }

    @Test func unknownLandBetweenMayCutIt() throws {
        let (road, _) = try Self.road(
            """
            R R R ? ? R R
            R R R ? ? R R
            R R R ? ? R R
            """, from: 0, to: 6)
        #expect(road.status == .perhapsCut && road.breaks.isEmpty && road.stretches.count == 3)
        #expect(road.front == nil)
    }

    @Test func contestedLandCutsItForThirdSidesOnly() throws {
        let drawing = """
            R R R x x R R
            R R R x x R R
            R R R x x R R
            """
        #expect(try Self.road(drawing, from: 0, to: 6).0.status == .perhapsCut)
        let (green, _) = try Self.road(drawing.replacing("R", with: "G"), from: 0, to: 6)
        #expect(green.status == .cut && green.breaks.count == 1)
    }

    @Test func aRoadOfOneSideIsHeldAndMeasuredToTheFront() throws {
        let (road, _) = try Self.road(Self.hostile, from: 0, to: 1)
        #expect(road.status == .held && road.stretches.count == 1)
        let front = try #require(road.front)
        // From the second column to the line between the third and the fourth, which bends at the edge of the map.
        #expect(abs(front.distanceInMetres - 1.5 * 4_502) < 1200)
        #expect(abs(Geodesic.distanceInMetres(front.onRoad, front.onFront) - front.distanceInMetres) < 1e-6)
        #expect(front.azimuthInDegrees > 60 && front.azimuthInDegrees < 120)
    }

    @Test func fromOneSideToAnotherItIsDivided() throws {
        #expect(try Self.road(Self.hostile, from: 0, to: 4).0.status == .divided)
    }

    @Test func anEndThatNobodyHasLeavesItOpen() throws {
        let unknown = try Self.road("R R ?\nR R ?\nR R ?", from: 0, to: 2).0
        #expect(unknown.status == .open && unknown.endsWith == nil && unknown.breaks.isEmpty)
        // Beyond the map.
        let beyond = try Self.road("R R R\nR R R\nR R R", from: 0, to: 9).0
        #expect(beyond.status == .open && beyond.stretches.map(\.holder) == [.held(side: "red"), nil])
    }
}
