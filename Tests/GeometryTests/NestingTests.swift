import Geometry
import TestSupport
import Testing

/// Whether the rings of a polygon nest once, against boxes, of which it is plain.
struct NestingTests {
    private struct Box {
        var west: Int32
        var south: Int32
        var east: Int32
        var north: Int32

        /// Leaning, so that nothing is true only of upright edges; beginning anywhere; either way round.
        func ring(_ random: inout SeededGenerator) -> [GridPoint] {
            let corners = [(west, south), (east, south), (east, north), (west, north)]
                .map { GridPoint(x: 5 * $0.0 + 2 * $0.1, y: 5 * $0.1 - $0.0) }
            let first = Int.random(in: 0..<4, using: &random)
            let turned = Array(corners[first...] + corners[..<first])
            return Bool.random(using: &random) ? turned : turned.reversed()
        }

        func isApart(_ other: Box) -> Bool {
            east < other.west || other.east < west || north < other.south || other.north < south
        }

        func lies(in other: Box) -> Bool {
            west > other.west && east < other.east && south > other.south && north < other.north
        }
    }

    @Test(arguments: 0..<40)
    func isToldOfBoxesAsByTheirSides(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var seen = [false: 0, true: 0]
        for _ in 0..<50 {
            let outline = Box(west: 0, south: 0, east: 30, north: 30)
            let holes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let west = Int32.random(in: -1...27, using: &random)
                let south = Int32.random(in: -1...27, using: &random)
                return Box(
                    west: west, south: south, east: west + Int32.random(in: 1...9, using: &random),
                    north: south + Int32.random(in: 1...9, using: &random))
            }
            var rings = LayeredRings()
            rings.append(outline.ring(&random), layer: 0, isHole: false)
            for hole in holes { rings.append(hole.ring(&random), layer: 0, isHole: true) }
            let expected =
                holes.allSatisfy { $0.lies(in: outline) }
                && holes.indices.allSatisfy { i in holes[..<i].allSatisfy { $0.isApart(holes[i]) } }
            #expect(rings.nestOnce == expected, "seed \(seed): \(holes)")
            seen[expected]! += 1
        }
        #expect(seen[true]! > 0 && seen[false]! > 0)
    }

    @Test
    func anOutlineThatCrossesItselfIsNone() {
        var rings = LayeredRings()
        let bowTie = [(0, 0), (40, 40), (40, 0), (0, 40)].map { GridPoint(x: $0.0, y: $0.1) }
        rings.append(bowTie, layer: 0, isHole: false)
        rings.append([(30, 18), (36, 18), (36, 22)].map { GridPoint(x: $0.0, y: $0.1) }, layer: 0, isHole: true)
        #expect(!rings.nestOnce)
    }
}
