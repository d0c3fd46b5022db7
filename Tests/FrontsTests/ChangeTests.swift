import Fronts
import Geometry
import TestSupport
import Testing

struct ChangeTests {
    static func tessellation(seed: UInt64, shuffled: Bool = false) throws -> (Tessellation, [Coordinate]) {
        var random = SeededGenerator(seed: seed)
        var sites = RandomFieldTests.sites(.gridded, count: 150, &random)
        if shuffled { sites.shuffle(using: &random) }
        return (try Tessellation(sites: sites, area: nil, reachInMetres: 4_000), sites)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func changesAddUp(seed: UInt64) throws {
        let (t, _) = try Self.tessellation(seed: seed)
        var random = SeededGenerator(seed: seed)
        func labels() -> [Int32] { (0..<t.cellCount).map { _ in Int32.random(in: 0..<4, using: &random) } }
        let (a, b, c) = (labels(), labels(), labels())
        func gains(_ from: [Int32], _ to: [Int32]) -> [Double] {
            var gain = [Double](repeating: 0, count: 4)
            for change in ControlRegions(tessellation: t, labels: from).changes(to: to) {
                gain[Int(change.from)] -= change.areaInSquareMetres
                gain[Int(change.to)] += change.areaInSquareMetres
            }
            return gain
        }
        let (ab, bc, ac) = (gains(a, b), gains(b, c), gains(a, c))
        func areas(_ labels: [Int32]) -> [Double] {
            let areas = ControlRegions(tessellation: t, labels: labels).areas
            return (0..<4 as Range<Int32>).map { label in
                areas.first { $0.label == label }?.areaInSquareMetres ?? 0
            }
        }
        for i in 0..<4 {
            #expect(abs(ab[i] + bc[i] - ac[i]) < 1e-2, "diff(a,b) + diff(b,c) = diff(a,c)")
            #expect(abs(areas(a)[i] + ab[i] - areas(b)[i]) < 1e-2, "a + diff(a,b) = b")
        }
        #expect(ControlRegions(tessellation: t, labels: a).changes(to: a) == [])
    }

    @Test(arguments: [UInt64(4), 5])
    func theOtherWayRoundIsTheInverse(seed: UInt64) throws {
        let (t, _) = try Self.tessellation(seed: seed)
        var random = SeededGenerator(seed: seed)
        let a = (0..<t.cellCount).map { _ in Int32.random(in: 0..<3, using: &random) }
        let b = a.map { Int32.random(in: 0..<10, using: &random) == 0 ? ($0 + 1) % 3 : $0 }
        let forth = ControlRegions(tessellation: t, labels: a).changes(to: b)
        let back = ControlRegions(tessellation: t, labels: b).changes(to: a)
        #expect(!forth.isEmpty && forth.count == back.count)
        for change in forth {
            let twin = back.first { $0.from == change.to && $0.to == change.from }
            #expect(twin?.polygons == change.polygons && twin?.areaInSquareMetres == change.areaInSquareMetres)
            #expect(Validity.reason(of: change.shape) == nil)
        }
    }

    @Test func orderOfSitesDoesNotMatter() throws {
        struct Drawn: Hashable {
            var areas: [ControlArea]
            var fronts: [[GridPoint]]
        }
        func drawn(_ shuffled: Bool) throws -> Drawn {
            let (t, sites) = try Self.tessellation(seed: 7, shuffled: shuffled)
            let labels = t.siteOfCell.map { site -> Int32 in
                let c = sites[Int(site)]
                return Int32((c.longitude * 60).rounded() + (c.latitude * 7).rounded()) % 3
            }
            let regions = ControlRegions(tessellation: t, labels: labels)
            return Drawn(areas: regions.areas, fronts: regions.fronts { _, _ in true }.map(\.points))
        }
        #expect(try drawn(false) == drawn(true))
    }
}
