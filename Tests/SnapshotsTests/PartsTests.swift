import Fronts
import Geometry
import TestSupport
import Testing

@testable import Snapshots

/// Pockets, exclaves and encirclement on drawn maps.
@Suite struct PartsTests {
    @Test func pocketsInPockets() throws {
        let drawn = try DrawnTheatre(
            """
            R R R R R R R R R
            R B B B B B B B R
            R B R R R R R B R
            R B R B B B R B R
            R B R B R B R B R
            R B R B B B R B R
            R B R R R R R B R
            R B B B B B B B R
            R R R R R R R R R
            """)
        let chain = try [drawn.part(0, 0), drawn.part(1, 1), drawn.part(2, 2), drawn.part(3, 3), drawn.part(4, 4)]
        #expect(chain.map(\.kind) == [.main, .pocket, .pocket, .pocket, .pocket])
        #expect(chain.map(\.depth) == [0, 1, 2, 3, 4])
        #expect(
            chain.map(\.id) == [nil, "pocket/blue/1", "pocket/red/1", "pocket/blue/2", "pocket/red/2"])
        #expect(chain[0].enclosure == Snapshot.Enclosure(status: .open, by: []))
        #expect(chain[4].enclosure == Snapshot.Enclosure(status: .encircled, by: ["blue"]))
        #expect(chain[4].places.count == 1 && chain[1].places.count == 24)
        #expect(drawn.parts.cutOff.map(\.id) == ["pocket/blue/1", "pocket/blue/2", "pocket/red/1", "pocket/red/2"])
    }

    @Test func betweenTwoSidesItIsEncircledButNoPocket() throws {
        let drawn = try DrawnTheatre(
            """
            B B B B B
            B B R R G
            B B R R G
            G G G G G
            """)
        let part = try drawn.part(2, 1)
        // The side has no other land, and no way out of this.
        #expect(part.kind == .exclave)
        #expect(part.enclosure == Snapshot.Enclosure(status: .encircled, by: ["blue", "green"]))
        #expect(part.around.map(\.holder.key) == ["blue", "green"])
    }

    @Test func unknownLandAndTheEdgeOfTheMapLeaveItOpen() throws {
        let drawn = try DrawnTheatre(
            """
            R R B B B B B R
            R R B B B B B R
            R R B R ? ? B B
            R R B B B ? B B
            R R B B B ? B B
            """)
        let main = try drawn.part(0, 0)
        #expect(main.kind == .main && main.enclosure?.status == .open)
        let edge = try drawn.part(7, 0)
        #expect(edge.kind == .exclave && edge.enclosure == Snapshot.Enclosure(status: .edge, by: ["blue"]))
        #expect(edge.id == "exclave/red/1" && edge.borderInMetres > 10_000)
        let perhaps = try drawn.part(3, 2)
        #expect(perhaps.kind == .exclave && perhaps.enclosure == Snapshot.Enclosure(status: .perhaps, by: ["blue"]))
        #expect(try drawn.part(4, 2).kind == nil)
        let town = try #require(try drawn.standing(3, 2))
        #expect(town.enclosures.map(\.enclosure.status) == [.perhaps])
        #expect(town.unknown.map { $0.distanceInMetres < 4500 } == true)
    }

    /// Unknown land with no way out is no way out.
    @Test func aRingAroundUnknownLandEncircles() throws {
        let drawn = try DrawnTheatre(
            """
            R R B B B B
            R R B B B B
            R R B R ? B
            R R B ? ? B
            R R B B B B
            """)
        let part = try drawn.part(3, 2)
        #expect(part.kind == .pocket && part.enclosure == Snapshot.Enclosure(status: .encircled, by: ["blue"]))
        // It does not lie alone in a hole: the unknown land is beside it.
        #expect(part.inside == nil && part.depth == 1)
    }

    @Test func contestedLandIsAWayForThoseInIt() throws {
        let drawn = try DrawnTheatre(
            """
            R R R B B B B B G
            R R R B B B B B G
            R R x x R B x B G
            R R R B B B B B G
            R R R B B B G B G
            """)
        // The red place beyond the contested one: only contested land leads out of it.
        #expect(try drawn.part(4, 2).enclosure == Snapshot.Enclosure(status: .perhaps, by: ["blue"]))
        // Red is at home around the first contested land.
        let first = try drawn.number(2, 2)
        #expect(drawn.parts.enclosure(of: "red", at: first).status == .open)
        // In the second red is alone among blue land.
        let second = try drawn.number(6, 2)
        #expect(drawn.parts.enclosure(of: "red", at: second).status == .encircled)
        #expect(drawn.parts.enclosure(of: "red", at: second).by == ["blue"])
        #expect(drawn.parts.enclosure(of: "blue", at: second).status == .open)
        let town = try #require(try drawn.standing(6, 2))
        #expect(town.position == .contested && town.enclosures.map(\.side) == ["blue", "red"])
    }

    /// Contested land stands for the line: the line between the two sides ends at it on either side of it, and none runs
    /// around it.
    @Test func theLineEndsAtContestedLand() throws {
        let drawn = try DrawnTheatre(
            """
            R R R B B B
            R R R B B B
            R R x x B B
            R R R B B B
            R R R B B B
            """)
        #expect(drawn.snapshot.areas.map(\.holder.key) == ["blue", "red", "contested:blue+red"])
        let contested = drawn.snapshot.areas[2]
        #expect(contested.places.count == 2 && contested.polygons.count == 1)
        #expect(drawn.snapshot.fronts.count == 2)
        #expect(drawn.snapshot.fronts.allSatisfy { $0.left == "blue" && $0.right == "red" && $0.isCertain })
        let zone = Set(contested.polygons[0].rings[0])
        for front in drawn.snapshot.fronts {
            let ends = [front.line.first!, front.line.last!].filter(zone.contains)
            #expect(ends.count == 1)
            // Nothing else of the line is on the zone's border.
            #expect(front.line.filter(zone.contains).count == 1)
        }
    }

    @Test func threeSidesMeetInOneJunction() throws {
        let drawn = try DrawnTheatre(
            """
            R R R B B B
            R R R B B B
            R R R B B B
            G G G G G G
            G G G G G G
            """)
        let fronts = drawn.snapshot.fronts
        #expect(fronts.map { "\($0.left)|\($0.right)" } == ["blue|green", "blue|red", "green|red"])
        let ends = fronts.map { Set([$0.line.first!, $0.line.last!]) }
        #expect(ends[0].intersection(ends[1]).intersection(ends[2]).count == 1)
        #expect(drawn.parts.all.map(\.kind) == [.main, .main, .main])
    }

    @Test func whereAPlaceStandsAgainstTheFront() throws {
        let drawn = try DrawnTheatre(
            """
            R R R R R B B B
            R R R R R B B B
            R R R R R B B B
            """)
        // Columns are 4.5 km apart, the line about half-way between the fifth and the sixth: it bends at the map's edge.
        let rear = try #require(try drawn.standing(0, 1))
        #expect(rear.position == .behind && rear.holder == .held(side: "red"))
        #expect(abs(rear.front!.distanceInMetres - 4.5 * 4_502) < 1200)
        #expect(abs(rear.front!.azimuthInDegrees - 90) < 6)
        // 2.25 km, and half of such lines lie within 0.21 of 4.5 km.
        let near = try #require(try drawn.standing(4, 1))
        #expect(near.position == .behind && near.front!.isWithinDoubt == false)
        // A point 400 m from the line: nobody can say; in the place itself somebody did.
        let point = Coordinate(longitude: 37 + 4.41 * 0.05, latitude: 36.05)
        let close = try #require(
            Standing(of: point, placeIndex: nil, in: drawn.snapshot, drawn.parts, drawn.theatre))
        #expect(close.position == .tooNear && close.front!.isWithinDoubt)
        #expect(close.contested == nil && close.unknown == nil)
        let outside = Coordinate(longitude: 40, latitude: 36.05)
        #expect(Standing(of: outside, placeIndex: nil, in: drawn.snapshot, drawn.parts, drawn.theatre) == nil)
    }
}
