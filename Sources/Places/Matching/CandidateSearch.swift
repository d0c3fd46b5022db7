#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds spellings near a query: first by keys, then by a fast edit distance; the best few go on.
///
/// Buffers are kept from query to query, so one value serves one thread.
final class CandidateSearch {
    struct Found {
        var form: UInt32
        var reading: UInt8
        /// Twice the fast edit distance, and what the signatures differ in.
        var rank: UInt8
    }

    /// One reading of the query, made ready.
    private struct Pattern {
        var full = BitDistance()
        var core = BitDistance()
        var fullSignature: UInt32 = 0
        var coreSignature: UInt32 = 0
        var hasParts = false
        var limit = 0
    }

    private static let ranks = 96

    let index: NameIndex
    private let keys: IndexKeys
    private let seen: UnsafeMutablePointer<UInt32>
    private var epoch: UInt32 = 0
    private var patterns: [Pattern] = []
    private var byBound: [[UInt32]] = Array(repeating: [], count: ranks + 1)
    private var probes: [UInt64] = []
    private(set) var looked = 0

    init(index: NameIndex, rules: MatchingRules) {
        self.index = index
        keys = IndexKeys(rules: rules)
        // Left to the system to zero, page by page, when touched.
        seen = calloc(Int(index.header.formCount) + 1, 4)!.assumingMemoryBound(to: UInt32.self)
    }

    deinit {
        keys.deallocate()
        free(seen)
        for pattern in patterns {
            pattern.full.deallocate()
            pattern.core.deallocate()
        }
    }

    func skeleton(_ sounds: UnsafePointer<Sound>, _ count: Int) -> Skeleton { keys.skeleton(sounds, count) }

    /// The spellings nearest to any of the readings, about `limit`, the nearest first.
    ///
    /// What the keys bring is ordered by a bound that the signatures give; edit distances are taken in that order, until
    /// no spelling that is left can be among the nearest.
    ///
    /// - Parameter admits: says whether a place may be meant at all; nil admits all.
    func search(
        _ readings: [NameReading], letterHashes: [UInt64], limit: Int, admits: ((Int) -> Bool)?,
        into result: inout [Found]
    ) {
        result.removeAll(keepingCapacity: true)
        looked = 0
        var counts = [Int](repeating: 0, count: Self.ranks + 1)
        var cutoff = readings.reduce(0) { max($0, min(Self.ranks, 12 + $1.full.count)) }
        var within = 0
        for (number, reading) in readings.enumerated() {
            prepare(number, reading)
            let pattern = patterns[number]
            collect(reading, number < letterHashes.count ? letterHashes[number] : 0, pattern, cutoff)
            for bound in 0...Self.ranks where bound <= cutoff {
                for form in byBound[bound] {
                    let rank = Self.rank(form, index, pattern, cutoff)
                    if rank > cutoff { continue }
                    if let admits, !isAdmitted(form, admits) { continue }
                    result.append(Found(form: form, reading: UInt8(number), rank: UInt8(rank)))
                    counts[rank] += 1
                    within += 1
                    // Enough nearer ones are known: the farthest rank is of no use any more.
                    while within - counts[cutoff] >= limit {
                        within -= counts[cutoff]
                        cutoff -= 1
                    }
                }
            }
        }
        result.removeAll { Int($0.rank) > cutoff }
        // Names that many places bear in many spellings fill the last rank: cut it.
        if result.count > 2 * limit {
            result.sort { ($0.rank, $0.form) < ($1.rank, $1.form) }
            let near = result.firstIndex { $0.rank > 0 } ?? result.count
            result.removeLast(result.count - max(2 * limit, min(near, 8 * limit)))
        }
    }

    /// Spellings under the keys of a reading, by the least rank that they can have.
    private func collect(_ reading: NameReading, _ letterHash: UInt64, _ pattern: Pattern, _ cutoff: Int) {
        for bound in byBound.indices { byBound[bound].removeAll(keepingCapacity: true) }
        nextEpoch()
        probes.removeAll(keepingCapacity: true)
        keys.forEach(of: reading) { probes.append($0) }
        if letterHash != 0 { probes.append(IndexKeys.letters(letterHash)) }
        let shift = UInt64(64 - index.header.bucketBits)
        let (buckets, postings, signatures, seen, epoch) = (
            index.buckets, index.postings, index.signatures, self.seen, self.epoch
        )
        for key in probes {
            let bucket = Int(key >> shift)
            let end = Int(buckets[bucket + 1])
            looked += end - Int(buckets[bucket])
            for place in Int(buckets[bucket])..<end {
                let form = postings[place]
                if seen[Int(form)] == epoch { continue }
                seen[Int(form)] = epoch
                let signature = signatures[Int(form)]
                var bound = SoundSignature.leastRank(signature.full, pattern.fullSignature)
                if pattern.hasParts || signature.core != signature.full {
                    bound = min(bound, SoundSignature.leastRank(signature.core, pattern.coreSignature) + 1)
                }
                if bound <= cutoff { byBound[bound].append(form) }
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

    private func nextEpoch() {
        epoch &+= 1
        if epoch == 0 {
            seen.update(repeating: 0, count: Int(index.header.formCount))
            epoch = 1
        }
    }

    private func prepare(_ number: Int, _ reading: NameReading) {
        while patterns.count <= number { patterns.append(Pattern()) }
        patterns[number].full.setPattern(reading.full, like: keys.likeTable)
        patterns[number].core.setPattern(reading.core, like: keys.likeTable)
        patterns[number].fullSignature = signature(reading.full)
        patterns[number].coreSignature = signature(reading.core)
        patterns[number].hasParts = reading.generics != 0 || reading.modifiers != 0
        patterns[number].limit = max(2, min(12, (reading.full.count * 5 + 5) / 10))
    }

    private func signature(_ sounds: [Sound]) -> UInt32 {
        sounds.withUnsafeBufferPointer {
            $0.isEmpty ? 0 : SoundSignature.of($0.baseAddress!, $0.count, like: keys.likeTable)
        }
    }

    private func isAdmitted(_ form: UInt32, _ admits: (Int) -> Bool) -> Bool {
        for name in index.namesOf(form: form) where admits(Int(index.names[name].place)) {
            return true
        }
        return false
    }

    /// How far a spelling is from a reading, or more than `cutoff`.
    @inline(__always)
    private static func rank(_ number: UInt32, _ index: NameIndex, _ pattern: Pattern, _ cutoff: Int) -> Int {
        let form = index.forms + Int(number)
        let signature = index.signatures[Int(number)]
        let count = Int(form.pointee.fullCount)
        if count == 0 { return 0 }
        let full = index.sounds + Int(form.pointee.offset) + Int(form.pointee.letterCount)
        let coreIsFull = form.pointee.flags & FormRecord.coreIsFull != 0
        var best = Int.max
        if SoundSignature.leastRank(signature.full, pattern.fullSignature) <= cutoff {
            let distance = pattern.full.distance(to: full, count)
            if distance <= pattern.limit {
                best = 2 * distance + (signature.full ^ pattern.fullSignature).nonzeroBitCount
            }
        }
        if coreIsFull && !pattern.hasParts { return best }
        if SoundSignature.leastRank(signature.core, pattern.coreSignature) + 1 <= cutoff {
            let core = coreIsFull ? full : full + count
            let distance = pattern.core.distance(to: core, Int(form.pointee.coreCount))
            // Words set apart that differ count a little.
            if distance <= pattern.limit {
                best = min(best, 2 * distance + (signature.core ^ pattern.coreSignature).nonzeroBitCount + 1)
            }
        }
        return best
    }
}
