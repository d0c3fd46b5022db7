/// All rule tables, checked and flattened. Immutable; one value serves every thread.
///
/// The tables are data (`Rules/*.tsv`): a linguist extends them without touching code. `digest` is stored in each
/// index, since an index is only good for the rules that it was built with.
package final class MatchingRules: Sendable {
    let alphabet: Alphabet
    let letters: LetterRules
    let spellings: SpellingTable
    let costs: CostTable
    let words: WordTable
    /// The two sounds of ال.
    let arabicA: Sound
    let arabicL: Sound
    package let digest: UInt64

    /// The rules that ship with the program.
    ///
    /// - Throws: nothing in practice; a test reads them.
    package static let standard: MatchingRules = {
        do {
            return try MatchingRules(
                symbols: PackageResources.symbols_tsv, letters: PackageResources.letters_tsv,
                spellings: PackageResources.spellings_tsv, costs: PackageResources.costs_tsv,
                words: PackageResources.words_tsv)
        } catch {
            preconditionFailure("the built-in rules are broken: \(error)")
        }
    }()

    /// - Throws: ``RuleError`` with table, line and reason.
    package init(
        symbols: [UInt8], letters: [UInt8], spellings: [UInt8], costs: [UInt8], words: [UInt8]
    ) throws(RuleError) {
        let alphabet = try Alphabet(TableText(symbols))
        let letterTable = try LetterRules(TableText(letters), alphabet: alphabet)
        let spellingTable = try SpellingTable(TableText(spellings), alphabet: alphabet)
        self.alphabet = alphabet
        self.arabicA = alphabet.sound("a") ?? 0
        self.arabicL = alphabet.sound("l") ?? 0
        self.letters = letterTable
        self.spellings = spellingTable
        self.costs = try CostTable(TableText(costs), alphabet: alphabet)
        let reader = SoundReader(letters: letterTable, spellings: spellingTable)
        self.words = try WordTable(TableText(words)) { spelling in
            let folded = FoldedText()
            reader.read(Array(spelling.utf8), into: folded)
            return (0..<folded.soundCount).map { folded.sounds[$0] }
        }
        var digest: UInt64 = 1
        for table in [symbols, letters, spellings, words] {
            digest = table.withUnsafeBufferPointer { Hash.mix(digest ^ Hash.bytes($0.baseAddress!, $0.count)) }
        }
        self.digest = digest
    }
}
