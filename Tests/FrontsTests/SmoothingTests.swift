import Fronts
import Geometry
import TestSupport
import Testing

/// Lines that are smoothed: what must hold of every result, and what a reader of the map would see.
struct SmoothingTests {
    static let settings: [Smoothing] = [
        .light, .presentation,
        // Much too much, so that the checks have to hold it back.
        Smoothing(name: "wild", window: 12, tolerance: 0.3, greatestMove: 5),
    ]

    /// All that is wrong with the areas and fronts drawn, empty when all is well.
    static func faults(_ regions: ControlRegions, _ lines: DrawnLines, places: [Coordinate]) -> [String] {
        var faults: [String] = []
        let before = regions.areas
        let after = lines.areas()
        if before.map(\.label) != after.map(\.label) { faults.append("labels \(after.map(\.label))") }
        for (old, new) in zip(before, after) {
            if let reason = Validity.reason(of: new.shape) { faults.append("label \(new.label): \(reason)") }
            if abs(old.areaInSquareMetres - new.areaInSquareMetres) > 0.01 * old.areaInSquareMetres {
                faults.append("label \(new.label): \(new.areaInSquareMetres) m², was \(old.areaInSquareMetres)")
            }
            if old.polygons.map(\.rings.count).sorted() != new.polygons.map(\.rings.count).sorted() {
                faults.append("label \(new.label): other parts or holes")
            }
        }
        // No gap and no overlap: as much land in all, and each edge once in either direction, but for the outer border.
        let (sumBefore, sumAfter) = (
            before.reduce(0) { $0 + $1.areaInSquareMetres }, after.reduce(0) { $0 + $1.areaInSquareMetres }
        )
        if abs(sumBefore - sumAfter) > 1 + 1e-9 * sumBefore { faults.append("\(sumAfter) m² in all, was \(sumBefore)") }
        struct Side: Hashable {
            let from: GridPoint
            let to: GridPoint
        }
        func sides(_ areas: [ControlArea]) -> [Side: Int32] {
            var sides: [Side: Int32] = [:]
            for area in areas {
                for ring in area.polygons.flatMap(\.rings) {
                    for i in 1..<ring.count {
                        if sides.updateValue(area.label, forKey: Side(from: ring[i - 1], to: ring[i])) != nil {
                            faults.append("two areas on one side at \(ring[i].coordinate)")
                        }
                    }
                }
            }
            return sides
        }
        let (old, new) = (sides(before), sides(after))
        func border(_ sides: [Side: Int32]) -> [Side: Int32] {
            sides.filter { sides[Side(from: $0.key.to, to: $0.key.from)] == nil }
        }
        if border(old) != border(new) { faults.append("the outer border moved") }
        for front in lines.fronts(hostile: { _, _ in true }) {
            for i in 1..<front.points.count {
                if new[Side(from: front.points[i - 1], to: front.points[i])] != front.left
                    || new[Side(from: front.points[i], to: front.points[i - 1])] != front.right
                {
                    faults.append(
                        "front \(front.left)|\(front.right) is no common border at \(front.points[i].coordinate)")
                }
            }
            if front.cells.count != front.cellStarts.count || front.cellStarts.first != 0
                || zip(front.cellStarts, front.cellStarts.dropFirst()).contains(where: >)
                || front.cellStarts.last! >= front.points.count
            {
                faults.append("stretches \(front.cellStarts) of \(front.points.count) points")
            }
        }
        // Every place lies in the area that it was in.
        for (place, coordinate) in places.enumerated() {
            let at = GridPoint(coordinate).coordinate
            guard let was = before.first(where: { PointInPolygon.contains($0.shape, at) }) else { continue }
            if !PointInPolygon.contains(after.first { $0.label == was.label }!.shape, at) {
                faults.append("place \(place) at \(at) left label \(was.label)")
            }
        }
        return faults
    }

