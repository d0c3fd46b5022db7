import CGEOS
import Geometry
import TestSupport
import Testing

struct DelaunayTests {
    enum Layout: CaseIterable {
        case uniform, clustered, lattice, circle, cross, nearlyLine, spiral, twoColumns
    }

    static func points(_ layout: Layout, _ count: Int, _ random: inout SeededGenerator) -> (x: [Double], y: [Double]) {
        var seen: Set<[Double]> = []
        var (x, y): ([Double], [Double]) = ([], [])
        for i in 0..<count {
            let (u, v) = (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
            let p: [Double] =
                switch layout {
                case .uniform: [u, v]
                case .clustered: [Double(i % 7) + u * 1e-6, Double(i % 3) + v * 1e-6]
                case .lattice: [(u * 20).rounded(), (v * 20).rounded()]
                case .circle: [[3, 4], [4, 3], [5, 0], [0, 5]][i % 4].map { $0 * (u < 0.5 ? -1 : 1) }
                case .cross: i % 2 == 0 ? [(u * 1000).rounded(), 0] : [0, (v * 1000).rounded()]
                case .nearlyLine: [Double(i), Double(i) * 0.1 + (v * 2).rounded() * 0x1p-50]
                case .spiral: [Double(i) * u, Double(i) * v]
                case .twoColumns: [Double(i % 2), Double(i / 2)]
                }
            if seen.insert(p).inserted {
                x.append(p[0])
                y.append(p[1])
            }
        }
        return (x, y)
    }

    @Test(arguments: Layout.allCases, [3, 4, 5, 12, 150, 900])
    func isDelaunay(layout: Layout, count: Int) {
        for seed in 0..<4 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let (x, y) = Self.points(layout, count, &random)
            let d = Delaunay(x: x, y: y)
            let name = "\(layout) \(count) seed \(seed)"
            #expect(Self.faults(of: d, x: x, y: y).isEmpty, "\(name): \(Self.faults(of: d, x: x, y: y).prefix(3))")
            // GEOS works within a finite frame and loses flat triangles at the hull; on a lattice it loses none.
            if [.lattice, .twoColumns].contains(layout), d.triangleCount > 0 {
                #expect(d.triangleCount == Self.trianglesOfGEOS(x, y), "\(name)")
            }
        }
    }

    /// Twins match, triangles turn left, all circles are empty (it is enough to look across each edge), Euler's count.
    static func faults(of d: Delaunay, x: [Double], y: [Double]) -> [String] {
        var faults: [String] = []
        guard d.triangleCount > 0 else {
            for i in 2..<max(2, x.count)
            where Predicates.orient2d(x[0], y[0], x[1], y[1], x[i], y[i]) != 0 {
                faults.append("no triangles, but \(i) is not in line")
            }
            return faults + (d.hull.count == x.count ? [] : ["hull"])
        }
        var hullEdges = 0
        for e in 0..<Int32(d.corners.count) {
            let (a, b) = (Int(d.corners[Int(e)]), Int(d.corners[Int(Delaunay.next(e))]))
            let c = Int(d.corners[Int(Delaunay.previous(e))])
            if Predicates.orient2d(x[a], y[a], x[b], y[b], x[c], y[c]) <= 0 {
                faults.append("triangle of \(e) is flat")
            }
            let twin = d.twins[Int(e)]
            if twin < 0 {
                hullEdges += 1
                continue
            }
            if d.twins[Int(twin)] != e || Int(d.corners[Int(twin)]) != b { faults.append("twin of \(e)") }
            let far = Int(d.corners[Int(Delaunay.previous(twin))])
            if Predicates.incircle(x[a], y[a], x[b], y[b], x[c], y[c], x[far], y[far]) > 0 {
                faults.append("circle of \(e) is not empty")
            }
        }
        if hullEdges != d.hull.count { faults.append("hull has \(d.hull.count) points, \(hullEdges) edges") }
        if d.triangleCount != 2 * x.count - 2 - d.hull.count { faults.append("Euler: \(d.triangleCount) triangles") }
        if Set(d.corners).count != x.count { faults.append("points are missing") }
        for i in d.hull.indices {
            let (a, b) = (Int(d.hull[i]), Int(d.hull[(i + 1) % d.hull.count]))
            let c = Int(d.hull[(i + 2) % d.hull.count])
            if Predicates.orient2d(x[a], y[a], x[b], y[b], x[c], y[c]) < 0 { faults.append("hull at \(b)") }
        }
        return faults
    }

    /// The number of triangles that GEOS finds, as far as its floating point goes.
    static func trianglesOfGEOS(_ x: [Double], _ y: [Double]) -> Int? {
        let h = GEOS_init_r()!
        defer { GEOS_finish_r(h) }
        var flat = zip(x, y).flatMap { [$0, $1] }
        let sequence = GEOSCoordSeq_copyFromBuffer_r(h, &flat, UInt32(x.count), 0, 0)
        let line = GEOSGeom_createLineString_r(h, sequence)
        defer { GEOSGeom_destroy_r(h, line) }
        guard let triangles = GEOSDelaunayTriangulation_r(h, line, 0, 0) else { return nil }
        defer { GEOSGeom_destroy_r(h, triangles) }
        return Int(GEOSGetNumGeometries_r(h, triangles))
    }

    @Test func fewOrInLine() {
        #expect(Delaunay(x: [], y: []).hull == [])
        #expect(Delaunay(x: [1], y: [2]).hull == [0])
        #expect(Delaunay(x: [1, 0], y: [2, 2]).hull == [1, 0])
        let line = Delaunay(x: [3, 1, 2, 0], y: [6, 2, 4, 0])
        #expect(line.triangleCount == 0 && line.hull == [3, 1, 2, 0])
        #expect(Delaunay(x: [0, 1, 0], y: [0, 0, 1]).corners.count == 3)
    }
}
