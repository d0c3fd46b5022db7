/// One reading of a query, made ready for the fast comparison with many spellings.
struct CandidatePattern {
    private var full = BitDistance()
    private var core = BitDistance()
    private var fullSignature: UInt32 = 0
    private var coreSignature: UInt32 = 0
    private var hasParts = false
    /// Words were left out on the side of the query.
    private var shortening = 0
    /// What a name without some of its words is further than it seems: a hundred places may begin with the same word.
    private static let partGap = 2
    /// More edits than this are another name.
    private var limit = 0

    func deallocate() {
        full.deallocate()
        core.deallocate()
    }

    mutating func set(_ reading: NameReading, like: UnsafePointer<UInt8>) {
        full.setPattern(reading.full, like: like)
        core.setPattern(reading.core, like: like)
        fullSignature = SoundSignature.of(reading.full, like: like)
        coreSignature = SoundSignature.of(reading.core, like: like)
        shortening = reading.liberty == .shortened ? Self.partGap : 0
        hasParts = reading.generics != 0 || reading.modifiers != 0
        limit = max(2, min(12, (reading.full.count + 1) / 2))
    }

    /// The least rank that a spelling with this signature may have.
    @inline(__always)
    func leastRank(_ signature: FormSignature) -> Int {
        let whole = SoundSignature.leastRank(signature.full, fullSignature)
        if !hasParts, signature.core == signature.full { return whole }
        return min(whole, SoundSignature.leastRank(signature.core, coreSignature) + 1)
    }

    /// How far a spelling is from the reading: twice the edits of sound groups, and what the signatures differ in.
    /// `Int.max` where it is another name.
    @inline(__always)
    func rank(_ form: UnsafePointer<FormRecord>, _ signature: FormSignature, _ index: NameIndex, cutoff: Int) -> Int {
        let apart = shortening + (form.pointee.flags & FormRecord.part == 0 ? 0 : Self.partGap)
        let best = wholeRank(form, signature, index, cutoff: cutoff - apart)
        return best == .max ? best : best + apart
    }

    @inline(__always)
    private func wholeRank(
        _ form: UnsafePointer<FormRecord>, _ signature: FormSignature, _ index: NameIndex, cutoff: Int
    ) -> Int {
        let count = Int(form.pointee.fullCount)
        if count == 0 { return 0 }
        let start = index.sounds + Int(form.pointee.offset) + Int(form.pointee.letterCount)
        let coreIsFull = form.pointee.flags & FormRecord.coreIsFull != 0
        var best = Int.max
        if SoundSignature.leastRank(signature.full, fullSignature) <= cutoff {
            let distance = full.distance(to: start, count)
            if distance <= limit {
                best = 2 * distance + SoundSignature.difference(signature.full, fullSignature)
            }
        }
        if coreIsFull && !hasParts { return best }
        if SoundSignature.leastRank(signature.core, coreSignature) + 1 <= cutoff {
            let distance = core.distance(to: coreIsFull ? start : start + count, Int(form.pointee.coreCount))
            // Words set apart that differ count a little.
            if distance <= limit {
                best = min(best, 2 * distance + SoundSignature.difference(signature.core, coreSignature) + 1)
            }
        }
        return best
    }
}
