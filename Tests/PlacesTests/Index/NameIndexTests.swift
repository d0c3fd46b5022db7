import TestSupport
import Testing

@testable import Places

@Suite struct NameIndexTests {
    @Test func buildingTwiceGivesTheSameBytes() throws {
        func build() -> [UInt8] {
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
        #expect(build() == build())
    }

    @Test func otherFilesAreRefused() throws {
        #expect(throws: NameIndex.FormatError.notAnIndex) { try NameIndex(bytes: Array("hello".utf8)) }
        var bytes = IndexBuilder().finish()
        bytes[8] = 9
        #expect(throws: NameIndex.FormatError.version(9)) { try NameIndex(bytes: bytes) }
        var cut = IndexBuilder().finish()
        cut.removeLast(64)
        #expect(throws: NameIndex.FormatError.self) { try NameIndex(bytes: cut) }
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
