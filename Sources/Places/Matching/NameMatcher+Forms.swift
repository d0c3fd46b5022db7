#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension NameMatcher {
    /// Spellings that cost more than the best by this are not kept.
    private static let worstGap: Int32 = 220
    /// Nothing further than this is a spelling of the name.
    private static let worst: Int32 = 500

    /// The careful comparison of what the search found, each with the reading that found it.
    func scoreForms() {
        forms.removeAll(keepingCapacity: true)
        var best = Self.worst
        var part = -1
        found.sort { $0.order < $1.order }
        for candidate in found {
            let number = Int(candidate.reading)
            let form = index.forms + Int(candidate.form)
            let isArabic = form.pointee.flags & FormRecord.arabic != 0
            let own = parts[owner[number]]
            var edits = -1
            if owner[number] != part {
                part = owner[number]
                letterDistance.setPattern(own.letters, own.letterCount)
            }
            if form.pointee.flags & FormRecord.part == 0, isArabic == readings[number].isArabic {
                edits = letterDistance.edits(
                    to: index.sounds + Int(form.pointee.offset), Int(form.pointee.letterCount))
            }
            var score = FormScore()
            score.form = candidate.form
            if form.pointee.fullCount > 0 {
                // A typing error may change the sound beyond recognition.
                let isTypo = edits >= 0 && edits <= 2
                let limit = isTypo ? SoundDistance.far : best + Self.worstGap
                guard let careful = scoring.score(candidate.form, readings[number], limit: limit) else { continue }
                score = careful
                best = min(best, score.cost)
            } else if edits != 0 {
                // A script without rules: only the same letters count.
                continue
            }
            score.reading = candidate.reading
            score.liberty = readings[number].liberty
            score.queryLength = Int32(readings[number].full.count)
            score.letterEdits = Int32(edits)
            score.letterLength = Int32(max(own.letterCount, Int(form.pointee.letterCount)))
            score.sameLetters = edits == 0
            score.sameSkeleton = sameSkeleton(form, readings[number], usesCore: score.usesCore)
            forms.append(score)
        }
    }

    private func sameSkeleton(
        _ form: UnsafePointer<FormRecord>, _ reading: NameReading, usesCore: Bool
    ) -> Bool {
        let full = index.sounds + Int(form.pointee.offset) + Int(form.pointee.letterCount)
        let coreIsFull = form.pointee.flags & FormRecord.coreIsFull != 0
        let theirs =
            usesCore
            ? search.skeleton(coreIsFull ? full : full + Int(form.pointee.fullCount), Int(form.pointee.coreCount))
            : search.skeleton(full, Int(form.pointee.fullCount))
        return (usesCore ? reading.core : reading.full).withUnsafeBufferPointer {
            guard let start = $0.baseAddress else { return false }
            return search.skeleton(start, $0.count) == theirs
        }
    }
}
