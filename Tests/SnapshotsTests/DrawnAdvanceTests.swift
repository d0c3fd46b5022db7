import Fronts
import Geometry
import Snapshots
import TestSupport
import Testing

/// Two drawings of one map, and how far the line between the letters moved.
@Suite struct DrawnAdvanceTests {
    /// 0.1° of longitude and of latitude near 36° N, in metres.
    private static let column = 9010.0
    private static let row = 11_096.0

    private func sectors(_ before: String, _ after: String) throws -> [Sector] {
        let (old, new) = (LetterGrid(before), LetterGrid(after))
        #expect(old.letters == new.letters)
        let sites = old.sites.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }
        let box = try #require(BoundingBox(sites))
        let (w, s, e, n) = (box.west - 0.05, box.south - 0.05, box.east + 0.05, box.north + 0.05)
        let ring = [(w, s), (e, s), (e, n), (w, n), (w, s)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let cells = try Tessellation(
            sites: sites, area: MultiPolygon(polygons: [Polygon(rings: [ring])]), reachInMetres: nil)
        return ControlRegions(tessellation: cells, labels: old.labels).sectors(to: new.labels, EdgesOfCells(cells)) {
            _, _ in true
        }
    }

    private func about(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 0.01 * expected } ?? false
    }

    @Test func aFrontMovedByOneColumn() throws {
        let moved = try sectors(
            """
            A B B
            A B B
            A B B
            """,
            """
            A A B
            A A B
            A A B
            """)
        let sector = try #require(moved.first)
        #expect(moved.count == 1 && sector.from == 1 && sector.to == 0 && sector.cells.count == 3)
        let measure = AdvanceMeasure(sector, isPocket: false)
        #expect(about(measure.lineBeforeInMetres, 3 * Self.row) && about(measure.lineNowInMetres, 3 * Self.row))
        #expect(about(measure.meanInMetres, Self.column) && about(measure.greatestInMetres, Self.column))
        #expect(try abs(#require(measure.azimuthInDegrees) - 90) < 1)
        #expect(about(sector.areaInSquareMetres, 3 * Self.row * Self.column))
    }

    @Test func twoSectorsOfOneFront() throws {
        let moved = try sectors(
            """
            A A B B
            A A B B
            A A B B
            """,
            """
            A A A B
            A A B B
            A B B B
            """)
        #expect(moved.count == 2)
        let directions = moved.map { (sector: Sector) -> [Int] in
            [Int(sector.to), Int((AdvanceMeasure(sector, isPocket: false).azimuthInDegrees ?? -1) / 10 + 0.5)]
        }
        // A goes east in the north, B west in the south.
        #expect(directions.sorted { $0[0] < $1[0] } == [[0, 9], [1, 27]])
    }

    @Test func aBulgeGoesLessFarOnAverageThanAtMost() throws {
        let moved = try sectors(
            """
            A B B B B
            A B B B B
            A B B B B
            A B B B B
            A B B B B
            """,
            """
            A B B B B
            A A B B B
            A A A B B
            A A B B B
            A B B B B
            """)
        #expect(moved.count == 1)
        let measure = AdvanceMeasure(moved[0], isPocket: false)
        #expect(about(measure.greatestInMetres, 2 * Self.column))
        #expect(try #require(measure.meanInMetres) < 1.2 * Self.column)
        #expect(measure.lineNowInMetres > measure.lineBeforeInMetres)
        #expect(try abs(#require(measure.azimuthInDegrees) - 90) < 1)
    }

    @Test func aPocketTakenHasNoDirection() throws {
        let moved = try sectors(
            """
            B B B
            B A B
            B B A
            """,
            """
            B B B
            B B B
            B B A
            """)
        let sector = try #require(moved.first)
        #expect(moved.count == 1 && !sector.hasOtherBorder && sector.newLine.isEmpty)
        #expect(Set(sector.oldLine).count == sector.polygon.rings[0].count - 1)
        let measure = AdvanceMeasure(sector, isPocket: true)
        #expect(measure.meanInMetres == nil && measure.azimuthInDegrees == nil && measure.lineNowInMetres == 0)
    }

    @Test func aPocketMadeIsTheSameBackwards() throws {
        let (with, without) = (
            """
            B B B
            B A B
            B B A
            """,
            """
            B B B
            B B B
            B B A
            """
        )
        let (taken, made) = (try sectors(with, without)[0], try sectors(without, with)[0])
        #expect(made.polygon == taken.polygon && made.from == taken.to && made.to == taken.from)
        #expect(made.oldLine == taken.newLine && made.newLine == taken.oldLine)
    }

    /// From three sides at once the pushes cancel, and no direction is made up.
    @Test func aSalientPressedFromAllSides() throws {
        let moved = try sectors(
            """
            B B B B B
            B A A A B
            B A A A B
            B A A A B
            B B B B B
            """,
            """
            B B B B B
            B B B B B
            B B A B B
            B B B B B
            B B B B B
            """)
        #expect(moved.count == 1)
        let measure = AdvanceMeasure(moved[0], isPocket: false)
        #expect(measure.azimuthInDegrees == nil)
        // From a corner of the old outline to the nearest corner of the new one.
        #expect(about(measure.greatestInMetres, (Self.column * Self.column + Self.row * Self.row).squareRoot()))
    }

    @Test func aSwapIsTwoSectors() throws {
        let moved = try sectors("A A B B", "B A B A").map { [$0.from, $0.to] }
        #expect(moved == [[0, 1], [1, 0]])
    }

    @Test func landOfThirdsPartsSectors() throws {
        // The middle goes to C, so A's gains above and below it are two.
        let moved = try sectors("A B C B\nA B C B\nA B C B", "A A C B\nA C C B\nA A C B")
        #expect(moved.map { [$0.from, $0.to] } == [[1, 0], [1, 2], [1, 0]])
        #expect(moved.map(\.hasOtherBorder) == [true, true, true])
    }

    /// Sectors are the changes, cut where they do not hang together; the way back has the same ones.
    @Test(arguments: 0..<60) func sectorsMakeUpTheChanges(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sites = (0..<80).map { _ in
            Coordinate(
                longitude: 37 + Double.random(in: 0..<1, using: &random),
                latitude: 36 + Double.random(in: 0..<1, using: &random))
        }
        let cells = try Tessellation(sites: sites, area: nil, reachInMetres: seed % 2 == 0 ? nil : 9000)
        let before = (0..<cells.cellCount).map { _ in Int32.random(in: 0..<3, using: &random) }
        let after = before.map { Int32.random(in: 0..<3, using: &random) == 0 ? ($0 + 1) % 3 : $0 }
        let regions = ControlRegions(tessellation: cells, labels: before)
        let sectors = regions.sectors(to: after, EdgesOfCells(cells)) { _, _ in true }
        let changes = regions.changes(to: after)
        for change in changes {
            let parts = sectors.filter { $0.from == change.from && $0.to == change.to }
            #expect(Set(parts.map(\.polygon)) == Set(change.polygons))
            #expect(
                abs(parts.reduce(0) { $0 + $1.areaInSquareMetres } - change.areaInSquareMetres)
                    < 1e-6 * change.areaInSquareMetres)
        }
        #expect(sectors.count == changes.reduce(0) { $0 + $1.polygons.count })
        #expect(sectors.flatMap(\.cells).sorted() == before.indices.filter { before[$0] != after[$0] }.map(Int32.init))
        let back = ControlRegions(tessellation: cells, labels: after).sectors(to: before, EdgesOfCells(cells)) { _, _ in
            true
        }
        #expect(back.map(\.polygon) == sectors.map(\.polygon))
        for (one, other) in zip(sectors, back) {
            #expect(one.oldLine == other.newLine && one.newLine == other.oldLine)
            let measure = AdvanceMeasure(one, isPocket: false)
            // Nowhere did the line move farther than the sector is wide.
            let box = try #require(BoundingBox(one.polygon.rings[0].map(\.coordinate)))
            let diagonal = Geodesic.distanceInMetres(
                Coordinate(longitude: box.west, latitude: box.south),
                Coordinate(longitude: box.east, latitude: box.north))
            #expect((measure.greatestInMetres ?? 0) <= 1.01 * diagonal)
        }
    }
}
