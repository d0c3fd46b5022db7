/// Scores spellings against readings of a query: the careful part, for the few that the search lets through.
final class FormScoring {
    /// Costs of set-apart words that differ, in hundredths of a wrong letter.
    enum Penalty {
        static let genericMissing: Int32 = 30
        static let genericDiffers: Int32 = 70
        static let modifierMissing: Int32 = 90
        static let modifierAgainst: Int32 = 260
        static let shortened: Int32 = 60
        static let unglued: Int32 = 10
        static let partOfName: Int32 = 60
    }

    private let index: NameIndex
    private let rules: MatchingRules
    let distance: SoundDistance

    init(index: NameIndex, rules: MatchingRules) {
        self.index = index
        self.rules = rules
        distance = SoundDistance(rules: rules)
    }

    /// The score of a spelling, or nil where it costs more than `limit`.
    func score(_ number: UInt32, _ reading: NameReading, limit: Int32) -> FormScore? {
        let form = index.forms[Int(number)]
        let full = index.sounds + Int(form.offset) + Int(form.letterCount)
        let coreIsFull = form.flags & FormRecord.coreIsFull != 0
        let core = coreIsFull ? full : full + Int(form.fullCount)
        let isArabic = form.flags & FormRecord.arabic != 0
        let pairing: Alphabet.Pairing = isArabic != reading.isArabic ? .mixed : isArabic ? .arabic : .latin
        var score = FormScore()
        score.form = number
        score.mixedScript = pairing == .mixed
        score.articleDiffers = (form.flags & FormRecord.article != 0) != reading.hasArticle
        var liberty =
            reading.liberty == .shortened ? Penalty.shortened : reading.liberty == .unglued ? Penalty.unglued : 0
        score.partOfName = form.flags & FormRecord.part != 0
        if score.partOfName { liberty += Penalty.partOfName }

        let apart = setApart(reading, form)
        let own = reading.core.withUnsafeBufferPointer {
            distance.cost(
                $0.baseAddress!, $0.count, core, Int(form.coreCount), pairing: pairing, limit: limit - apart.cost)
        }
        score.usesCore = true
        score.distance = own
        score.cost = own + apart.cost + liberty
        score.length = Int32(max(reading.core.count, Int(form.coreCount)))
        score.genericGap = apart.generics
        score.modifierGap = apart.modifiers
        score.modifierConflict = apart.against
        let hasParts = reading.generics != 0 || reading.modifiers != 0 || form.generics != 0 || form.modifiers != 0
        if hasParts {
            let whole = reading.full.withUnsafeBufferPointer {
                distance.cost($0.baseAddress!, $0.count, full, Int(form.fullCount), pairing: pairing, limit: limit)
            }
            if whole + liberty < score.cost {
                score.usesCore = false
                score.distance = whole
                score.cost = whole + liberty
                score.length = Int32(max(reading.full.count, Int(form.fullCount)))
                score.genericGap = 0
                score.modifierGap = 0
                score.modifierConflict = 0
            }
        }
        return score.cost > limit ? nil : score
    }

    /// What differs in generic words and modifiers.
    private func setApart(_ reading: NameReading, _ form: FormRecord) -> (
        cost: Int32, generics: Int32, modifiers: Int32, against: Int32
    ) {
        let onlyLeft = (reading.generics & ~form.generics).nonzeroBitCount
        let onlyRight = (form.generics & ~reading.generics).nonzeroBitCount
        let exchanged = min(onlyLeft, onlyRight)
        let generics = Int32(max(onlyLeft, onlyRight))
        var cost = Int32(exchanged) * Penalty.genericDiffers + (generics - Int32(exchanged)) * Penalty.genericMissing
        var against: Int32 = 0
        var modifiers: Int32 = 0
        let difference = reading.modifiers ^ form.modifiers
        if difference != 0 {
            var bits = reading.modifiers & ~form.modifiers
            modifiers = Int32(difference.nonzeroBitCount)
            while bits != 0 {
                let bit = bits.trailingZeroBitCount
                bits &= bits - 1
                if rules.words.against[bit] & form.modifiers != 0 {
                    against += 1
                    modifiers -= 2
                }
            }
            modifiers = max(0, modifiers)
            cost += against * Penalty.modifierAgainst + modifiers * Penalty.modifierMissing
        }
        return (cost, generics, modifiers, against)
    }
}
