import CGeodesic
import CPROJ
import Geometry
import TestSupport
import Testing

struct ProjectionTests {
    /// Against PROJ, around centres from the equator to the far north.
    @Test(arguments: [(37.0, 35.0), (0.0, 0.0), (-70.0, -33.0), (31.0, 49.0), (100.0, 82.0), (179.0, 1.0)])
    func agreesWithPROJ(longitude: Double, latitude: Double) throws {
        let plane = try EqualAreaPlane(centre: Coordinate(longitude: longitude, latitude: latitude))
        let context = proj_context_create()
        let peer = proj_create(context, "+proj=laea +lat_0=\(latitude) +lon_0=\(longitude) +ellps=WGS84")
        defer {
            proj_destroy(peer)
            proj_context_destroy(context)
        }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let c = Coordinate(
                longitude: longitude + Double.random(in: -30...30, using: &random),
                latitude: max(-89, min(89, latitude + Double.random(in: -25...25, using: &random))))
            let seen = try #require(plane.forward(c))
            var input = PJ_COORD()
            input.lp.lam = c.longitude * .pi / 180
            input.lp.phi = c.latitude * .pi / 180
            let expected = proj_trans(peer, PJ_FWD, input)
            #expect(abs(seen.x - expected.xy.x) < 1e-6 && abs(seen.y - expected.xy.y) < 1e-6, "\(c)")
            let back = try #require(plane.inverse(seen))
            #expect(
                abs(back.longitude - c.longitude) < 2e-12 && abs(back.latitude - c.latitude) < 1e-12, "\(c) \(back)")
        }
    }

    @Test func rejectsWhatHasNoPlace() throws {
        let plane = try EqualAreaPlane(centre: Coordinate(longitude: 37, latitude: 35))
        #expect(plane.forward(Coordinate(longitude: .nan, latitude: 0)) == nil)
        #expect(plane.forward(Coordinate(longitude: 0, latitude: 91)) == nil)
        #expect(plane.inverse(PlanePoint(x: 1.3e7, y: 0)) == nil)
        #expect(plane.inverse(PlanePoint(x: .nan, y: 0)) == nil)
        #expect(throws: EqualAreaPlaneError.self) {
            try EqualAreaPlane(centre: Coordinate(longitude: 0, latitude: 90))
        }
    }

    @Test func areaOfACellOfOneDegree() {
        func cell(_ south: Double) -> Double {
            let ring = [(10.0, south), (11, south), (11, south + 1), (10, south + 1), (10, south)]
            return AuthalicArea.signedArea(of: ring.map { Coordinate(longitude: $0.0, latitude: $0.1) })
        }
        // The published area of a quadrangle of one degree at the equator, 12,308.464 km².
        #expect(abs(cell(0) / 1e6 - 12308.464) < 1e-3)
        #expect(abs(cell(-1) - cell(0)) < 1e-3)
        // All quadrangles of the Earth: its surface, 510,065,621.724 km².
        let earth = (-90..<90).reduce(0.0) { $0 + 360 * cell(Double($1)) }
        #expect(abs(earth / 1e6 - 510_065_621.724) < 1e-2)
    }

    @Test func areaAgreesWithGeodesicsWhenSmall() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let (x, y) = (Double.random(in: -170...170, using: &random), Double.random(in: -80...80, using: &random))
            var ring = (0..<7).map { i in
                Geodesic.destination(
                    from: Coordinate(longitude: x, latitude: y), azimuthInDegrees: -Double(i) * 50,
                    distanceInMetres: Double.random(in: 50...150, using: &random))
            }
            ring.append(ring[0])
            var earth = geod_geodesic()
            geod_init(&earth, 6_378_137, 1 / 298.257223563)
            var latitudes = ring.dropLast().map(\.latitude)
            var longitudes = ring.dropLast().map(\.longitude)
            var area = 0.0
            var perimeter = 0.0
            geod_polygonarea(&earth, &latitudes, &longitudes, Int32(latitudes.count), &area, &perimeter)
            // Between a geodesic and the straight line in degrees lies about length³ · tan(latitude) / 12 R.
            let steepest = 1 + 1 / cosine(y)
            #expect(abs(AuthalicArea.signedArea(of: ring) - area) < 0.3 * steepest, "\(x) \(y)")
        }
    }

    private func cosine(_ degrees: Double) -> Double {
        // Good enough for a bound.
        let r = degrees * .pi / 180
        return 1 - r * r / 2 + r * r * r * r / 24
    }

    @Test func bothDirectionsCancelExactly() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1000 {
            func c() -> Coordinate {
                Coordinate(
                    longitude: Double.random(in: -180...180, using: &random),
                    latitude: Double.random(in: -90...90, using: &random))
            }
            let (a, b) = (c(), c())
            #expect(AuthalicArea.contribution(from: a, to: b) == -AuthalicArea.contribution(from: b, to: a))
        }
    }
}
