import Geometry
import TestSupport
import Testing

struct TessellationFileTests {
    static func made(_ reach: Double?) throws -> Tessellation {
        var random = SeededGenerator(seed: 9)
        let sites = (0..<200).map { _ in
            Coordinate(
                longitude: Double.random(in: 36..<37, using: &random),
                latitude: Double.random(in: 35..<36, using: &random))
        }
        return try Tessellation(sites: sites + sites.prefix(3), area: nil, reachInMetres: reach)
    }

    @Test(arguments: [nil, 4_000] as [Double?]) func comesBackAsItWas(_ reach: Double?) throws {
        let t = try Self.made(reach)
        let key = Array("made of this".utf8)
        let back = try #require(Tessellation(fileBytes: t.fileBytes(key: key), key: key))
        #expect(back.vertices == t.vertices && back.edges == t.edges && back.cellOfSite == t.cellOfSite)
        #expect(back.siteOfCell == t.siteOfCell && back.reachInMetres == reach)
    }

    /// Any fallen bit, any cut, another key: no tessellation, and no crash.
    @Test func damagedAndForeignFilesAreRefused() throws {
        let key = Array("made of this".utf8)
        let bytes = try Self.made(nil).fileBytes(key: key)
        var random = SeededGenerator(seed: 3)
        for place in Array(0..<120) + (0..<500).map({ _ in Int.random(in: bytes.indices, using: &random) }) {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(Tessellation(fileBytes: damaged, key: key)?.edges == nil, "byte \(place)")
        }
        for length in [0, 1, 8, 63, 64, bytes.count / 2, bytes.count - 1] {
            #expect(Tessellation(fileBytes: Array(bytes.prefix(length)), key: key)?.edges == nil)
        }
        #expect(Tessellation(fileBytes: bytes + [0], key: key)?.edges == nil)
        #expect(Tessellation(fileBytes: bytes, key: Array("made of that".utf8))?.edges == nil)
    }
}
