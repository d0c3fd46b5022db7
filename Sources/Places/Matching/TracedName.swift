/// A name folded with its origins, for traces.
final class TracedName {
    let text: [UInt8]
    let folded: FoldedText
    let reading: NameReading
    let words: Range<Int>
    let rules: MatchingRules
    /// The entries of the words set apart, in their order.
    private let apart: [Int]

    private init(
        _ text: [UInt8], _ folded: FoldedText, _ reading: NameReading, words: Range<Int>, rules: MatchingRules
    ) {
        self.text = text
        self.folded = folded
        self.reading = reading
        self.words = words
        self.rules = rules
        apart = words.compactMap {
            folded.words[$0].entry >= 0 && Self.isApart($0, folded, reading) ? folded.words[$0].entry : nil
        }
    }

    /// The name as it stands.
    static func plain(_ text: [UInt8], rules: MatchingRules) -> TracedName {
        let folded = FoldedText()
        SoundReader(letters: rules.letters, spellings: rules.spellings).read(text, into: folded)
        rules.findRoles(folded)
        return TracedName(text, folded, NameReading(), words: folded.words.indices, rules: rules)
    }

    /// The readings that the search may have used.
    static func readings(of text: [UInt8], rules: MatchingRules, asQuery: Bool) -> [TracedName] {
        let reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        func fold() -> FoldedText {
            let folded = FoldedText()
            reader.read(text, into: folded)
            rules.findRoles(folded)
            return folded
        }
        func traced(_ folded: FoldedText, _ words: Range<Int>, _ liberty: NameReading.Liberty) -> TracedName {
            var reading = NameReading()
            rules.reading(folded, words: words, tracking: true, into: &reading)
            reading.liberty = liberty
            return TracedName(text, folded, reading, words: words, rules: rules)
        }
        let folded = fold()
        var result = [traced(folded, 0..<folded.words.count, .none)]
        for part in NameParts.parts(of: folded) { result.append(traced(folded, part, .shortened)) }
        if asQuery {
            let cut = fold()
            if QueryReadings(rules: rules).unglue(cut) { result.append(traced(cut, 0..<cut.words.count, .unglued)) }
        }
        return result.filter { !$0.reading.core.isEmpty }
    }

    /// The piece of the text behind a word.
    func piece(word: Int) -> String {
        let word = folded.words[word]
        return letters(word.letterStart, word.letterEnd)
    }

    /// The piece of the text behind a sound, with the letters up to the next sound.
    func piece(sound: Int) -> String {
        guard sound >= 0 else { return "" }
        let start = Int(folded.soundLetter[sound])
        guard let word = folded.words.first(where: { $0.letterStart <= start && start < $0.letterEnd }) else {
            return ""
        }
        var end = word.letterEnd
        if sound + 1 < folded.soundCount, Int(folded.soundLetter[sound + 1]) < end {
            end = max(start + 1, Int(folded.soundLetter[sound + 1]))
        }
        return letters(start, end)
    }

    /// The piece of the text behind some letters.
    func letters(_ start: Int, _ end: Int) -> String {
        guard start < end else { return "" }
        let from = Int(folded.letterSource[start])
        var to = text.count
        if end < folded.letterCount { to = Int(folded.letterSource[end]) }
        return text.withUnsafeBufferPointer { text in
            to = max(from, to)
            while to > from {
                let count = Self.separator(before: to, in: text, from: from)
                if count == 0 { break }
                to -= count
            }
            return String(decoding: UnsafeBufferPointer(rebasing: text[from..<to]), as: UTF8.self)
        }
    }

