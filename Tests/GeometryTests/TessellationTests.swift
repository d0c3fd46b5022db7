import CGEOS
import Geometry
import TestSupport
import Testing

struct TessellationTests {
    static func c(_ longitude: Double, _ latitude: Double) -> Coordinate {
        Coordinate(longitude: longitude, latitude: latitude)
    }

    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
        [c(west, south), c(east, south), c(east, north), c(west, north), c(west, south)]
    }

    static func area(_ rings: [Coordinate]...) -> MultiPolygon {
        MultiPolygon(polygons: [Polygon(rings: rings)])
    }

    @Test func oneSiteOwnsTheArea() throws {
        let area = Self.area(Self.box(36, 35, 37, 36))
        let t = try Tessellation(sites: [Self.c(36.2, 35.3)], area: area, reachInMetres: nil)
        #expect(t.edges.count == 4 && t.vertices.count == 4 && t.topologyFaults() == [])
        #expect(abs(t.cellAreasInSquareMetres[0] - AuthalicArea.area(of: area)) < 1e-3)
    }

    @Test func oneSiteWithReachIsACircle() throws {
        let t = try Tessellation(sites: [Self.c(36.2, 35.3)], area: nil, reachInMetres: 10_000)
        #expect(t.edges.count == 72 && t.topologyFaults() == [])
        let circle = Double.pi * 1e8
        #expect(abs(t.areaInSquareMetres / circle - 0.9987) < 1e-4)
        #expect(t.edges.allSatisfy { $0.left == 0 && $0.right == Tessellation.outside })
    }

    @Test func farApartEachHasItsCircle() throws {
        let sites = [Self.c(36, 35), Self.c(37, 35), Self.c(36.5, 36)]
        let t = try Tessellation(
            sites: sites, area: Self.area(Self.box(35, 34, 38, 37)), reachInMetres: 10_000)
        #expect(t.topologyFaults() == [] && t.neighbours.cells == [])
        #expect(
            t.edges.filter { $0.right == Tessellation.beyondReach || $0.left == Tessellation.beyondReach }.count >= 216)
        let sum = t.cellAreasInSquareMetres.reduce(t.beyondReachAreaInSquareMetres, +)
        #expect(abs(sum - t.areaInSquareMetres) < 1e-2)
    }

    @Test func twoSitesShareTheMiddle() throws {
        let t = try Tessellation(
            sites: [Self.c(36.25, 35.5), Self.c(36.75, 35.5)], area: Self.area(Self.box(36, 35, 37, 36)),
            reachInMetres: nil)
        let between = t.edges.filter { $0.left >= 0 && $0.right >= 0 }
        #expect(between.count >= 1 && t.neighbours.of(0) == [1] && t.neighbours.of(1) == [0])
        for edge in between {
            for v in [edge.from, edge.to] { #expect(abs(Int(t.vertices[Int(v)].x) - 365_000_000) <= 2) }
        }
        let areas = t.cellAreasInSquareMetres
        #expect(abs(areas[0] - areas[1]) < 2e4)
    }

    /// A hole in the area, an island in the hole, and an island far from everything, all within one cell.
    @Test func islandsInOneCell() throws {
        let area = MultiPolygon(polygons: [
            Polygon(rings: [Self.box(36, 35, 38, 37), Self.box(36.2, 35.2, 36.8, 35.8).reversed()]),
            Polygon(rings: [Self.box(36.4, 35.4, 36.6, 35.6)]),
            Polygon(rings: [Self.box(39, 39, 39.1, 39.1)]),
        ])
        for sites in [[Self.c(36.1, 35.5)], [Self.c(36.1, 35.5), Self.c(37.9, 36.9)], [Self.c(36.5, 35.5)]] {
            for reach in [nil, 900_000, 20_000] as [Double?] {
                let t = try Tessellation(sites: sites, area: area, reachInMetres: reach)
                #expect(t.topologyFaults() == [])
                #expect(abs(t.areaInSquareMetres - AuthalicArea.area(of: area)) < 1e4, "\(sites.count) \(reach ?? 0)")
                if reach != 20_000 {
                    #expect(t.beyondReachAreaInSquareMetres == 0)
                    if sites.count == 1 { #expect(t.edges.count == 16) }
                }
            }
        }
    }

    @Test func nearbySitesShareACell() throws {
        let sites = [Self.c(36.5, 35.5), Self.c(36.7, 35.5), Self.c(36.500005, 35.5), Self.c(36.7, 35.5)]
        let t = try Tessellation(sites: sites, area: nil, reachInMetres: 5_000)
        #expect(t.cellOfSite == [0, 1, 0, 1] && t.siteOfCell == [0, 1])
        #expect(t.topologyFaults() == [])
    }

    @Test func orderOfSitesDoesNotMatter() throws {
        var random = SeededGenerator(seed: 4)
        let sites = (0..<500).map { _ in
            Self.c(
                36 + (Double.random(in: 0..<60, using: &random)).rounded() / 60,
                35 + (Double.random(in: 0..<60, using: &random)).rounded() / 60)
        }
        struct Drawn: Hashable {
            let from: GridPoint
            let to: GridPoint
            let left: Coordinate?
            let right: Coordinate?
        }
        func drawing(_ sites: [Coordinate]) throws -> Set<Drawn> {
            let t = try Tessellation(
                sites: sites, area: Self.area(Self.box(36.1, 35.1, 36.9, 35.8)), reachInMetres: 2_500)
            #expect(t.topologyFaults() == [])
            func site(_ cell: Int32) -> Coordinate? { cell < 0 ? nil : sites[Int(t.siteOfCell[Int(cell)])] }
            return Set(
                t.edges.map { e in
                    let (a, b) = (t.vertices[Int(e.from)], t.vertices[Int(e.to)])
                    return a < b
                        ? Drawn(from: a, to: b, left: site(e.left), right: site(e.right))
                        : Drawn(from: b, to: a, left: site(e.right), right: site(e.left))
                })
        }
        let expected = try drawing(sites)
        for _ in 0..<3 { #expect(try drawing(sites.shuffled(using: &random)) == expected) }
    }

    @Test func faultsAreNamed() {
        func fault(
            _ sites: [Coordinate], _ area: MultiPolygon? = nil, _ reach: Double? = 1000
        ) -> TessellationError? {
            do {
                _ = try Tessellation(sites: sites, area: area, reachInMetres: reach)
                return nil
            } catch { return error }
        }
        let good = Self.c(36, 35)
        #expect(fault([]) == .noSites)
        if case .badSite(index: 1, _) = fault([good, Self.c(.nan, 3)]) {} else { Issue.record("NaN") }
        if case .badSite(index: 0, _) = fault([Self.c(36, 91)]) {} else { Issue.record("latitude 91") }
        if case .badSite(index: 0, _) = fault([Self.c(.infinity, 3)]) {} else { Issue.record("infinity") }
        #expect(fault([good], nil, 5) == .badReach(5))
        #expect(fault([good], nil, .infinity) == .badReach(.infinity))
        #expect(fault([good, Self.c(-150, -35)]) == .tooWide)
        #expect(fault([Self.c(0, 89.95)]) == .tooWide)
        // Within its reach lies land on the other side, which has no longitude that could be written.
        #expect(fault([Self.c(179.99, 10)]) == nil && fault([Self.c(179.99, 10)], nil, 5000) == .reachAcrossDateLine)
        #expect(fault([Self.c(-180, 10)]) == .reachAcrossDateLine)
        #expect(fault([Self.c(179.99, 10)], Self.area(Self.box(178, 9, 180, 11)), 5000) == nil)
        let open = Array(Self.box(36, 35, 37, 36).dropLast()) + [Self.c(36, 35.5)]
        #expect(fault([good], Self.area(open)) == .areaRingNotClosed(polygon: 0, ring: 0))
        #expect(fault([good], MultiPolygon(polygons: [])) == .emptyArea)
        #expect(fault([good], Self.area(Self.box(36, 35, 36, 36))) == .emptyArea)
        let bowTie = [(36.0, 35.0), (37, 36), (37, 35), (36, 36), (36, 35)].map { Self.c($0.0, $0.1) }
        #expect(
            fault([good], Self.area(bowTie))?.description
                == "the area is not valid: Self-intersection[36.5 35.5] (ogr2ogr -makevalid FIXED.geojson FILE "
                + "repairs it)")
        var broken = Self.box(36, 35, 37, 36)
        broken[2].latitude = .nan
        if case .badAreaCoordinate(polygon: 0, ring: 0, index: 2, _) = fault([good], Self.area(broken)) {
        } else {
            Issue.record("NaN in the area")
        }
    }

    /// Sites on the border, on its corners and outside; a border along an edge between two cells.
    @Test func bordersThroughSitesAndEdges() throws {
        let area = Self.area(Self.box(36, 35, 37, 36))
        let sites = [
            Self.c(36, 35), Self.c(36, 35.5), Self.c(37, 36), Self.c(36.5, 35.5), Self.c(40, 40), Self.c(35.5, 35.5),
        ]
        let t = try Tessellation(sites: sites, area: area, reachInMetres: nil)
        #expect(t.topologyFaults() == [] && t.cellCount == 6)
        #expect(abs(t.areaInSquareMetres - AuthalicArea.area(of: area)) < 1e4)
        #expect(t.cellAreasInSquareMetres[4] == 0)

        // The middle between two sites lies on the area's border, to the last digit or nearly.
        let along = try Tessellation(
            sites: [Self.c(35.9, 35.5), Self.c(36.1, 35.5)], area: area, reachInMetres: nil)
        #expect(along.topologyFaults() == [])
        #expect(abs(along.cellAreasInSquareMetres.reduce(0, +) - along.areaInSquareMetres) < 1e-3)
    }
}
