#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension CandidateSearch {
    /// Looking for two errors takes long in an index of more spellings.
    private static let manyForms = 100_000

    /// Where the postings of all probes stand. The first of each is touched: to wait for memory once for all of them is
    /// much faster than once for each.
    private func openBuckets() {
        let shift = UInt64(64 - index.header.bucketBits)
        let (buckets, postings) = (index.buckets, index.postings)
        spans.count = 0
        spans.reserve(probes.count)
        let target = spans.start
        var count = 0
        for key in probes {
            let bucket = Int(key >> shift)
            target[count] = UInt64(buckets[bucket]) << 32 | UInt64(buckets[bucket + 1])
            count += 1
        }
        var sum: UInt32 = 0
        for place in 0..<count {
            let start = Int(target[place] >> 32)
            let end = Int(UInt32(truncatingIfNeeded: target[place]))
            looked += end - start
            if start < end { sum &+= postings[start] }
        }
        spans.count = count
        touched = UInt8(truncatingIfNeeded: sum)
    }

    /// Spellings under the keys of a reading, by the least rank that they can have; one may come several times.
    func collectBySound(_ reading: NameReading, _ pattern: CandidatePattern, leavingOut: Bool) {
        probes.removeAll(keepingCapacity: true)
        keys.forEach(of: reading, leavingOut: leavingOut) { probes.append($0) }
        openBuckets()
        let (postings, signatures, cutoff) = (index.postings, index.signatures, self.cutoff)
        var count = 0
        for span in 0..<spans.count {
            let start = Int(spans.start[span] >> 32)
            let end = Int(UInt32(truncatingIfNeeded: spans.start[span]))
            collected.count = count
            collected.reserve(count + end - start)
            let target = collected.start
            for place in start..<end {
                let form = postings[place]
                // No branch: which spellings are near enough cannot be foreseen.
                let bound = pattern.leastRank(signatures[Int(form)])
                target[count] = UInt64(truncatingIfNeeded: bound) << 32 | UInt64(form)
                count &+= bound <= cutoff ? 1 : 0
            }
        }
        collected.count = count
    }

    /// Spellings with at most two typing errors; says whether one has none. Errors are looked for where no name has none,
    /// two of them in a large index only where none has one.
    func collectByLetters(
        _ folded: FoldedText, _ number: Int, _ letterDistance: inout LetterDistance, _ admits: ((Int) -> Bool)?,
        _ result: inout [Found]
    ) -> Bool {
        letterDistance.setPattern(folded.letters, folded.letterCount)
        let before = result.count
        probes.removeAll(keepingCapacity: true)
        probes.append(IndexKeys.letters(folded.letterHash))
        takeByLetters(folded, number, letterDistance, admits, &result)
        if result[before...].contains(where: { $0.rank == 0 }) { return true }
        probes.removeAll(keepingCapacity: true)
        keys.forEachLetters(folded.letters, folded.letterCount, leavingOutTwo: false) { probes.append($0) }
        takeByLetters(folded, number, letterDistance, admits, &result)
        let enough = index.header.formCount > Self.manyForms ? 1 : 0
        if !result[before...].contains(where: { $0.rank <= enough }) {
            probes.removeAll(keepingCapacity: true)
            keys.forEachLetters(folded.letters, folded.letterCount, leavingOutTwo: true) { probes.append($0) }
            takeByLetters(folded, number, letterDistance, admits, &result)
        }
        return result[before...].contains { $0.rank == 0 }
    }

    private func takeByLetters(
        _ folded: FoldedText, _ number: Int, _ letterDistance: LetterDistance, _ admits: ((Int) -> Bool)?,
        _ result: inout [Found]
    ) {
        openBuckets()
        let length = folded.letterCount
        let most = length < 4 ? 1 : 2
        let (postings, forms, seen, epoch) = (index.postings, index.forms, self.seen, self.epoch)
        for span in 0..<spans.count {
            let start = Int(spans.start[span] >> 32)
            let end = Int(UInt32(truncatingIfNeeded: spans.start[span]))
            // First those that are new and about as long, then their letters.
            collected.count = 0
            collected.reserve(end - start)
            let target = collected.start
            var count = 0
            for place in start..<end {
                let form = postings[place]
                let letters = Int(forms[Int(form)].letterCount)
                let isNew = seen[Int(form)] != epoch
                target[count] = UInt64(form)
                count &+= isNew && letters > 0 && abs(letters - length) <= most ? 1 : 0
            }
            for place in 0..<count {
                let form = UInt32(truncatingIfNeeded: target[place])
                let record = forms + Int(form)
                let edits = letterDistance.edits(
                    to: index.sounds + Int(record.pointee.offset), Int(record.pointee.letterCount), atMost: most)
                if edits > most || seen[Int(form)] == epoch { continue }
                seen[Int(form)] = epoch
                if let admits, !isAdmitted(form, admits) { continue }
                result.append(Found(form: form, reading: UInt8(number), rank: UInt8(edits)))
            }
        }
    }

    /// The spellings with exactly these letters, spaces aside.
    func forms(withLetters folded: FoldedText) -> [UInt32] {
        let bucket = Int(IndexKeys.letters(folded.letterHash) >> UInt64(64 - index.header.bucketBits))
        var result: [UInt32] = []
        for place in Int(index.buckets[bucket])..<Int(index.buckets[bucket + 1]) {
            let form = index.forms[Int(index.postings[place])]
            if form.flags & FormRecord.part == 0, Int(form.letterCount) == folded.letterCount,
                memcmp(index.sounds + Int(form.offset), folded.letters, folded.letterCount) == 0
            {
                result.append(index.postings[place])
            }
        }
        return result
    }
}