    /// The bytes of the space, hyphen, bracket or apostrophe that ends there; 0 where something else does.
    @inline(__always)
    private static func separator(before end: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        switch text[end - 1] {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "`"):
            return 1
        // ‘ and ’
        case 0x98, 0x99: return end - start >= 3 && text[end - 2] == 0x80 && text[end - 3] == 0xE2 ? 3 : 0
        default: return 0
        }
    }

    /// What the cheapest way to another name costs: that of all ``steps(to:_:)``, and of the liberties taken.
    func cost(to other: TracedName, _ distance: SoundDistance) -> Int32 {
        var cost = reading.core.withUnsafeBufferPointer { left in
            other.reading.core.withUnsafeBufferPointer { right in
                distance.cost(
                    left.baseAddress!, left.count, right.baseAddress!, right.count, pairing: pairing(with: other),
                    limit: SoundDistance.far)
            }
        }
        if !apart.isEmpty || !other.apart.isEmpty {
            var theirs = Set(other.apart)
            for entry in apart where theirs.remove(entry) == nil { cost += Self.price(rules.words.words[entry].role) }
            for entry in theirs { cost += Self.price(rules.words.words[entry].role) }
        }
        return reading.liberty == .shortened || other.reading.liberty == .shortened ? cost + 60 : cost
    }

    private func pairing(with other: TracedName) -> Alphabet.Pairing {
        reading.isArabic != other.reading.isArabic ? .mixed : reading.isArabic ? .arabic : .latin
    }

    /// The cheapest way from this name to another, told by words first and then by sounds.
    func steps(to other: TracedName, _ distance: SoundDistance) -> [MatchTrace.Step] {
        var told: [MatchTrace.Step] = []
        func tell(_ query: String, _ name: String, _ rule: String, _ price: Int32) {
            told.append(MatchTrace.Step(query: query, name: name, rule: rule, cost: Double(price) / 100))
        }
        wordSteps(other, tell)
        let left = reading.core
        let right = other.reading.core
        for step in distance.steps(left, right, pairing: pairing(with: other)) {
            let query = piece(core: step.left)
            let name = other.piece(core: step.right)
            var rule = distance.reason(step, left, right)
            // A free step may still hide a spelling rule: sh, dj, a doubled letter.
            if step.kind == .same, query != name, query.lowercased() != name.lowercased() {
                rule = spellingReason(step.left.lowerBound) ?? other.spellingReason(step.right.lowerBound) ?? rule
            }
            tell(query, name, rule, step.cost)
        }
        return told
    }

    /// The piece of the text behind some sounds of the core.
    private func piece(core sounds: Range<Int>) -> String {
        var text = ""
        for place in sounds { text += piece(sound: reading.coreOrigin[place].sound) }
        return text
    }

    private func spellingReason(_ core: Int) -> String? {
        let sound = reading.coreOrigin[core].sound
        guard sound >= 0, folded.soundRule[sound] >= 0 else { return nil }
        let reason = rules.spellings.rules[Int(folded.soundRule[sound])].reason
        return reason.isEmpty ? nil : reason
    }

    /// Articles, generic words, modifiers and words left out.
    private func wordSteps(_ other: TracedName, _ tell: (String, String, String, Int32) -> Void) {
        // An article written together with its word; where both have one there is nothing to tell.
        let own = gluedArticle
        let others = other.gluedArticle
        if (own == nil) != (other.gluedArticle == nil), reading.hasArticle != other.reading.hasArticle {
            tell(own ?? "", others ?? "", "article: al", 0)
        }
        var theirs: [Int: Int] = [:]
        for index in other.words where other.folded.words[index].entry >= 0 && other.isApart(index) {
            theirs[other.folded.words[index].entry] = index
        }
        for index in folded.words.indices where isApart(index) || !words.contains(index) {
            let word = folded.words[index]
            guard words.contains(index) else {
                tell(piece(word: index), "", "left out", 0)
                continue
            }
            let entry = rules.words.words[word.entry]
            if let match = theirs.removeValue(forKey: word.entry) {
                tell(piece(word: index), other.piece(word: match), "\(entry.role): \(entry.name)", 0)
            } else {
                tell(piece(word: index), "", "\(entry.role): \(entry.name)", Self.price(entry.role))
            }
        }
        for index in other.folded.words.indices where !other.words.contains(index) {
            tell("", other.piece(word: index), "left out", 0)
        }
        for (entry, index) in theirs.sorted(by: { $0.value < $1.value }) {
            let word = rules.words.words[entry]
            tell("", other.piece(word: index), "\(word.role): \(word.name)", Self.price(word.role))
        }
    }

    /// The article that is written together with the first word that has one.
    private var gluedArticle: String? {
        guard let word = folded.words.first(where: \.hadArticle) else { return nil }
        return letters(word.letterStart, min(word.letterStart + 2, word.letterEnd))
    }

    /// The word is not part of the core.
    private func isApart(_ index: Int) -> Bool { Self.isApart(index, folded, reading) }

    private static func isApart(_ index: Int, _ folded: FoldedText, _ reading: NameReading) -> Bool {
        folded.words[index].role != .core && !reading.coreOrigin.contains { $0.word == index }
    }

    private static func price(_ role: WordTable.Role) -> Int32 {
        switch role {
        case .generic: FormScoring.Penalty.genericMissing
        case .modifier: FormScoring.Penalty.modifierMissing
        default: 0
        }
    }
}
