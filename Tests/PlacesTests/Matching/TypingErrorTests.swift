import TestSupport
import Testing

@testable import Places

@Suite struct TypingErrorTests {
    /// Any one letter wrong, missing, too many or swapped, at any place of the name.
    @Test func oneErrorIsFoundAnywhere() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let name = Array("Ihtaymilat".utf8)
        for place in name.indices.dropLast() {
            var missing = name
            missing.remove(at: place)
            var wrong = name
            wrong[place] = UInt8(ascii: "v")
            var doubled = name
            doubled.insert(UInt8(ascii: "r"), at: place)
            var swapped = name
            swapped.swapAt(place, place + 1)
            for typed in [missing, wrong, doubled, swapped] {
                let text = String(decoding: typed, as: UTF8.self)
                #expect(matcher.answer(text).candidates.first?.place.id == "ihtaymilat", "\(text)")
            }
        }
    }

    @Test func twoErrorsInALongNameAreFound() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        for text in ["Jarvbuuls", "Jxrabulud", "Ihtyamilta"] {
            #expect(matcher.answer(text).outcome != .notFound, "\(text)")
        }
    }

    @Test func theTraceNamesTheError() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let answer = matcher.answer("Jaxabulus")
        let first = try #require(answer.candidates.first)
        #expect(first.isTypedBadly)
        #expect(
            matcher.trace("Jaxabulus", first).steps == [
                MatchTrace.Step(query: "x", name: "r", rule: "typing error: another letter", cost: 1)
            ])
    }

    @Test func anArticleOnOneSideIsTold() throws {
        let matcher = NameMatcher(index: try SmallGazetteer.azaz())
        let first = try #require(matcher.answer("الكفرة").candidates.first)
        #expect(first.place.id.hasPrefix("kafrah"))
        #expect(matcher.trace("الكفرة", first).steps.contains { $0.rule == "article: al" })
    }

    /// Hundreds of names that share the first word do not crowd out the one that is meant.
    @Test func aCommonFirstWordLeavesRoomForTheSecond() throws {
        let (first, second) = (Array("bcdfghjklm"), Array("aeiou"))
        var places = (0..<600).map { number in
            let word = [
                first[number % 10], second[number / 10 % 5], first[number / 50 % 10], second[number / 500], "r",
            ]
            return (
                id: "\(number)", latitude: 44 + Double(number % 25) / 10, longitude: 24 + Double(number / 25) / 10,
                names: ["Valea \(String(word))"]
            )
        }
        places.append((id: "meant", latitude: 47, longitude: 23, names: ["Valea Canepii"]))
        let matcher = NameMatcher(index: try SmallGazetteer.index(places))
        #expect(matcher.answer("Valea Cabepii").candidates.first?.place.id == "meant")
    }

    /// Names within two edits share a key, whatever the edits are: otherwise they would not be looked at.
    @Test func namesWithinTwoEditsShareAKey() {
        let keys = IndexKeys(rules: .standard)
        defer { keys.deallocate() }
        func all(_ letters: [UInt8]) -> Set<UInt64> {
            var result: Set<UInt64> = []
            letters.withUnsafeBufferPointer { buffer in
                for two in [false, true] {
                    keys.forEachLetters(buffer.baseAddress!, buffer.count, leavingOutTwo: two) { result.insert($0) }
                }
            }
            return result
        }
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2000 {
            let name = (0..<Int.random(in: 8...12, using: &random)).map { _ in UInt8.random(in: 1...26, using: &random)
            }
            var typed = name
            for _ in 0..<2 {
                let place = Int.random(in: 0..<(typed.count - 1), using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: typed[place] = 27
                case 1: typed.swapAt(place, place + 1)
                default: typed.remove(at: place)
                }
            }
            #expect(!all(name).isDisjoint(with: all(typed)), "\(name) \(typed)")
        }
    }
}