    @Test(arguments: RandomFieldTests.Layout.allCases, settings)
    func everythingHoldsOfRandomFields(layout: RandomFieldTests.Layout, smoothing: Smoothing) throws {
        for seed in 0..<3 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let places = RandomFieldTests.sites(layout, count: 90, &random)
            let area = seed == 2 ? nil : RandomFieldTests.area(&random)
            let t = try Tessellation(sites: places, area: area, reachInMetres: seed == 0 ? nil : 14_000)
            // Few labels in blobs, so that there are long arcs, and some places that differ from all around.
            let labels = t.siteOfCell.map { site -> Int32 in
                if Int.random(in: 0..<12, using: &random) == 0 { return Int32.random(in: 0..<4, using: &random) }
                let c = places[Int(site)]
                return c.longitude + c.latitude / 3 < 48.6 ? 0 : c.latitude < 35.6 ? 1 : 2
            }
            let regions = ControlRegions(tessellation: t, labels: labels)
            let lines = DrawnLines(regions, places: places, placeOfCell: t.siteOfCell, smoothing)
            let faults = Self.faults(regions, lines, places: places)
            #expect(faults.isEmpty, "\(layout) \(smoothing.name) seed \(seed): \(faults.prefix(3))")
        }
    }

    static func box(_ grid: LetterGrid) throws -> (ControlRegions, [Coordinate]) {
        let places = grid.sites.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }
        let bounds = BoundingBox(places)!
        let (w, s, e, n) = (bounds.west - 0.05, bounds.south - 0.05, bounds.east + 0.05, bounds.north + 0.05)
        let ring = [(w, s), (e, s), (e, n), (w, n), (w, s)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let t = try Tessellation(
            sites: places, area: MultiPolygon(polygons: [Polygon(rings: [ring])]), reachInMetres: nil)
        return (ControlRegions(tessellation: t, labels: grid.labels), places)
    }

    /// The greatest turn of a line at any of its points, in degrees.
    static func sharpestTurn(_ front: Front) -> Double {
        func azimuth(_ a: GridPoint, _ b: GridPoint) -> Double {
            Geodesic.inverse(a.coordinate, b.coordinate).azimuthInDegrees
        }
        let p = front.points
        return (1..<(p.count - 1)).map { i in
            let turn = abs(azimuth(p[i], p[i + 1]) - azimuth(p[i - 1], p[i]))
            return min(turn, 360 - turn)
        }.max() ?? 0
    }

    @Test func aStaircaseBecomesALine() throws {
        let (regions, places) = try Self.box(
            LetterGrid(
                """
                A A A A A A B
                A A A A A B B
                A A A A B B B
                A A A B B B B
                A A B B B B B
                A B B B B B B
                """))
        let stairs = regions.fronts { _, _ in true }
        #expect(stairs.count == 1 && Self.sharpestTurn(stairs[0]) > 80)
        let lines = DrawnLines(regions, places: places, placeOfCell: regions.tessellation.siteOfCell, .presentation)
        let smooth = lines.fronts { _, _ in true }
        #expect(smooth.count == 1)
        // The sharpest is at the border, where the end stays and the cells' last step with it.
        #expect(Self.sharpestTurn(smooth[0]) < Self.sharpestTurn(stairs[0]))
        #expect(smooth[0].lengthInMetres < 0.85 * stairs[0].lengthInMetres)
        #expect(smooth[0].points.first == stairs[0].points.first && smooth[0].points.last == stairs[0].points.last)
    }

    @Test func junctionsStayAndTwoLabelsMayBeDrawnAsOne() throws {
        let grid = LetterGrid(
            """
            A A A B B B
            A A A B B B
            A A C C B B
            C C C C C B
            """)
        let (regions, places) = try Self.box(grid)
        let lines = DrawnLines(regions, places: places, placeOfCell: regions.tessellation.siteOfCell, .presentation)
        func ends(_ fronts: [Front]) -> Set<GridPoint> { Set(fronts.flatMap { [$0.points.first!, $0.points.last!] }) }
        #expect(ends(lines.fronts { _, _ in true }) == ends(regions.fronts { _, _ in true }))
        #expect(Self.faults(regions, lines, places: places) == [])
        // A and C are one: their land is joined, and the line against B is one line through the junction.
        let joined = { (label: Int32) in label == grid.label("C") ? grid.label("A") : label }
        #expect(lines.areas(as: joined).map(\.label) == [0, 1])
        let fronts = lines.fronts(as: joined) { _, _ in true }
        #expect(fronts.count == 1)
        #expect(lines.areas(as: joined).allSatisfy { Validity.reason(of: $0.shape) == nil })
    }

    @Test func aPocketOfOnePlaceKeepsItsLand() throws {
        let (regions, places) = try Self.box(
            LetterGrid(
                """
                A A A A A
                A A A A A
                A A B A A
                A A A A A
                A A A A A
                """))
        let lines = DrawnLines(regions, places: places, placeOfCell: regions.tessellation.siteOfCell, .presentation)
        #expect(Self.faults(regions, lines, places: places) == [])
        let fronts = lines.fronts { _, _ in true }
        #expect(fronts.count == 1 && fronts[0].isClosed && fronts[0].points.min() == fronts[0].points.first)
        #expect(Set(fronts[0].cells) == Set(regions.fronts { _, _ in true }[0].cells))
    }

    @Test(arguments: [Smoothing.light, .presentation]) func orderOfThePlacesDoesNotMatter(smoothing: Smoothing) throws {
        var random = SeededGenerator(seed: 7)
        let places = RandomFieldTests.sites(.uniform, count: 150, &random)
        let area = RandomFieldTests.area(&random)
        func drawn(_ places: [Coordinate]) throws -> ([ControlArea], [[GridPoint]]) {
            let t = try Tessellation(sites: places, area: area, reachInMetres: 20_000)
            let labels = t.siteOfCell.map {
                places[Int($0)].longitude < 36.9 ? 0 : places[Int($0)].latitude < 35.7 ? 1 : 2 as Int32
            }
            let lines = DrawnLines(
                ControlRegions(tessellation: t, labels: labels), places: places, placeOfCell: t.siteOfCell, smoothing)
            return (lines.areas(), lines.fronts { _, _ in true }.map(\.points))
        }
        let first = try drawn(places)
        for _ in 0..<3 {
            let other = try drawn(places.shuffled(using: &random))
            #expect(other.0.map(\.polygons) == first.0.map(\.polygons))
            #expect(other.1 == first.1)
        }
    }
}
