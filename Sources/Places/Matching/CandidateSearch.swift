#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds spellings near a query: first by keys, then by fast edit distances; the best few go on.
///
/// Buffers are kept from query to query, so one value serves one thread.
final class CandidateSearch {
    struct Found {
        var form: UInt32
        var reading: UInt8
        /// Twice the fast edit distance, and what the signatures differ in.
        var rank: UInt8

        /// By reading, then by rank, then by form.
        var order: UInt64 { UInt64(reading) << 40 | UInt64(rank) << 32 | UInt64(form) }
    }

    static let ranks = 96
    /// So many spellings beside one that is listed letter for letter.
    static let enoughBesideListed = 24
    /// … and none of a higher rank.
    static let farthestBesideListed = 8

    let index: NameIndex
    let keys: IndexKeys
    let seen: UnsafeMutablePointer<UInt32>
    var epoch: UInt32 = 0
    private var patterns: [CandidatePattern] = []
    var probes: [UInt64] = []
    /// Spellings under the keys with their least rank, as found and in the order of ranks.
    var collected = GrowingBuffer<UInt64>()
    private var ordered = GrowingBuffer<UInt32>()
    /// Where the postings of each probe begin (upper half) and end.
    var spans = GrowingBuffer<UInt64>()
    private let starts = UnsafeMutablePointer<Int>.allocate(capacity: ranks + 2)
    private let counts = UnsafeMutablePointer<Int>.allocate(capacity: ranks + 1)
    var cutoff = 0
    private var within = 0
    /// Keeps the compiler from leaving out what is read ahead.
    var touched: UInt8 = 0
    /// Spellings looked at for the last query.
    var looked = 0

    init(index: NameIndex, rules: MatchingRules) {
        self.index = index
        keys = IndexKeys(rules: rules)
        // Left to the system to zero, page by page, when touched.
        seen = calloc(Int(index.header.formCount) + 1, 4)!.assumingMemoryBound(to: UInt32.self)
    }

    deinit {
        keys.deallocate()
        free(seen)
        for pattern in patterns { pattern.deallocate() }
        collected.deallocate()
        ordered.deallocate()
        spans.deallocate()
        starts.deallocate()
        counts.deallocate()
    }

    func skeleton(_ sounds: UnsafePointer<Sound>, _ count: Int) -> Skeleton { keys.skeleton(sounds, count) }

    /// The spellings nearest to any of the readings, about `limit`.
    ///
    /// What the keys bring is ordered by a bound that the signatures give; edit distances are taken in that order, until
    /// no spelling that is left can be among the nearest.
    ///
    /// - Parameters:
    ///   - written: for each reading the letters of the query, where it is the plain one: typing errors are looked for.
    ///   - admits: says whether a place may be meant at all; nil admits all.
    func search(
        _ readings: [NameReading], written: [FoldedText?], letterDistance: inout LetterDistance, limit: Int,
        admits: ((Int) -> Bool)?, into result: inout [Found]
    ) {
        result.removeAll(keepingCapacity: true)
        looked = 0
        counts.update(repeating: 0, count: Self.ranks + 1)
        cutoff = readings.reduce(0) { max($0, min(Self.ranks, 12 + $1.full.count)) }
        within = 0
        while patterns.count < readings.count { patterns.append(CandidatePattern()) }
        var limit = limit
        var isListed = false
        for number in readings.indices {
            // A name that is listed as it stands is not taken apart.
            if isListed, written[number] == nil { continue }
            patterns[number].set(readings[number], like: keys.likeTable)
            nextEpoch()
            if let folded = written[number] {
                isListed = collectByLetters(folded, number, &letterDistance, admits, &result)
                if isListed {
                    limit = min(limit, Self.enoughBesideListed)
                    cutoff = min(cutoff, Self.farthestBesideListed)
                }
            }
            // First those with all the consonants: what they reach, the many others must undercut. Beside a name that is
            // listed as it stands the others are hardly ever meant.
            for leavingOut in isListed ? [false] : [false, true] {
                collectBySound(readings[number], patterns[number], leavingOut: leavingOut)
                orderByLeastRank()
                take(UInt8(number), patterns[number], limit, admits, &result)
            }
        }
        cut(&result, limit)
    }

