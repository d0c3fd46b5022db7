import Geometry
import TestSupport
import Testing

struct GeodesicTests {
    @Test func inverseAndDestinationAgree() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            let a = Coordinate(
                longitude: Double.random(in: -170...170, using: &random),
                latitude: Double.random(in: -80...80, using: &random))
            let azimuth = Double.random(in: 0..<360, using: &random)
            let b = Geodesic.destination(from: a, azimuthInDegrees: azimuth, distanceInMetres: 123_456)
            let back = Geodesic.inverse(a, b)
            #expect(abs(back.distanceInMetres - 123_456) < 1e-6 && abs(back.azimuthInDegrees - azimuth) < 1e-9)
            #expect((0..<360).contains(back.azimuthInDegrees))
        }
        // A degree of the equator, and due west.
        let west = Geodesic.inverse(Coordinate(longitude: 1, latitude: 0), Coordinate(longitude: 0, latitude: 0))
        #expect(abs(west.distanceInMetres - 111_319.4908) < 1e-3 && west.azimuthInDegrees == 270)
    }

    @Test func lengthIsTheSumOfTheLegs() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<300 {
            let leg = [1, 100, 9_000, 11_000, 300_000].randomElement(using: &random)! as Double
            var line = [
                Coordinate(
                    longitude: Double.random(in: -170...170, using: &random),
                    latitude: Double.random(in: -89...89, using: &random))
            ]
            for _ in 0..<5 {
                line.append(
                    Geodesic.destination(
                        from: line.last!, azimuthInDegrees: Double.random(in: 0..<360, using: &random),
                        distanceInMetres: leg))
            }
            #expect(abs(Geodesic.lengthInMetres(of: line) - 5 * leg) < 1e-6 + 1e-10 * leg, "\(leg) \(line[0])")
        }
        #expect(Geodesic.lengthInMetres(of: []) == 0)
    }

    /// Against many points of the edge, each measured by PROJ.
    @Test func distanceToAnEdgeAgainstManySamples() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let spread = [0.001, 0.05, 0.4].randomElement(using: &random)! as Double
            let latitude = Double.random(in: -70...70, using: &random)
            func near(_ spread: Double) -> Coordinate {
                Coordinate(
                    longitude: 37 + Double.random(in: -spread...spread, using: &random),
                    latitude: latitude + Double.random(in: -spread...spread, using: &random))
            }
            let (a, b) = (near(0.02), near(0.02))
            let point = near(spread)
            let best = (0...4000).map { step in
                let t = Double(step) / 4000
                return Geodesic.distanceInMetres(
                    point,
                    Coordinate(
                        longitude: a.longitude + t * (b.longitude - a.longitude),
                        latitude: a.latitude + t * (b.latitude - a.latitude)))
            }.min()!
            let found = Geodesic.distanceInMetres(from: point, toEdge: (a, b))
            // The samples lie up to two metres apart, which tells close by; and the foot by the plane is off where far.
            #expect(abs(found - best) < 0.02 + 2e-5 * best + 1 / max(best, 1), "\(found) \(best)")
        }
        for longitude in [37.00001, 37.5, 40, 42, 49] {
            let there = Coordinate(longitude: longitude, latitude: 36.5)
            let point = Coordinate(longitude: 37, latitude: 36)
            let found = Geodesic.distanceInMetres(from: point, toEdge: (there, there))
            #expect(abs(found - Geodesic.distanceInMetres(point, there)) < 0.001, "\(longitude)")
        }
    }

    @Test func nearestOnALineAgainstManySamples() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<60 {
            func near(_ spread: Double) -> Coordinate {
                Coordinate(
                    longitude: 37 + Double.random(in: -spread...spread, using: &random),
                    latitude: 45 + Double.random(in: -spread...spread, using: &random))
            }
            let line = (0..<3).map { _ in near(1) }
            let point = near(2)
            let found = try #require(Geodesic.nearest(on: line, to: point))
            var best = Double.infinity
            for i in 1..<line.count {
                let leg = Geodesic.inverse(line[i - 1], line[i])
                for k in 0...2000 {
                    let p = Geodesic.destination(
                        from: line[i - 1], azimuthInDegrees: leg.azimuthInDegrees,
                        distanceInMetres: leg.distanceInMetres * Double(k) / 2000)
                    best = min(best, Geodesic.distanceInMetres(p, point))
                }
            }
            #expect(found.distanceInMetres <= best + 1e-6)
            #expect(abs(Geodesic.distanceInMetres(found.coordinate, point) - found.distanceInMetres) < 1e-6)
            #expect(found.distanceInMetres > best - 10)
        }
        #expect(Geodesic.nearest(on: [], to: Coordinate(longitude: 0, latitude: 0)) == nil)
    }
}
