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
        let (inFull, inCore) = differences(signature)
        let whole = SoundSignature.leastRank(inFull)
        if !hasParts, signature.core == signature.full { return whole }
        return min(whole, SoundSignature.leastRank(inCore) + 1)
    }

    @inline(__always)
    private func differences(_ signature: FormSignature) -> (full: Int, core: Int) {
        SoundSignature.differences(
            UInt64(signature.full ^ fullSignature) | UInt64(signature.core ^ coreSignature) << 32)
    }

    /// How far a spelling is from the reading: twice the edits of sound groups, and what the signatures differ in.
    /// `Int.max` where it is another name, or where the rank is above `cutoff`.
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
        let (inFull, inCore) = differences(signature)
        let start = index.sounds + (Int(form.pointee.offset) &+ Int(form.pointee.letterCount))
        let coreIsFull = form.pointee.flags & FormRecord.coreIsFull != 0
        var best = Int.max
        if SoundSignature.leastRank(inFull) <= cutoff {
            let most = min(limit, (cutoff &- inFull) / 2)
            let distance = full.distance(to: start, count, atMost: most)
            if distance <= most { best = 2 &* distance &+ inFull }
        }
        if coreIsFull && !hasParts { return best }
        if SoundSignature.leastRank(inCore) &+ 1 <= cutoff {
            // Words set apart that differ count a little.
            let most = min(limit, (cutoff &- inCore &- 1) / 2)
            let distance = core.distance(
                to: coreIsFull ? start : start + count, Int(form.pointee.coreCount), atMost: most)
            if distance <= most { best = min(best, 2 &* distance &+ inCore &+ 1) }
        }
        return best
    }
}
