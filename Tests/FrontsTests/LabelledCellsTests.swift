import Fronts
import Geometry
import TestSupport
import Testing

/// Cells drawn for one set of labels, without the edges between equal ones, beside all cells.
struct LabelledCellsTests {
    @Test(arguments: RandomFieldTests.Layout.allCases, [1, 2, 7, 30, 400])
    func areasAndLinesAreThoseOfAllCells(layout: RandomFieldTests.Layout, count: Int) throws {
        for seed in 0..<(count < 100 ? 4 : 2) as Range<UInt64> {
            var random = SeededGenerator(seed: 7000 * seed + UInt64(count))
            let sites = RandomFieldTests.sites(layout, count: count, &random)
            let area = RandomFieldTests.area(&random)
            // Strips of one holder with some places of others in them, and holders without any order.
            let strips = sites.indices.map { i in
                i % 37 == 5 ? 3 : Int32((sites[i].longitude * 2).rounded()) % 3
            }
            let mixed = sites.map { _ in Int32.random(in: 0..<2, using: &random) }
            for (shape, reach) in [(area, nil), (area, 9_000), (nil, 9_000), (nil, nil)] as [(MultiPolygon?, Double?)] {
                let all = try Tessellation(sites: sites, area: shape, reachInMetres: reach)
                for labels in [strips, mixed, sites.map { _ in 0 }] {
                    let few = try Tessellation(sites: sites, area: shape, reachInMetres: reach, labels: labels)
                    try #require(few.cellOfSite == all.cellOfSite && few.siteOfCell == all.siteOfCell)
                    let ofCell = all.siteOfCell.map { labels[Int($0)] }
                    func label(_ cell: Int32) -> Int32 { cell < 0 ? cell : ofCell[Int(cell)] }
                    #expect(few.edges.allSatisfy { $0.left < 0 || label($0.left) != label($0.right) })
                    let expected = ControlRegions(tessellation: all, labels: ofCell)
                    let seen = ControlRegions(tessellation: few, labels: ofCell)
                    let differs = Self.difference(expected, seen)
                    #expect(
                        differs == nil,
                        "\(layout) \(count) seed \(seed) area \(shape != nil) reach \(reach ?? 0): \(differs ?? "")")
                }
            }
        }
    }

    /// An island and a lake that lie within one cell, far from any edge and from any other holder.
    @Test func islandsWithinOneCellAreSeen() throws {
        let sites = (0..<400).map { i in
            Coordinate(longitude: 36 + 0.1 * Double(i % 20), latitude: 35 + 0.1 * Double(i / 20))
        }
        func square(_ x: Double, _ y: Double, _ half: Double) -> [Coordinate] {
            [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
                Coordinate(longitude: x + half * Double($0.0), latitude: y + half * Double($0.1))
            }
        }
        let area = MultiPolygon(polygons: [
            Polygon(rings: [square(36.5, 35.9, 0.33), square(36.5, 35.9, 0.01)]),
            Polygon(rings: [square(37.4, 36.5, 0.02)]),
        ])
        let labels = sites.indices.map { Int32($0 % 20 < 3 ? 1 : 0) }
        let all = try Tessellation(sites: sites, area: area, reachInMetres: nil)
        let few = try Tessellation(sites: sites, area: area, reachInMetres: nil, labels: labels)
        let ofCell = all.siteOfCell.map { labels[Int($0)] }
        let seen = ControlRegions(tessellation: few, labels: ofCell)
        #expect(Self.difference(ControlRegions(tessellation: all, labels: ofCell), seen) == nil)
        #expect(seen.areas.first { $0.label == 0 }?.polygons.count == 2)
        #expect(seen.areas.first { $0.label == 0 }?.polygons.contains { $0.rings.count == 2 } == true)
    }

    /// What is not the same in two maps; nil where all is, to the last bit.
    private static func difference(_ a: ControlRegions, _ b: ControlRegions) -> String? {
        let (areas, others) = (a.areas, b.areas)
        guard areas.map(\.label) == others.map(\.label) else { return "labels" }
        for (area, other) in zip(areas, others) {
            if area.polygons.map(\.rings) != other.polygons.map(\.rings) { return "outline of \(area.label)" }
            if area.areaInSquareMetres != other.areaInSquareMetres { return "square metres of \(area.label)" }
        }
        let (lines, otherLines) = (a.fronts { _, _ in true }, b.fronts { _, _ in true })
        guard lines.map(\.points) == otherLines.map(\.points) else { return "lines" }
        return zip(lines, otherLines).allSatisfy { $0.cells == $1.cells && $0.lengthInMetres == $1.lengthInMetres }
            ? nil : "cells along lines"
    }
}
