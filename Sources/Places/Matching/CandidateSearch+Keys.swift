#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension CandidateSearch {
    /// Looking for two errors takes long in an index of more spellings.
    private static let manyForms = 100_000

    /// Spellings under the keys of a reading, by the least rank that they can have.
    func collectBySound(_ reading: NameReading, _ pattern: CandidatePattern) {
        collected.count = 0
        probes.removeAll(keepingCapacity: true)
        keys.forEach(of: reading) { probes.append($0) }
        let shift = UInt64(64 - index.header.bucketBits)
        let (buckets, postings, signatures, seen, epoch, cutoff) = (
            index.buckets, index.postings, index.signatures, self.seen, self.epoch, self.cutoff
        )
        for key in probes {
            let bucket = Int(key >> shift)
            let start = Int(buckets[bucket])
            let end = Int(buckets[bucket + 1])
            looked += end - start
            collected.reserve(collected.count + end - start)
            var count = collected.count
            let target = collected.start
            for place in start..<end {
                let form = Int(postings[place])
                // No branches: which spellings are new and near enough cannot be foreseen.
                let isNew = seen[form] != epoch
                seen[form] = epoch
                let bound = pattern.leastRank(signatures[form])
                target[count] = UInt64(truncatingIfNeeded: bound) << 32 | UInt64(truncatingIfNeeded: form)
                count &+= isNew && bound <= cutoff ? 1 : 0
            }
            collected.count = count
        }
    }

    /// Spellings with at most two typing errors; says whether one has none. Two errors are looked for where no name
    /// has none, in a large index where none has less.
    func collectByLetters(
        _ folded: FoldedText, _ number: Int, _ letterDistance: inout LetterDistance, _ admits: ((Int) -> Bool)?,
        _ result: inout [Found]
    ) -> Bool {
        letterDistance.setPattern(folded.letters, folded.letterCount)
        let before = result.count
        probes.removeAll(keepingCapacity: true)
        probes.append(IndexKeys.letters(folded.letterHash))
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
        let shift = UInt64(64 - index.header.bucketBits)
        let length = folded.letterCount
        let most = length < 4 ? 1 : 2
        for key in probes {
            let bucket = Int(key >> shift)
            let start = Int(index.buckets[bucket])
            let end = Int(index.buckets[bucket + 1])
            looked += end - start
            for place in start..<end {
                let form = index.postings[place]
                if seen[Int(form)] == epoch { continue }
                let record = index.forms + Int(form)
                let count = Int(record.pointee.letterCount)
                if count == 0 || count > length + most || count < length - most { continue }
                let edits = letterDistance.edits(
                    to: index.sounds + Int(record.pointee.offset), count, atMost: most)
                if edits > most { continue }
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
