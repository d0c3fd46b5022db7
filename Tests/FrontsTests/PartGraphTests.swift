import Fronts
import Geometry
import TestSupport
import Testing

/// Parts of drawn land, who is around them, and whether there is a way out.
struct PartGraphTests {
    private struct Drawn {
        let graph: PartGraph
        let grid: LetterGrid

        init(_ drawing: String) throws {
            let (regions, grid) = try DrawnMapTests.regions(drawing)
            graph = PartGraph(regions.areas.map { ($0.label, $0.polygons) })
            self.grid = grid
        }

        /// The parts of a letter, the largest first.
        func parts(_ letter: Character) -> [Int] {
            graph.parts.indices.filter { graph.parts[$0].label == grid.label(letter) }
                .sorted { graph.parts[$0].areaInSquareMetres > graph.parts[$1].areaInSquareMetres }
        }

        func letters(_ parts: some Sequence<Int>) -> String {
            String(Set(parts.map { grid.letters[Int(graph.parts[$0].label)] }).sorted())
        }

        func ways(_ passable: String) -> Enclosures {
            Enclosures(graph) { passable.contains(grid.letters[Int(graph.parts[$0].label)]) }
        }
    }

    @Test func enclavesLieInEachOther() throws {
        let drawn = try Drawn(
            """
            A A A A A A A
            A B B B B B A
            A B A A A B A
            A B A B A B A
            A B A A A B A
            A B B B B B A
            A A A A A A A
            """)
        let (a, b) = (drawn.parts("A"), drawn.parts("B"))
        #expect(a.count == 2 && b.count == 2)
        #expect(drawn.graph.parts[a[0]].inside == nil && drawn.graph.parts[a[0]].borderInMetres > 0)
        #expect(drawn.graph.parts[b[0]].inside == a[0])
        #expect(drawn.graph.parts[a[1]].inside == b[0])
        #expect(drawn.graph.parts[b[1]].inside == a[1])
        let ways = drawn.ways("A")
        #expect(ways.isClosed[ways.ofPart[a[0]]!] == false)
        #expect(ways.isClosed[ways.ofPart[a[1]]!] && ways.around[ways.ofPart[a[1]]!] == [b[0]])
    }

    @Test func unknownLandMayLeadOut() throws {
        let drawn = try Drawn(
            """
            B B B B
            B A ? ?
            B B B B
            """)
        let part = drawn.parts("A")[0]
        #expect(drawn.letters(drawn.graph.parts[part].around.map(\.part)) == "?B")
        let strict = drawn.ways("A")
        #expect(strict.isClosed[strict.ofPart[part]!])
        let perhaps = drawn.ways("A?")
        #expect(perhaps.isClosed[perhaps.ofPart[part]!] == false)
    }

    /// The unknown land has no way out either, and what lies within it is not around it.
    @Test func aRingAroundTheUnknownIsARing() throws {
        let drawn = try Drawn(
            """
            B B B B B B
            B A ? ? ? B
            B ? G G ? B
            B ? ? ? ? B
            B B B B B B
            """)
        let ways = drawn.ways("A?")
        let enclosure = try #require(ways.ofPart[drawn.parts("A")[0]])
        #expect(ways.isClosed[enclosure])
        #expect(drawn.letters(ways.around[enclosure]) == "B")
        #expect(drawn.letters(ways.parts[enclosure]) == "?A")
    }

    @Test func aPartBetweenTwoOthersHasBothAround() throws {
        let drawn = try Drawn(
            """
            B B B B
            B A A C
            C C C C
            """)
        let part = drawn.parts("A")[0]
        let around = drawn.graph.parts[part].around
        #expect(drawn.letters(around.map(\.part)) == "BC" && drawn.graph.parts[part].inside == nil)
        // Two cells wide and one high: 0.1° of longitude at 36.05 and 36.15° N, twice each, and 0.1° of latitude twice.
        let outline = 2 * 9_009 + 2 * 8_998 + 2 * 11_096
        #expect(abs(around.reduce(0) { $0 + $1.metres } - Double(outline)) < 60)
    }

    /// Two squares in a frame that touch in a corner.
    @Test func nothingPassesACorner() {
        func square(_ x: Int32, _ y: Int32, _ side: Int32 = 1, hole: Bool = false) -> [GridPoint] {
            let around = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
            let ring = around.map { GridPoint(x: (x + $0.0) * 1_000_000, y: (y + $0.1) * 1_000_000) }
            return hole ? ring.reversed() : ring
        }
        let frame = GridPolygon(rings: [square(0, 0, 4), square(1, 1, hole: true), square(2, 2, hole: true)])
        let graph = PartGraph([
            (0, [GridPolygon(rings: [square(1, 1)]), GridPolygon(rings: [square(2, 2)])]), (1, [frame]),
        ])
        let ways = Enclosures(graph) { graph.parts[$0].label == 0 }
        #expect(ways.parts == [[0], [1]] && ways.isClosed == [true, true] && ways.around == [[2], [2]])
        #expect(graph.parts.map(\.inside) == [2, 2, nil])
    }

    /// Against a walk over the cells: places and labels at random.
    @Test(arguments: 0..<60) func aWalkOverTheCellsAgrees(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sites = (0..<Int.random(in: 5...200, using: &random)).map { _ in
            Coordinate(
                longitude: .random(in: 37...37.8, using: &random), latitude: .random(in: 36...36.6, using: &random))
        }
        let corners = [(36.95, 35.95), (37.85, 35.95), (37.85, 36.65), (36.95, 36.65), (36.95, 35.95)]
        let ring = corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let tessellation = try Tessellation(
            sites: sites, area: MultiPolygon(polygons: [Polygon(rings: [ring])]), reachInMetres: nil)
        // Long runs of one label, so that there are enclosures of many shapes.
        let labels = (0..<tessellation.cellCount).map { _ in Int32.random(in: 0...3, using: &random) / 2 }
        let regions = ControlRegions(tessellation: tessellation, labels: labels)
        let graph = PartGraph(regions.areas.map { ($0.label, $0.polygons) })
        let ways = Enclosures(graph) { graph.parts[$0].label == 0 }

        var isOnBorder = [Bool](repeating: false, count: labels.count)
        for edge in tessellation.edges {
            if edge.left < 0, edge.right >= 0 { isOnBorder[Int(edge.right)] = true }
            if edge.right < 0, edge.left >= 0 { isOnBorder[Int(edge.left)] = true }
        }
        let neighbours = tessellation.neighbours
        for (site, cell) in tessellation.cellOfSite.enumerated() where labels[Int(cell)] == 0 {
            var met: Set<Int32> = [cell]
            var open = [cell]
            while let next = open.popLast() {
                for other in neighbours.of(next) where labels[Int(other)] == 0 && met.insert(other).inserted {
                    open.append(other)
                }
            }
            let part = try #require(
                graph.parts.indices.first {
                    graph.parts[$0].label == 0 && PointInPolygon.contains(graph.parts[$0].polygon.polygon, sites[site])
                })
            let enclosure = try #require(ways.ofPart[part])
            #expect(ways.isClosed[enclosure] == !met.contains { isOnBorder[Int($0)] }, "site \(site)")
            #expect(ways.around[enclosure].allSatisfy { graph.parts[$0].label == 1 })
            #expect(ways.isClosed[enclosure] == !ways.around[enclosure].isEmpty)
        }
    }
}
