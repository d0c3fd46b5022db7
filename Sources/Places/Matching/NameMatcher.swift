#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the place that a name in any spelling means.
///
/// Keeps buffers from query to query: one matcher a thread, any number over one ``NameIndex``.
package final class NameMatcher {
    let index: NameIndex
    let rules: MatchingRules
    let model: MatchModel
    let reader: SoundReader
    let search: CandidateSearch
    let scoring: FormScoring
    var letterDistance = LetterDistance()
    /// The names in the query, folded.
    var parts: [FoldedText] = []
    /// The readings of the last query, and the part that each is one of.
    var readings: [NameReading] = []
    var owner: [Int] = []
    let foldedForExact = FoldedText()
    var found: [CandidateSearch.Found] = []
    /// The spellings of the last query that were compared with care.
    var forms: [FormScore] = []
    var places: PlaceSlots
    /// The name that was traced last: its candidates are traced one after the other.
    var tracedQuery: (text: [UInt8], readings: [TracedName])?
    /// So many spellings are compared with care where the name is not listed as it stands.
    package var breadth = 120
    private let queryReadings: QueryReadings

    package init(index: NameIndex, rules: MatchingRules = .standard, model: MatchModel = .standard) {
        self.index = index
        self.rules = rules
        self.model = model
        reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        queryReadings = QueryReadings(rules: rules)
        search = CandidateSearch(index: index, rules: rules)
        scoring = FormScoring(index: index, rules: rules)
        places = PlaceSlots(count: index.placeCount)
    }

    deinit {
        letterDistance.deallocate()
        places.deallocate()
    }

    /// How many spellings the last query looked at, and how many were compared with care.
    package var looked: Int { search.looked }
    package var compared: Int { found.count }

    /// A place with its best spelling, before probabilities.
    struct Scored {
        var place: UInt32
        var name: UInt32
        /// Into `forms`.
        var form: Int32
        /// Relative distance to the nearest name in the other script; infinite where none is near.
        var otherScript: Float = .infinity
        /// What speaks for the place whatever the spelling.
        var prior: Float
        var logit: Float
    }

    /// Every place that comes near, with features and log-odds against none; unsorted.
    func scored(_ text: UnsafeBufferPointer<UInt8>, context: MatchContext) -> [Scored] {
        var written: [FoldedText?] = []
        readings.removeAll(keepingCapacity: true)
        owner.removeAll(keepingCapacity: true)
        let ranges = parts(of: text)
        while parts.count < ranges.count { parts.append(FoldedText()) }
        for (part, range) in ranges.enumerated() {
            let folded = parts[part]
            reader.read(UnsafeBufferPointer(rebasing: text[range]), into: folded)
            if folded.letterCount == 0 { continue }
            for (number, reading) in queryReadings.readings(of: folded).enumerated() {
                readings.append(reading)
                written.append(number == 0 ? folded : nil)
                owner.append(part)
            }
        }
        if readings.isEmpty { return [] }
        search.search(
            readings, written: written, letterDistance: &letterDistance, limit: breadth, admits: context.admits,
            into: &found)
        scoreForms()
        return scoredPlaces(context.admits)
    }

    /// The names in the text; one where it stands in the gazetteer as it is, brackets and all.
    private func parts(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let ranges = QueryParts.split(text)
        guard ranges.count > 1 else { return ranges }
        reader.read(text, into: foldedForExact)
        return search.forms(withLetters: foldedForExact).isEmpty ? ranges : [0..<text.count]
    }
}

/// Where each place stands in the result of the current query.
struct PlaceSlots {
    private struct Slot {
        var epoch: UInt32 = 0
        var at: UInt32 = 0
    }
    private let slots: UnsafeMutablePointer<Slot>
    private let count: Int
    private var epoch: UInt32 = 0

    init(count: Int) {
        self.count = count
        // Left to the system to zero, page by page, when touched.
        slots = calloc(count + 1, MemoryLayout<Slot>.stride)!.assumingMemoryBound(to: Slot.self)
    }

    func deallocate() { free(slots) }

    /// Forgets all places.
    mutating func clear() {
        epoch &+= 1
        if epoch == 0 {
            slots.update(repeating: Slot(), count: count)
            epoch = 1
        }
    }

    @inline(__always)
    subscript(place: UInt32) -> Int? {
        get { slots[Int(place)].epoch == epoch ? Int(slots[Int(place)].at) : nil }
        nonmutating set { slots[Int(place)] = Slot(epoch: epoch, at: UInt32(newValue ?? 0)) }
    }
}
