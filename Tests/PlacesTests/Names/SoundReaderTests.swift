import TestSupport
import Testing

@testable import Places

@Suite struct SoundReaderTests {
    @Test(arguments: [
        ("Djerablous", "j e r a b l u s"), ("Kafrah", "k a f r ah"), ("كفرة", "k f r ah"),
        ("Çobanbey", "ch o b a n b e y"),
        ("Minnigh", "m i n i gh"), ("A‘zāz", "a z a z"), ("أعزاز", "a ayn z a z"), ("Şêx", "sc e x"), ("", ""),
        ("–", ""),
    ])
    func soundsOfASpelling(text: String, expected: String) { #expect(sounds(text).joined(separator: " ") == expected) }

    @Test func brokenBytesDoNotTrap() {
        let rules = MatchingRules.standard
        let reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        let folded = FoldedText()
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5000 {
            let bytes = (0..<Int(random.next() % 300)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 13) }
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
