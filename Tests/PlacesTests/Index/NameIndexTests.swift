import Geometry
import TestSupport
import Testing

@testable import Places

@Suite struct NameIndexTests {
    private static func build() -> [UInt8] {
        let builder = IndexBuilder()
        for (number, name) in ["Kafrah", "كفرة", "Tall Rif‘at", "Umm Adasat Salmaniyah"].enumerated() {
            let place = builder.addPlace(
                GazetteerPlace(id: [48 + UInt8(number)], name: Array(name.utf8), latitude: 36, longitude: 37))
            Array(name.utf8).withUnsafeBufferPointer {
                builder.addName($0, of: place, language: "", kind: .preferred)
            }
        }
        return builder.finish()
    }

    @Test func buildingTwiceGivesTheSameBytes() throws {
        #expect(Self.build() == Self.build())
    }

    @Test func otherFilesAreRefused() throws {
        #expect(throws: NameIndex.FormatError.notAnIndex) { try NameIndex(bytes: Array("hello".utf8)) }
        #expect(throws: NameIndex.FormatError.notAnIndex) { try NameIndex(bytes: []) }
        var bytes = IndexBuilder().finish()
        bytes[8] = 9
        #expect(throws: NameIndex.FormatError.version(9)) { try NameIndex(bytes: bytes) }
        var cut = IndexBuilder().finish()
        cut.removeLast(64)
        #expect(throws: NameIndex.FormatError.self) { try NameIndex(bytes: cut) }
    }

    /// A file from elsewhere may hold anything. Whatever is opened is asked for all that it has.
    @Test func damagedBytesAreRefusedOrHarmless() throws {
        let gazetteer = try GazetteerReader.read(files: [Command.file("Gazetteer/northern-aleppo.tsv")]).gazetteer
        let builder = IndexBuilder()
        for place in gazetteer.places { builder.add(place) }
        let sound = builder.finish()
        var random = SeededGenerator(seed: 5)
        var opened = 0
        for round in 0..<400 {
            var bytes = sound
            if round % 10 == 0 {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                // A run of bytes of chance, of all ones, or single bits, anywhere.
                let start = Int.random(in: 0..<bytes.count, using: &random)
                for place in start..<min(bytes.count, start + [1, 4, 64, 4096][round % 4]) {
                    switch round % 3 {
                    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    case 1: bytes[place] = 0xFF
                    default: bytes[place] = .random(in: 0...255, using: &random)
                    }
                }
            }
            // A forger would put the digest right.
            if round % 2 == 0, bytes.count >= IndexHeader.size {
                bytes.withUnsafeMutableBytes { raw in
                    var header = raw.load(as: IndexHeader.self)
                    header.fileSize = UInt64(raw.count)
                    raw.storeBytes(of: header, as: IndexHeader.self)
                    header.digest = IndexHeader.digest(UnsafeRawPointer(raw.baseAddress!))
                    raw.storeBytes(of: header, as: IndexHeader.self)
                }
            }
            guard let index = try? NameIndex(bytes: bytes) else { continue }
            opened += 1
            ask(index)
            #expect(bytes == sound || !index.brokenSections().isEmpty || bytes.count == sound.count)
        }
        #expect(opened > 50, "damage that only a look at places can meet is not refused on opening")
    }

    private func ask(_ index: NameIndex) {
        let whole = Gazetteer(index: index)
        _ = whole.places.map(\.names.count)
        for id in ["gn:168742", "fl:alqamiyah", "nothing"] { _ = whole.index(id: id) }
        _ = SharedNames(index)
        let matcher = NameMatcher(index: index)
        for name in ["Kafrah", "كفرة", "Tell Rifaat", "Kafr Nasih", "Azaz", "x"] { _ = matcher.answer(name) }
        _ = index.spots.nearest(to: index.coordinate(0), count: 10)
        _ = index.spots.within(radiusInMetres: 300_000, of: index.coordinate(0))
        _ = index.notes
    }

    @Test func checksumsTellAChangeThatDoesNoHarm() throws {
        var bytes = Self.build()
        #expect(try NameIndex(bytes: bytes).brokenSections().isEmpty)
        let name = Array("Kafrah".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
        bytes[place] = UInt8(ascii: "L")
        #expect(try NameIndex(bytes: bytes).brokenSections() == ["text"])
    }

    @Test func aPlaceComesBackAsItWentIn() throws {
        let file = Command.file("Gazetteer/northern-aleppo.tsv")
        let places = try GazetteerReader.rows(files: [file]).places
        let builder = IndexBuilder()
        for place in places { builder.add(place) }
        let index = try NameIndex(bytes: builder.finish())
        #expect(index.placeCount == places.count)
        for (number, place) in places.enumerated() {
            let read = index.wholePlace(number)
            #expect(read.id == place.id && read.name == place.name && read.otherIDs == place.otherIDs)
            #expect(read.names.map(\.text) == place.names.map(\.text))
            #expect(read.names.map(\.language) == place.names.map(\.language))
            #expect(read.names.map(\.kind) == place.names.map(\.kind), "\(place.id)")
            #expect(read.kind == place.kind && read.parent == place.parent && read.sources == place.sources)
            #expect(read.coordinate == place.coordinate && read.uncertaintyInMetres == place.uncertaintyInMetres)
            #expect(read.population == place.population && read.line == place.line)
            #expect(read.district == place.district && read.region == place.region)
            #expect("\(read.shape)" == "\(place.shape)")
            for id in place.ids { #expect(index.number(id: id) != nil) }
            #expect(index.number(id: place.id) == number)
        }
        #expect(index.number(id: "gn:0") == nil)
    }

    @Test func rulesSayWhereTheyAreWrong() {
        #expect(throws: RuleError(table: "costs.tsv", line: 2, reason: "unknown sound in \"qq\" or \"k\"")) {
            try MatchingRules(
                symbols: PackageResources.symbols_tsv, letters: PackageResources.letters_tsv,
                spellings: PackageResources.spellings_tsv,
                costs: Array("left\tright\tcost\tbetween\treason\nqq\tk\t4\tany\tqaf\n".utf8),
                words: PackageResources.words_tsv)
        }
    }

    @Test func theDistanceIsSymmetricAndZeroForEquals() {
        let rules = MatchingRules.standard
        let distance = SoundDistance(rules: rules)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            func word() -> [Sound] { (0..<Int(1 + random.next() % 9)).map { _ in Sound(1 + random.next() % 40) } }
            let left = word()
            let right = word()
            for pairing in Alphabet.Pairing.allCases {
                let there = distance.cost(
                    left, left.count, right, right.count, pairing: pairing, limit: SoundDistance.far)
                let back = distance.cost(
                    right, right.count, left, left.count, pairing: pairing, limit: SoundDistance.far)
                #expect(there == back)
                #expect(
                    distance.cost(left, left.count, left, left.count, pairing: pairing, limit: SoundDistance.far) == 0)
                let steps = distance.steps(left, right, pairing: pairing)
                #expect(steps.reduce(0) { $0 + $1.cost } == there)
            }
        }
    }
}
