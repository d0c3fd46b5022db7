import Foundation
import Geometry
import Snapshots
import TestSupport
import Testing

struct TessellationCacheTests {
    static func sites(_ count: Int, seed: UInt64 = 1) -> [Coordinate] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            Coordinate(
                longitude: Double.random(in: 36..<38, using: &random),
                latitude: Double.random(in: 35..<37, using: &random))
        }
    }

    static func files(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Opens what the first run kept; makes it anew where the file was damaged; keeps nothing small.
    @Test func opensWhatWasKept() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/new/frontline"
        let sites = Self.sites(TessellationCache.fewestSites)
        func get() throws -> Tessellation {
            try TessellationCache.tessellation(sites: sites, area: nil, reachInMetres: 5_000, folder: folder)
        }
        let plain = try Tessellation(sites: sites, area: nil, reachInMetres: 5_000)
        let first = try get()
        let kept = Self.files(folder)
        #expect(kept.count == 1 && first.edges == plain.edges)
        #expect(try get().edges == plain.edges)

        let file = URL(fileURLWithPath: folder + "/" + kept[0])
        let whole = try Data(contentsOf: file)
        for damage in [Data(), whole.prefix(1000), Data("something else".utf8)] {
            try damage.write(to: file)
            #expect(try get().edges == plain.edges)
            #expect(try Data(contentsOf: file) == whole)
        }
        _ = try TessellationCache.tessellation(
            sites: Array(sites.dropLast()), area: nil, reachInMetres: 5_000, folder: folder)
        #expect(Self.files(folder) == kept)
        _ = try TessellationCache.tessellation(sites: sites, area: nil, reachInMetres: 5_001, folder: folder)
        #expect(Self.files(folder).count == 2)
    }

    @Test func aFolderThatCannotBeWrittenDoesNotMatter() throws {
        let scratch = try Scratch()
        let file = try scratch.write("in the way", to: "file")
        let sites = Self.sites(TessellationCache.fewestSites)
        let made = try TessellationCache.tessellation(
            sites: sites, area: nil, reachInMetres: 5_000, folder: file + "/frontline")
        #expect(made.cellCount == sites.count)
    }

    @Test func onlyTheNewestAreKept() throws {
        let scratch = try Scratch()
        for i in 0..<(TessellationCache.mostFiles + 4) {
            try scratch.write("old", to: "tessellation-\(i)")
        }
        try scratch.write("not ours", to: "notes")
        _ = try TessellationCache.tessellation(
            sites: Self.sites(TessellationCache.fewestSites), area: nil, reachInMetres: 5_000, folder: scratch.path)
        #expect(Self.files(scratch.path).count == TessellationCache.mostFiles + 1)
        #expect(Self.files(scratch.path).contains("notes"))
    }
}
