import Fronts
import Geometry
import TestSupport
import Testing

/// Maps drawn in letters, with what must come out of them.
struct DrawnMapTests {
    /// The regions of a drawing, in a box half a step around the places.
    static func regions(_ drawing: String) throws -> (ControlRegions, LetterGrid) {
        let grid = LetterGrid(drawing)
        let sites = grid.sites.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }
        let box = BoundingBox(sites)!
        let (w, s, e, n) = (box.west - 0.05, box.south - 0.05, box.east + 0.05, box.north + 0.05)
        let ring = [(w, s), (e, s), (e, n), (w, n), (w, s)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let area = MultiPolygon(polygons: [Polygon(rings: [ring])])
        let t = try Tessellation(sites: sites, area: area, reachInMetres: nil)
        let regions = ControlRegions(tessellation: t, labels: grid.labels)
        #expect(Invariants.violations(of: regions, sites: sites, area: area) == [], "\(drawing)")
        return (regions, grid)
    }

    /// For each letter: its polygons, and how many holes they have.
    static func shape(_ regions: ControlRegions, _ grid: LetterGrid) -> [Character: [Int]] {
        var shapes: [Character: [Int]] = [:]
        for area in regions.areas {
            shapes[grid.letters[Int(area.label)]] = area.polygons.map { $0.rings.count - 1 }.sorted()
        }
        return shapes
    }

    @Test func halfAndHalf() throws {
        let (regions, grid) = try Self.regions(
            """
            A A B
            A B B
            """)
        #expect(Self.shape(regions, grid) == ["A": [0], "B": [0]])
        let fronts = regions.fronts { _, _ in true }
        #expect(fronts.count == 1)
        #expect(fronts[0].left == 0 && fronts[0].right == 1 && !fronts[0].isClosed)
        // One step down, one to the left, one down: 0.1° of latitude twice, 0.1° of longitude once.
        #expect(abs(fronts[0].lengthInMetres - (2 * 11_096 + 9_015)) < 60)
        #expect(fronts[0].cells.count == 3)
        #expect(regions.fronts { _, _ in false } == [])
    }

    @Test func enclaveInEnclave() throws {
        let (regions, grid) = try Self.regions(
            """
            A A A A A
            A B B B A
            A B A B A
            A B B B A
            A A A A A
            """)
        #expect(Self.shape(regions, grid) == ["A": [0, 1], "B": [1]])
        let fronts = regions.fronts { _, _ in true }
        #expect(fronts.count == 2 && fronts.allSatisfy { $0.isClosed })
    }

    @Test func cornersThatTouch() throws {
        let (regions, grid) = try Self.regions(
            """
            A B A B
            B A B A
            A B A B
            """)
        let shape = Self.shape(regions, grid)
        #expect(shape["A"]?.count == 6 || shape["B"]?.count == 6 || shape["A"]!.count + shape["B"]!.count <= 12)
        #expect(regions.fronts { _, _ in true }.count >= 6)
    }

    @Test func holesThatTouchTheOutlineAndEachOther() throws {
        let (regions, _) = try Self.regions(
            """
            A A A A A A
            A B A A A A
            A A B A A A
            B A A B B A
            A B A A A A
            A A A A A A
            """)
        #expect(regions.areas.count == 2)
    }

    @Test func unknownIsALabelLikeAnyOther() throws {
        let (regions, grid) = try Self.regions(
            """
            A ? B
            A ? B
            """)
        #expect(Self.shape(regions, grid) == ["A": [0], "B": [0], "?": [0]])
        let unknown = grid.label("?")
        #expect(regions.fronts { $0 != unknown && $1 != unknown } == [])
        #expect(regions.fronts { _, _ in true }.count == 2)
    }

    @Test func oneHolderHasNoFront() throws {
        let (regions, grid) = try Self.regions("A A\nA A")
        #expect(Self.shape(regions, grid) == ["A": [0]] && regions.fronts { _, _ in true } == [])
        let (single, _) = try Self.regions("A")
        #expect(single.areas.count == 1 && single.areas[0].polygons[0].rings[0].count == 5)
    }

    @Test func threeHoldersMeetInAPoint() throws {
        let (regions, _) = try Self.regions(
            """
            A A B B
            A A B B
            C C C C
            """)
        let fronts = regions.fronts { _, _ in true }
        #expect(fronts.map { [$0.left, $0.right] } == [[0, 1], [0, 2], [1, 2]])
        // All three have the triple point as an end.
        let ends = fronts.map { Set([$0.points.first!, $0.points.last!]) }
        #expect(ends[0].intersection(ends[1]).intersection(ends[2]).count == 1)
    }
}
