/// Folds a text: bytes to letter codes, letter codes to sounds. No `String`, no allocation.
struct SoundReader: Sendable {
    let letters: LetterRules
    let spellings: SpellingTable

    func read(_ text: [UInt8], into folded: FoldedText) {
        text.withUnsafeBufferPointer { read($0, into: folded) }
    }

    func read(_ text: UnsafeBufferPointer<UInt8>, into folded: FoldedText) {
        readLetters(text, into: folded)
        folded.soundCount = 0
        for index in folded.words.indices { readSounds(of: &folded.words[index], in: folded) }
    }

    // MARK: First pass

    private func readLetters(_ text: UnsafeBufferPointer<UInt8>, into folded: FoldedText) {
        folded.words.removeAll(keepingCapacity: true)
        folded.letterCount = letters.codes.withUnsafeBufferPointer { codes in
            let (target, source) = (folded.letters, folded.letterSource)
            var count = 0
            var wordStart = 0
            var offset = 0
            while offset < text.count, count < FoldedText.capacity - 4 {
                let start = offset
                let scalar = Self.scalar(text, &offset)
                var code = scalar < LetterRules.limit ? codes[Int(scalar)] : LetterRules.unknown
                if code == LetterRules.drop { continue }
                if code == LetterRules.wordBreak {
                    closeWord(wordStart, count, text, folded)
                    wordStart = count
                    continue
                }
                if code == LetterRules.unknown {
                    // No rules for this script: three codes that keep its identity.
                    code = (128 | scalar & 63) | (128 | scalar >> 6 & 63) << 8 | (128 | scalar >> 12 & 63) << 16
                }
                while code != 0 {
                    target[count] = UInt8(code & 255)
                    source[count] = UInt16(truncatingIfNeeded: start)
                    count += 1
                    code >>= 8
                }
            }
            closeWord(wordStart, count, text, folded)
            return count
        }
    }

    private func closeWord(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>, _ folded: FoldedText) {
        guard end > start else { return }
        var word = FoldedText.Word()
        word.letterStart = start
        word.letterEnd = end
        word.isArabic =
            folded.letters[start] >= 74 && folded.letters[start] < 128
            || folded.letters[start] >= 64 && folded.letters[start] < 128 && isArabicLetter(text, folded, start)
        folded.words.append(word)
    }

    /// Digits share the range of Arabic letters; only the text tells them apart.
    private func isArabicLetter(_ text: UnsafeBufferPointer<UInt8>, _ folded: FoldedText, _ letter: Int) -> Bool {
        text[Int(folded.letterSource[letter])] >= 0xD8
    }

    @inline(__always)
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
        let first = UInt32(text[offset])
        offset += 1
        if first < 0x80 { return first }
        let extra = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
        if extra == 0 || offset + extra > text.count { return 0xFFFD }
        var value = first & (0x3F >> UInt32(extra))
        for _ in 0..<extra {
            let next = UInt32(text[offset])
            if next & 0xC0 != 0x80 { return 0xFFFD }
            value = value << 6 | next & 0x3F
            offset += 1
        }
        return value
    }

    // MARK: Second pass

    private func readSounds(of word: inout FoldedText.Word, in folded: FoldedText) {
        word.soundStart = folded.soundCount
        var letter = word.letterStart
        while letter < word.letterEnd {
            let code = folded.letters[letter]
            if code >= 128 {
                letter += 1
                continue
            }
            if code >= 64 {
                append(code - 64, letter, -1, word.soundStart, folded)
                letter += 1
                continue
            }
            guard let rule = rule(at: letter, word, folded) else {
                letter += 1
                continue
            }
            for sound in spellings.rules[rule].sounds { append(sound, letter, rule, word.soundStart, folded) }
            letter += spellings.rules[rule].letters.count
        }
        word.soundEnd = folded.soundCount
    }

    @inline(__always)
    private func append(_ sound: Sound, _ letter: Int, _ rule: Int, _ wordStart: Int, _ folded: FoldedText) {
        let count = folded.soundCount
        // Doubled: read once.
        if count > wordStart, folded.sounds[count - 1] == sound, letters.digits >> UInt64(sound) & 1 == 0 { return }
        folded.sounds[count] = sound
        folded.soundLetter[count] = UInt8(letter)
        folded.soundRule[count] = Int16(rule)
        folded.soundCount = count + 1
    }

    @inline(__always)
    private func rule(at letter: Int, _ word: FoldedText.Word, _ folded: FoldedText) -> Int? {
        next: for index in spellings.starting[Int(folded.letters[letter])] {
            let rule = spellings.rules[index]
            let end = letter + rule.letters.count
            if end > word.letterEnd { continue }
            if rule.atEnd, end != word.letterEnd || letter == word.letterStart { continue }
            if rule.atStart, letter != word.letterStart { continue }
            for offset in 1..<max(1, rule.letters.count) where folded.letters[letter + offset] != rule.letters[offset] {
                continue next
            }
            return index
        }
        return nil
    }
}
