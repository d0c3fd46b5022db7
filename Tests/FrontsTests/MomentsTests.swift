import Fronts
import Geometry
import TestSupport
import Testing

/// What is kept from one moment to the next changes no result.
@Suite struct MomentsTests {
    /// Places at random, and labels of which a few change at each of ten moments, sometimes all.
    private func moments(_ count: Int, _ random: inout SeededGenerator) -> [[Int32]] {
        var labels = (0..<count).map { _ in Int32.random(in: 0...2, using: &random) }
        return (0..<10).map { moment in
            for _ in 0..<(moment == 5 ? count : 4) {
                labels[Int.random(in: 0..<count, using: &random)] = Int32.random(in: 0...2, using: &random)
            }
            return labels
        }
    }

    private func places(_ count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
        (0..<count).map { _ in
            Coordinate(
                longitude: .random(in: 37...37.6, using: &random), latitude: .random(in: 36...36.5, using: &random))
        }
    }

    @Test(arguments: 0..<12) func votesAgain(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let places = places(120, &random)
        let borders = BorderSites(places: places, reachInMetres: nil)
        var vote = BorderVote(borders)
        var moved = 0
        for (sides, labels) in zip(moments(120, &random), moments(120, &random)) {
            var fresh = BorderVote(borders)
            let owners = vote.owners(sides: sides, labels: labels)
            #expect(owners == fresh.owners(sides: sides, labels: labels))
            moved += zip(owners, borders.near).count { $0 != $1 }
        }
        #expect(moved > 0)
    }

    @Test(arguments: 0..<12) func populatedLandAgain(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let spots = places(80, &random)
        let tessellation = try Tessellation(sites: spots, area: nil, reachInMetres: seed % 2 == 0 ? nil : 15_000)
        let land = PopulatedLand(tessellation)
        let metres = Double.random(in: 800...9000, using: &random)
        var again = PopulatedMoments(land, spots: spots, withinMetres: metres)
        for labels in moments(80, &random) {
            let ofCell = tessellation.siteOfCell.map { labels[Int($0)] }
            // Every third is no settlement, and at each moment some others are none.
            let settled = labels.enumerated().map {
                $0 % 3 == 0 || Int.random(in: 0..<20, using: &random) == 0 ? -1 : $1
            }
            let found = again.areas(labels: ofCell, settled: settled) { Int(tessellation.siteOfCell[$0]) }
            let settlements = spots.indices.filter { settled[$0] >= 0 }.map {
                PopulatedLand.Settlement(coordinate: spots[$0], label: settled[$0])
            }
            #expect(found == land.areas(labels: ofCell, settlements: settlements, withinMetres: metres))
            #expect(!found.isEmpty)
        }
    }
}
