import TestSupport
import Testing

@testable import Places

/// Distances by bits against the table that everybody knows, and what ends them early against what does not.
@Suite struct EditDistanceTests {
    private func plain(_ a: [UInt8], _ b: [UInt8], swaps: Bool, same: (UInt8, UInt8) -> Bool) -> Int {
        var cost = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { cost[i][0] = i }
        for j in 0...b.count { cost[0][j] = j }
        for i in 1..<(a.count + 1) {
            for j in 1..<(b.count + 1) {
                let change = same(a[i - 1], b[j - 1]) ? 0 : 1
                cost[i][j] = min(cost[i - 1][j - 1] + change, cost[i - 1][j] + 1, cost[i][j - 1] + 1)
                if swaps, i > 1, j > 1, same(a[i - 1], b[j - 2]), same(a[i - 2], b[j - 1]) {
                    cost[i][j] = min(cost[i][j], cost[i - 2][j - 2] + 1)
                }
            }
        }
        return cost[a.count][b.count]
    }

    private func word(_ generator: inout SeededGenerator, of letters: ClosedRange<UInt8>) -> [UInt8] {
        (0..<Int.random(in: 1...14, using: &generator)).map { _ in UInt8.random(in: letters, using: &generator) }
    }

    @Test func soundsAreComparedByTheirGroups() {
        let like = MatchingRules.standard.alphabet.like
        var distance = BitDistance()
        defer { distance.deallocate() }
        for seed in 0..<2000 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let (a, b) = (word(&generator, of: 1...20), word(&generator, of: 1...20))
            let expected = plain(a, b, swaps: false) { like[Int($0)] != 0 && like[Int($0)] == like[Int($1)] }
            like.withUnsafeBufferPointer { distance.setPattern(a, like: $0.baseAddress!) }
            for most in 0...16 {
                let seen = b.withUnsafeBufferPointer { distance.distance(to: $0.baseAddress!, $0.count, atMost: most) }
                #expect(expected <= most ? seen == expected : seen > most, "seed \(seed), at most \(most)")
            }
        }
    }

    @Test func lettersMayBeSwapped() {
        var distance = LetterDistance()
        defer { distance.deallocate() }
        for seed in 0..<2000 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let (a, b) = (word(&generator, of: 1...4), word(&generator, of: 1...4))
            let expected = plain(a, b, swaps: true, same: ==)
            a.withUnsafeBufferPointer { distance.setPattern($0.baseAddress!, $0.count) }
            for most in [0, 1, 2, 5, Int.max] {
                let seen = b.withUnsafeBufferPointer { distance.edits(to: $0.baseAddress!, $0.count, atMost: most) }
                #expect(expected <= most ? seen == expected : seen > most, "seed \(seed), at most \(most)")
            }
        }
    }

    @Test func signaturesOfTwoPairsAreComparedAtOnce() {
        for seed in 0..<500 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let bits =
                UInt64.random(in: 0...UInt64.max, using: &generator)
                & UInt64.random(in: 0...UInt64.max, using: &generator)
            let (low, high) = SoundSignature.differences(bits)
            #expect(low == (bits & 0xFFFF_FFFF).nonzeroBitCount && high == (bits >> 32).nonzeroBitCount)
        }
        #expect(SoundSignature.differences(.max) == (32, 32))
    }

    /// The trace that is told is the one whose cost was compared.
    @Test func theCostOfAWayIsThatOfItsSteps() {
        let rules = MatchingRules.standard
        let distance = SoundDistance(rules: rules)
        let names = [
            "Tal Djerablous", "Jarabulus", "Tall Rifat", "تل رفعت", "Kafr Kalbin al-Gharbi", "كفر كلبين",
            "Umm Adasat Salmaniyah",
            "Upper Harbul", "Harbul Tahtani", "Khirbat al-Ma'arrah", "Elward", "Kafrnaya", "Samuqet Aazaz",
        ]
        for name in names {
            for other in names {
                for left in TracedName.readings(of: Array(name.utf8), rules: rules, asQuery: true) {
                    for right in TracedName.readings(of: Array(other.utf8), rules: rules, asQuery: false) {
                        let liberty =
                            left.reading.liberty == .shortened || right.reading.liberty == .shortened ? 0.6 : 0
                        let told = left.steps(to: right, distance).reduce(liberty) { $0 + $1.cost }
                        #expect(abs(Double(left.cost(to: right, distance)) / 100 - told) < 1e-9, "\(name) = \(other)")
                    }
                }
            }
        }
    }
}
