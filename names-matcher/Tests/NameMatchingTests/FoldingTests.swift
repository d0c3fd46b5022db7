import Testing

@testable import NameMatching

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Djerablous", "j e r a b l u s"), ("Kafrah", "k a f r ah"), ("كفرة", "k f r ah"), ("Çobanbey", "ch o b a n b e y"),
        ("Minnigh", "m i n i gh"), ("A‘zāz", "a z a z"), ("أعزاز", "a ayn z a z"), ("Şêx", "sc e x"), ("", ""), ("–", ""),
    ])
    func soundsOfASpelling(text: String, expected: String) { #expect(sounds(text).joined(separator: " ") == expected) }

    @Test func brokenBytesDoNotTrap() {
        let rules = MatchingRules.standard
        let reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        let folded = FoldedText()
        var state = SplitMix(state: 5)
        for _ in 0..<5000 {
            let bytes = (0..<Int(state.next() % 300)).map { _ in UInt8(truncatingIfNeeded: state.next() >> 13) }
            reader.read(bytes, into: folded)
            #expect(folded.letterCount <= FoldedText.capacity)
            rules.findRoles(folded)
            var reading = NameReading()
            rules.reading(folded, words: 0..<folded.words.count, into: &reading)
            #expect(reading.full.count <= NameReading.capacity)
        }
    }

    @Test func wordsSetApart() {
        let rules = MatchingRules.standard
        let reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        let folded = FoldedText()
        func reading(_ text: String) -> NameReading {
            reader.read(Array(text.utf8), into: folded)
            rules.findRoles(folded)
            var reading = NameReading()
            rules.reading(folded, words: 0..<folded.words.count, into: &reading)
            return reading
        }
        #expect(reading("Eastern Tal Battal").core == reading("Tall Baţţāl Sharqī").core)
        #expect(reading("Eastern Tal Battal").modifiers == reading("تل بطال شرقي").modifiers)
        #expect(reading("Tel Rifaat").generics == reading("تل رفعت").generics)
        #expect(reading("Ras al-Ayn").core.isEmpty == false)
    }
}

struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
