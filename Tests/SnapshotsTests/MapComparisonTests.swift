import Foundation
import Fronts
import Geometry
import Snapshots
import TestSupport
import Testing

@Suite struct MapComparisonTests {
    /// Squares of 0.1 degrees with a letter each, in GeoJSON; dots are not mapped.
    private static func map(_ drawing: String, step: Double = 0.1) throws -> ForeignMap {
        let grid = LetterGrid(drawing, step: step)
        let features = zip(grid.sites, grid.labels).map { site, label in
            let (w, s) = (site.longitude, site.latitude)
            let ring = [(w, s), (w + step, s), (w + step, s + step), (w, s + step), (w, s)]
                .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
            return #"{"type":"Feature","properties":{"party":"\#(grid.letters[Int(label)])"},"#
                + #""geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
        }
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        return try ForeignReader.map(of: Array(text.utf8), file: "drawn")
    }

    private static func transfers(_ comparison: MapComparison) -> [String: Double] {
        Dictionary(
            uniqueKeysWithValues: comparison.transfers.map { ("\($0.from.key)>\($0.to.key)", $0.areaInSquareMetres) })
    }

    /// The land of one square of the drawing, at its row.
    private static func square(row: Int, of rows: Int) -> Double {
        let south = 36 + Double(rows - 1 - row) * 0.1
        return AuthalicArea.area(
            of: Polygon(rings: [
                [(37, south), (37.1, south), (37.1, south + 0.1), (37, south + 0.1), (37, south)].map {
                    Coordinate(longitude: $0.0, latitude: $0.1)
                }
            ]))
    }

    @Test func changedSquaresAreTheDifference() throws {
        let before = try Self.map("A A B .\nA B B .\nA A A .")
        let after = try Self.map("A B B C\nA B B .\nA A . .")
        let comparison = try MapComparison(before, after)
        let found = Self.transfers(comparison)
        #expect(Set(found.keys) == ["A>B", "A>not_mapped", "not_mapped>C"])
        #expect(abs(found["A>B"]! - Self.square(row: 0, of: 3)) < 10)
        #expect(abs(found["A>not_mapped"]! - Self.square(row: 2, of: 3)) < 10)
        #expect(comparison.slivers.count == 0 && comparison.engine == .grid)
        let line = try #require(comparison.lines.first)
        #expect(line.left.key == "A" && line.right.key == "B")
        // Half the squares' width up and down: the line moved by one square.
        #expect(abs(line.greatestMoveInMetres! - 9_000) < 100)
        let a = try #require(comparison.balance.first { $0.side == "A" })
        #expect(abs(a.before - a.lost - a.onlyBefore - a.after) < 1 && a.gained == 0)
    }

    @Test func theSameMapHasNoDifference() throws {
        let map = try Self.map("A B\nB A")
        let comparison = try MapComparison(map, map)
        #expect(comparison.isEmpty && comparison.agreed.count == 2)
        #expect(comparison.lines.allSatisfy { $0.greatestMoveInMetres == 0 })
    }

    @Test func landClaimedTwiceIsAnOverlapAndCountedForNeither() throws {
        let once = try Self.map("A A\nA A")
        let twice = try ForeignReader.map(
            of: Array(
                #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"party":"A"},"geometry":{"type":"Polygon","coordinates":[[[37,36],[37.2,36],[37.2,36.2],[37,36.2],[37,36]]]}},{"type":"Feature","properties":{"party":"B"},"geometry":{"type":"Polygon","coordinates":[[[37,36.1],[37.1,36.1],[37.1,36.2],[37,36.2],[37,36.1]]]}}]}"#
                    .utf8), file: "twice")
        let comparison = try MapComparison(once, twice)
        #expect(Array(Self.transfers(comparison).keys) == ["A>overlap:A+B"])
        #expect(comparison.second.areas.map { $0.cover.key } == ["A", "overlap:A+B"])
        #expect(comparison.balance.allSatisfy { $0.gained == 0 })
    }

    /// Laid the other way round, everything is the other way round.
    @Test(arguments: 0..<20) func theWayBackIsTheInverse(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func drawing() -> String {
            (0..<8).map { _ in String((0..<8).map { _ in "ABC.".randomElement(using: &generator)! }) }
                .joined(separator: "\n")
        }
        // Squares of two sizes, so that edges touch other edges in the middle.
        let (a, b) = (try Self.map(drawing()), try Self.map(drawing(), step: 0.07))
        let (there, back) = (try MapComparison(a, b), try MapComparison(b, a))
        let inverse = Dictionary(
            uniqueKeysWithValues: back.transfers.map { ("\($0.to.key)>\($0.from.key)", $0.areaInSquareMetres) })
        #expect(Self.transfers(there).count == inverse.count)
        for (key, area) in Self.transfers(there) { #expect(abs(area - inverse[key]!) < 1, "\(key)") }
        // Each map's land is what both maps say of it together.
        for area in there.first.areas {
            let parts =
                there.transfers.filter { $0.from == area.cover }.map(\.areaInSquareMetres)
                + there.agreed.filter { $0.cover == area.cover }.map(\.areaInSquareMetres)
            #expect(abs(parts.reduce(0, +) - area.inSquareMetres) < 1)
        }
        // What is traced is valid and as large as what was summed.
        for transfer in there.transfers {
            let shape = MultiPolygon(polygons: transfer.polygons.map(\.polygon))
            #expect(Validity.reason(of: shape) == nil)
            #expect(abs(AuthalicArea.area(of: shape) - transfer.areaInSquareMetres) < 1)
        }
    }

    /// A map wider than half the world goes to GEOS, and says so.
    @Test func worldMapsAreComparedByGEOS() throws {
        func world(_ east: Int) throws -> ForeignMap {
            let ring = "[[-170,-10],[\(east),-10],[\(east),10],[-170,10],[-170,-10]]"
            return try ForeignReader.map(
                of: Array(#"{"type":"Polygon","coordinates":[\#(ring)]}"#.utf8), file: "world")
        }
        let comparison = try MapComparison(world(150), world(170))
        guard case .geos = comparison.engine else {
            Issue.record("\(comparison.engine)")
            return
        }
        #expect(comparison.transfers.map(\.from.key) == ["not_mapped"])
    }

    /// Real maps of one side without properties, two weeks apart each: read, laid over each other, and nothing lost.
    @Test func allDeepStateMapsAreCompared() throws {
        guard let folder = SharedData.url("deepstate") else { return }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".geojson") }.sorted()
        #expect(files.count == 39)
        let maps = try files.map { try ForeignReader.read(folder.appendingPathComponent($0).path) }
        for (before, after) in zip(maps, maps.dropFirst()) {
            let comparison = try MapComparison(before, after)
            #expect(comparison.engine == .grid && before.holders == [.held(side: "held")])
            let row = try #require(comparison.balance.first)
            #expect(abs(row.before + row.onlyAfter - row.onlyBefore - row.after) < 10)
            for transfer in comparison.transfers {
                #expect(Validity.reason(of: MultiPolygon(polygons: transfer.polygons.map(\.polygon))) == nil)
            }
        }
    }
}
