/// What is in a gazetteer, counted.
package struct GazetteerSummary: Sendable {
    package private(set) var places = 0
    package private(set) var names = 0
    /// The most frequent first.
    package private(set) var kinds: [(name: String, count: Int)] = []
    /// `?` where none is told.
    package private(set) var languages: [(name: String, count: Int)] = []
    /// Places that each gazetteer lists.
    package private(set) var gazetteers: [(name: String, count: Int)] = []
    package private(set) var sharedNames = 0
    package private(set) var doubtfulNames = 0
    package private(set) var merged = 0
    package private(set) var doubles = 0
    package private(set) var notes: [String] = []
    package private(set) var bytes = 0
    /// Of the index: the same for the same content.
    package private(set) var digest = ""

    /// Looks at every place and name once.
    package init(_ gazetteer: Gazetteer) {
        let index = gazetteer.names
        var kinds: [String: Int] = [:]
        var languages: [String: Int] = [:]
        var gazetteers: [String: Int] = [:]
        for number in 0..<gazetteer.count {
            let place = gazetteer.place(at: number)
            kinds[place.kind.rawValue, default: 0] += 1
            names += place.names.count
            for name in place.names { languages[name.language ?? "?", default: 0] += 1 }
            for gazetteer in Set(place.attestations.map(\.gazetteer)) { gazetteers[gazetteer, default: 0] += 1 }
            if !place.doubles.isEmpty { doubles += 1 }
        }
        places = gazetteer.count
        self.kinds = Self.sorted(kinds)
        self.languages = Self.sorted(languages)
        self.gazetteers = Self.sorted(gazetteers)
        sharedNames = SharedNames(index).groups.count
        doubtfulNames = (0..<index.nameCount).count { index.names[$0].kind & NameRecord.doubtful != 0 }
        merged = index.mergedCount
        notes = index.notes
        bytes = index.byteCount
        let digits = String(index.digest, radix: 16)
        digest = String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func sorted(_ counts: [String: Int]) -> [(name: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (name: $0.key, count: $0.value) }
    }
}

/// The names that several places have, in any case, accents and spacing.
struct SharedNames {
    /// The places of each, ascending, and one of its spellings as a name number; in the order of the first place.
    private(set) var groups: [(name: Int, places: [Int])] = []

    /// - Complexity: O(n log n) in the spellings.
    init(_ index: NameIndex) {
        var keys: [(hash: UInt64, form: UInt32)] = []
        for number in 0..<index.formCount where index.forms[number].flags & FormRecord.part == 0 {
            let form = index.forms[number]
            let hash = Hash.bytes(index.sounds + Int(form.offset), Int(form.letterCount))
            keys.append((hash, UInt32(number)))
        }
        keys.sort { ($0.hash, $0.form) < ($1.hash, $1.form) }
        var start = 0
        while start < keys.count {
            var end = start
            var names: [Int] = []
            while end < keys.count, keys[end].hash == keys[start].hash {
                names += index.namesOf(form: keys[end].form)
                end += 1
            }
            start = end
            let places = Set(names.map { Int(index.names[$0].place) })
            if places.count > 1 { groups.append((names.min()!, places.sorted())) }
        }
        groups.sort { ($0.places[0], $0.name) < ($1.places[0], $1.name) }
    }
}