    /// Counting sort of what was collected.
    private func orderByLeastRank() {
        starts.update(repeating: 0, count: Self.ranks + 2)
        for place in 0..<collected.count { starts[Int(collected.start[place] >> 32) + 1] += 1 }
        for rank in 0...Self.ranks { starts[rank + 1] += starts[rank] }
        ordered.reserve(collected.count)
        ordered.count = collected.count
        for place in 0..<collected.count {
            let item = collected.start[place]
            let rank = Int(item >> 32)
            ordered.start[starts[rank]] = UInt32(truncatingIfNeeded: item)
            starts[rank] += 1
        }
    }

    private func take(
        _ number: UInt8, _ pattern: CandidatePattern, _ limit: Int, _ admits: ((Int) -> Bool)?,
        _ result: inout [Found]
    ) {
        var place = 0
        var bound = 0
        var warmed = 0
        let (forms, signatures, seen, epoch) = (index.forms, index.signatures, self.seen, self.epoch)
        let (starts, ordered) = (self.starts, self.ordered.start)
        // After the sort, `starts[rank]` is where the next rank begins.
        while bound <= cutoff {
            let end = starts[bound]
            while place < end, bound <= cutoff {
                if place == warmed { warmed = warm(from: place) }
                let form = Int(ordered[place])
                place &+= 1
                if seen[form] == epoch { continue }
                seen[form] = epoch
                let rank = pattern.rank(forms + form, signatures[form], index, cutoff: cutoff)
                if rank > cutoff { continue }
                if let admits, !isAdmitted(UInt32(truncatingIfNeeded: form), admits) { continue }
                result.append(
                    Found(
                        form: UInt32(truncatingIfNeeded: form), reading: number,
                        rank: UInt8(truncatingIfNeeded: rank)))
                count(rank, limit)
            }
            bound &+= 1
        }
    }

    /// Touches the sounds of the spellings that come next, and says up to where: waiting for memory once for each of them
    /// takes longer than comparing them.
    private func warm(from place: Int) -> Int {
        let end = min(place &+ 16, ordered.count)
        let (forms, sounds, seen, ordered) = (index.forms, index.sounds, self.seen, self.ordered.start)
        var sum: UInt8 = 0
        for next in place..<end {
            let number = Int(ordered[next])
            let form = forms + number
            if form.pointee.fullCount == 0 { continue }
            sum &+= sounds[Int(form.pointee.offset) &+ Int(form.pointee.letterCount)]
            sum &+= UInt8(truncatingIfNeeded: seen[number])
        }
        touched = sum
        return end
    }

    /// Once enough nearer ones are known, the farthest rank is of no use any more.
    @inline(__always)
    private func count(_ rank: Int, _ limit: Int) {
        counts[rank] += 1
        within += 1
        while within - counts[cutoff] >= limit {
            within -= counts[cutoff]
            cutoff -= 1
        }
    }

    /// Names that many places bear in many spellings fill the last rank: cut it.
    private func cut(_ result: inout [Found], _ limit: Int) {
        let cutoff = max(2, self.cutoff)
        result.removeAll { Int($0.rank) > cutoff }
        if result.count > 2 * limit {
            result.sort { ($0.rank, $0.form) < ($1.rank, $1.form) }
            let near = result.firstIndex { $0.rank > 0 } ?? result.count
            result.removeLast(result.count - max(2 * limit, min(near, 8 * limit)))
        }
    }

    private func nextEpoch() {
        epoch &+= 1
        if epoch == 0 {
            seen.update(repeating: 0, count: Int(index.header.formCount))
            epoch = 1
        }
    }

    func isAdmitted(_ form: UInt32, _ admits: (Int) -> Bool) -> Bool {
        for name in index.namesOf(form: form) where admits(Int(index.names[name].place)) {
            return true
        }
        return false
    }
}
