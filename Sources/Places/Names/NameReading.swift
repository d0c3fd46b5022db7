/// One way to read a name: the whole of its sounds, the sounds of its core, and the words set apart.
struct NameReading {
    static let capacity = 48

    /// Sounds of every word but articles and descriptors; generic words and modifiers in their one form.
    var full: [Sound] = []
    /// Sounds of the words that are the name itself.
    var core: [Sound] = []
    /// Where the words of the core begin in `core`.
    var coreWords: [Int] = []
    /// For traces: the word that each sound of `full` and of `core` belongs to, and its place among the folded sounds
    /// (-1 in the one form of a generic word). Empty unless asked for.
    var fullOrigin: [(word: Int, sound: Int)] = []
    var coreOrigin: [(word: Int, sound: Int)] = []
    var generics: UInt64 = 0
    var modifiers: UInt32 = 0
    var hasArticle = false
    var isArabic = false
    /// The word for a thing beside the village of that name (an air base), an index into the word table.
    var facility = -1
    /// What was done beyond plain reading; see ``Liberty``.
    var liberty = Liberty.none

    /// Liberties taken with a query so that it may be found.
    enum Liberty: UInt8 {
        case none = 0
        /// An article or a generic word was written together with the name.
        case unglued = 1
        /// The last words were left out, as in "Samuqet Aazaz".
        case shortened = 2
    }
}

extension MatchingRules {
    /// Gives each word of the text its role.
    func findRoles(_ folded: FoldedText) {
        for index in folded.words.indices {
            var word = folded.words[index]
            word.role = .core
            word.entry = -1
            word.hadArticle = false
            if let entry = self.entry(folded, word) { set(&word, entry) }
            if word.isArabic, word.role == .core, isArabicArticle(folded, word) {
                word.soundStart += 2
                word.hadArticle = true
                if let entry = self.entry(folded, word) { set(&word, entry) }
            }
            folded.words[index] = word
        }
    }

    private func set(_ word: inout FoldedText.Word, _ entry: Int) {
        word.role = words.words[entry].role
        word.entry = entry
    }

    /// ال before at least two more letters.
    private func isArabicArticle(_ folded: FoldedText, _ word: FoldedText.Word) -> Bool {
        word.soundEnd - word.soundStart >= 4 && folded.sounds[word.soundStart] == arabicA
            && folded.sounds[word.soundStart + 1] == arabicL
    }

    private func entry(_ folded: FoldedText, _ word: FoldedText.Word) -> Int? {
        lookUp(folded.sounds + word.soundStart, word.soundEnd - word.soundStart)
    }

    /// The word of the table that is read so, or nil.
    func lookUp(_ sounds: UnsafePointer<Sound>, _ count: Int) -> Int? {
        if count == 0 { return nil }
        let hash = Hash.bytes(sounds, count)
        var slot = Int(hash & 4095)
        while words.slots[slot] != 0 {
            if words.slotHash[slot] == hash { return Int(words.slots[slot]) - 1 }
            slot = (slot + 1) & 4095
        }
        return nil
    }

    /// Reads words with their roles as one name.
    ///
    /// A name made of set-apart words only keeps them: "Ras al-Ayn" has the core "ras ayn".
    func reading(_ folded: FoldedText, words range: Range<Int>, tracking: Bool = false, into reading: inout NameReading)
    {
        reading.fullOrigin.removeAll(keepingCapacity: true)
        reading.coreOrigin.removeAll(keepingCapacity: true)
        reading.full.removeAll(keepingCapacity: true)
        reading.core.removeAll(keepingCapacity: true)
        reading.coreWords.removeAll(keepingCapacity: true)
        reading.generics = 0
        reading.modifiers = 0
        reading.hasArticle = false
        reading.isArabic = false
        reading.facility = -1
        reading.liberty = .none
        var hasCore = false
        var hasOther = false
        for word in folded.words[range] {
            if word.role == .core { hasCore = true }
            if word.role == .generic || word.role == .modifier { hasOther = true }
        }
        // The last generic word of a name without a core is its core.
        var promoted = -1
        if !hasCore {
            for index in range where folded.words[index].role == .generic { promoted = index }
            if promoted < 0 { for index in range where folded.words[index].role == .modifier { promoted = index } }
        }
        for index in range {
            let word = folded.words[index]
            if word.isArabic { reading.isArabic = true }
            switch word.role {
            case .article where hasCore || hasOther:
                reading.hasArticle = true
                continue
            case .connective where hasCore || hasOther: continue
            case .descriptor where hasCore || hasOther: continue
            case .facility where hasCore || hasOther:
                reading.facility = word.entry
                continue
            default: break
            }
            if word.hadArticle { reading.hasArticle = true }
            let known = word.role == .generic || word.role == .modifier
            if tracking {
                let count =
                    known && !word.isArabic ? words.words[word.entry].sounds.count : word.soundEnd - word.soundStart
                let origin = (0..<count).map {
                    (word: index, sound: known && !word.isArabic ? -1 : word.soundStart + $0)
                }
                reading.fullOrigin += origin
                if !known || index == promoted { reading.coreOrigin += origin }
            }
            if known && !word.isArabic {
                reading.full.append(contentsOf: words.words[word.entry].sounds)
            } else {
                for place in word.soundStart..<word.soundEnd { reading.full.append(folded.sounds[place]) }
            }
            if known && index != promoted {
                if word.role == .generic {
                    reading.generics |= 1 << UInt64(words.words[word.entry].bit)
                } else {
                    reading.modifiers |= 1 << UInt32(words.words[word.entry].bit)
                }
                continue
            }
            reading.coreWords.append(reading.core.count)
            if known && !word.isArabic {
                reading.core.append(contentsOf: words.words[word.entry].sounds)
            } else {
                for place in word.soundStart..<word.soundEnd { reading.core.append(folded.sounds[place]) }
            }
        }
        if reading.full.count > NameReading.capacity {
            reading.full.removeLast(reading.full.count - NameReading.capacity)
        }
        if reading.core.count > NameReading.capacity {
            reading.core.removeLast(reading.core.count - NameReading.capacity)
            reading.coreWords.removeAll { $0 >= NameReading.capacity }
        }
    }
}
