/// A name with all taken off that spellings differ in by habit: case, marks, apostrophes and hamzas, hyphens, and the
/// variants of Arabic letters. Two spellings of a name mean the same where their keys are equal.
package struct Folding: Sendable {
    /// The words of the name.
    package let words: [String]

    /// All words joined: كفرناصح is كفر ناصح, Kafr Nasih is Kafrnasih.
    package var key: String { words.joined() }

    /// As `key`, with every article left out: al-Kafrah is Kafrah, الكفرة is كفرة.
    /// Equal to `key` where there is none, or where nothing else would remain.
    package var keyWithoutArticle: String {
        var kept: [String] = []
        for (index, word) in words.enumerated() {
            if index + 1 < words.count, Self.isLatinArticle(word, before: words[index + 1]) { continue }
            kept.append(Self.withoutArabicArticle(word))
        }
        let key = kept.joined()
        return key.isEmpty ? self.key : key
    }

    package init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func flush() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch LetterTable.fold(scalar) {
            case .letters(let letters): word.append(contentsOf: letters.unicodeScalars)
            case .same: word.append(scalar)
            case .nothing: break
            case .space: flush()
            }
        }
        flush()
        self.words = words
    }

    /// `al`, `el`, `ul`, `il` before anything; `ar`, `esh`, `ad` … only before a word that begins with their consonant,
    /// the sun letter that swallowed the l.
    private static func isLatinArticle(_ word: String, before next: String) -> Bool {
        let letters = Array(word.utf8)
        guard (2...4).contains(letters.count), "aeiu".utf8.contains(letters[0]) else { return false }
        let consonant = letters[1...]
        if consonant.elementsEqual("l".utf8) { return true }
        guard consonant.allSatisfy({ !"aeiou".utf8.contains($0) }) else { return false }
        return next.utf8.starts(with: consonant) && "tdrzsnjc".utf8.contains(consonant.first!)
    }

    /// الكفرة without ال. Words of fewer than three letters beside it are left whole: they are names such as الو.
    private static func withoutArabicArticle(_ word: String) -> String {
        let scalars = word.unicodeScalars
        guard scalars.count >= 5, scalars.starts(with: "ال".unicodeScalars) else { return word }
        return String(scalars.dropFirst(2))
    }
}
