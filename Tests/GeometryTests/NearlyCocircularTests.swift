import Geometry
import TestSupport
import Testing

/// Sites on a circle, but for centimetres: the vertices in its middle lie so close that rounding to the grid makes edges
/// cross. These cells are not cut by anything; only the look at their corners finds them.
struct NearlyCocircularTests {
    @Test(arguments: 44..<72 as Range<UInt64>)
    func edgesDoNotCross(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let centre = Coordinate(longitude: 36.5, latitude: 35.5)
        var sites = (0..<60).map { i in
            Geodesic.destination(
                from: centre, azimuthInDegrees: 6 * Double(i) + Double.random(in: 0...5, using: &random),
                distanceInMetres: 1000 + Double.random(in: -0.02...0.02, using: &random))
        }
        for i in 0..<24 {
            sites.append(
                Geodesic.destination(
                    from: centre, azimuthInDegrees: 15 * Double(i),
                    distanceInMetres: 3000 + Double.random(in: -300...300, using: &random)))
        }
        let t = try Tessellation(sites: sites, area: nil, reachInMetres: 5_000)
        #expect(t.topologyFaults() == [])
    }
}
