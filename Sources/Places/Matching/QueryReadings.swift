/// The ways in which one name of a query may be read.
///
/// First as it is written; then with articles and generic words cut off that were written together with the name
/// ("Elward", "Kafrnaya"); then without its last words, which may only say near what it lies ("Samuqet Aazaz").
struct QueryReadings {
    let rules: MatchingRules
    /// Fewer sounds than this are no name of their own.
    static let shortestRest = 3

    func readings(of folded: FoldedText) -> [NameReading] {
        var result: [NameReading] = []
        var reading = NameReading()
        rules.findRoles(folded)
        rules.reading(folded, words: 0..<folded.words.count, into: &reading)
        result.append(reading)
        if let end = shortenedEnd(folded) {
            rules.reading(folded, words: 0..<end, into: &reading)
            if reading.core.count >= Self.shortestRest {
                reading.liberty = .shortened
                result.append(reading)
            }
        }
        if unglue(folded) {
            rules.reading(folded, words: 0..<folded.words.count, into: &reading)
            reading.liberty = .unglued
            result.append(reading)
        }
        return result
    }

    /// Where the name ends if its last own word, with the generic words before it, is only context.
    private func shortenedEnd(_ folded: FoldedText) -> Int? {
        let cores = folded.words.indices.filter { folded.words[$0].role == .core }
        guard cores.count >= 2, var end = cores.last, cores[cores.count - 2] < end else { return nil }
        while end > 0, folded.words[end - 1].role == .generic || folded.words[end - 1].role == .article { end -= 1 }
        return end > cores[0] ? end : nil
    }

    /// Cuts words in two where an article or a generic word is written together with the name.
    func unglue(_ folded: FoldedText) -> Bool {
        var changed = false
        var words: [FoldedText.Word] = []
        for word in folded.words {
            guard word.role == .core, let (cut, entry) = glued(folded, word) else {
                words.append(word)
                continue
            }
            var head = word
            head.soundEnd = cut
            head.entry = entry
            head.role = rules.words.words[entry].role
            var tail = word
            tail.soundStart = cut
            tail.hadArticle = false
            if let own = rules.lookUp(folded.sounds + cut, word.soundEnd - cut) {
                tail.entry = own
                tail.role = rules.words.words[own].role
            }
            words.append(head)
            words.append(tail)
            changed = true
        }
        if changed { folded.words = words }
        return changed
    }

    /// The place of the cut and the word before it; the longest word wins.
    private func glued(_ folded: FoldedText, _ word: FoldedText.Word) -> (Int, Int)? {
        let start = word.soundStart
        let longest = min(6, word.soundEnd - start - Self.shortestRest)
        if longest < 2 { return nil }
        for length in stride(from: longest, through: 2, by: -1) {
            guard let entry = rules.lookUp(folded.sounds + start, length) else { continue }
            switch rules.words.words[entry].role {
            case .generic where length >= 3: return (start + length, entry)
            case .article where !word.isArabic && folded.sounds[start + length - 1] == rules.arabicL:
                return (start + length, entry)
            default: continue
            }
        }
        return nil
    }
}
