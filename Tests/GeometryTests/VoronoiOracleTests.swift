import CGEOS
import Geometry
import TestSupport
import Testing

/// Cell by cell against GEOS: its Voronoi diagram in the same plane, cut to the same area, brought back to degrees.
struct VoronoiOracleTests {
    @Test(arguments: [UInt64(1), 2, 3], [(20, 1.0), (300, 1.0), (300, 0.02)])
    func cellsHaveTheAreasOfGEOS(seed: UInt64, kind: (count: Int, degrees: Double)) throws {
        var random = SeededGenerator(seed: seed)
        let sites = (0..<kind.count).map { _ in
            Coordinate(
                longitude: 36 + Double.random(in: 0...kind.degrees, using: &random),
                latitude: 35 + Double.random(in: 0...kind.degrees, using: &random))
        }
        // A box in the middle, so that cells are whole, cut or outside. Its sides are short enough to be straight in
        // the plane too.
        var ring: [Coordinate] = []
        for side in 0..<4 {
            for k in 0..<100 {
                let t = 0.6 * Double(k) / 100
                let (x, y) = [(0.2 + t, 0.2), (0.8, 0.2 + t), (0.8 - t, 0.8), (0.2, 0.8 - t)][side]
                ring.append(
                    GridPoint(Coordinate(longitude: 36 + kind.degrees * x, latitude: 35 + kind.degrees * y)).coordinate)
            }
        }
        ring.append(ring[0])
        let area = MultiPolygon(polygons: [Polygon(rings: [ring])])
        let t = try Tessellation(sites: sites, area: area, reachInMetres: nil)
        let seen = t.cellAreasInSquareMetres

        let plane = try EqualAreaPlane(
            centre: Coordinate(longitude: 36 + kind.degrees / 2, latitude: 35 + kind.degrees / 2))
        let geos = PlaneVoronoi(
            sites: sites.map { plane.forward(GridPoint($0).coordinate)! }, border: ring.map { plane.forward($0)! })
        for (site, expected) in geos.areas.enumerated() {
            // Vertices on the grid lie up to 8 mm beside the true ones, or 10 cm where short edges are contracted;
            // edges straight in degrees run up to a metre beside those straight in the plane.
            let beside = kind.degrees < 0.1 ? 0.02 : 0.6
            #expect(
                abs(seen[Int(t.cellOfSite[site])] - expected.area) < beside * expected.perimeter + 1,
                "site \(site): \(seen[site]) \(expected)")
        }
    }
}

/// Voronoi cells by GEOS, each cut to a border.
private struct PlaneVoronoi {
    var areas: [(area: Double, perimeter: Double)]

    init(sites: [PlanePoint], border: [PlanePoint]) {
        let h = GEOS_init_r()!
        defer { GEOS_finish_r(h) }
        func line(_ points: [PlanePoint]) -> OpaquePointer {
            var flat = points.flatMap { [$0.x, $0.y] }
            return GEOSCoordSeq_copyFromBuffer_r(h, &flat, UInt32(points.count), 0, 0)
        }
        let region = GEOSGeom_createPolygon_r(h, GEOSGeom_createLinearRing_r(h, line(border)), nil, 0)
        let points = GEOSGeom_createLineString_r(h, line(sites))
        let diagram = GEOSVoronoiDiagram_r(h, points, region, 0, 0)
        defer {
            GEOSGeom_destroy_r(h, region)
            GEOSGeom_destroy_r(h, points)
            GEOSGeom_destroy_r(h, diagram)
        }
        areas = [(area: Double, perimeter: Double)](repeating: (0, 0), count: sites.count)
        // GEOS 3.11 gives the cells in no order: find the site in each.
        for i in 0..<GEOSGetNumGeometries_r(h, diagram) {
            let cell = GEOSGetGeometryN_r(h, diagram, i)
            for (site, p) in sites.enumerated() {
                let point = GEOSGeom_createPointFromXY_r(h, p.x, p.y)
                defer { GEOSGeom_destroy_r(h, point) }
                guard GEOSContains_r(h, cell, point) == 1 else { continue }
                let cut = GEOSIntersection_r(h, cell, region)
                defer { GEOSGeom_destroy_r(h, cut) }
                GEOSArea_r(h, cut, &areas[site].area)
                GEOSLength_r(h, cut, &areas[site].perimeter)
            }
        }
    }
}
