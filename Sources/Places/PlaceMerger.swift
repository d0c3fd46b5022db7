import Geometry

/// Finds the rows that are one place, and the pairs that may be.
///
/// Two rows are one place where they lie within 2 km, share a name after folding (or have main names with the same
/// consonants in the same script), are of kinds that go together, and nothing tells them apart:
/// - a word that tells twin villages apart (upper and lower, eastern and western, great and small …) in the main name of
///   only one, or "Mazra'at" in that of only one; or main names that differ in their generic word alone;
/// - a shared name that looks like a neighbour's does not count;
/// - rows of one gazetteer are taken for apart unless their main names are the same, or have the same consonants while
///   another name is the same; rows of a table that somebody keeps, and of an index, always.
///
/// Rows within 2 km that share an id are one place, whatever they are called.
struct PlaceMerger {
    static let reachInMetres = 2000.0

    let builder: IndexBuilder
    let main: [MainForms]
    private let kinds: [PlaceKind]
    private let farm: UInt64

    /// The forms of a place's main names.
    struct MainForms {
        var latin = IndexBuilder.noForm
        var arabic = IndexBuilder.noForm

        func shares(_ other: MainForms) -> Bool {
            latin != IndexBuilder.noForm && latin == other.latin
                || arabic != IndexBuilder.noForm && arabic == other.arabic
        }

        func has(_ form: UInt32) -> Bool { form == latin || form == arabic }
    }

    struct Pair {
        var evidence: Int
        var metres: Double
        var first: Int
        var second: Int
    }

    init(_ builder: IndexBuilder) {
        self.builder = builder
        var main = [MainForms](repeating: MainForms(), count: builder.places.count)
        for (number, name) in builder.names.enumerated() where builder.nameForms[number] != IndexBuilder.noForm {
            let form = builder.nameForms[number]
            let place = Int(name.place)
            let isArabic = builder.forms[Int(form)].flags & FormRecord.arabic != 0
            if isArabic, main[place].arabic == IndexBuilder.noForm, name.kind == 0 { main[place].arabic = form }
            if !isArabic, main[place].latin == IndexBuilder.noForm, name.kind == 0 { main[place].latin = form }
        }
        self.main = main
        kinds = builder.places.indices.map { place in
            let record = builder.places[place]
            return builder.details[place].kind
                ?? (GazetteerPlace.Kind(rawValue: record.kind) ?? .other).kind(population: Int(record.population))
        }
        farm =
            builder.rules.words.words.first { $0.role == .generic && $0.name == "mazraat" }.map { 1 << UInt64($0.bit) }
            ?? 0
    }

    /// Notes in the builder which rows are one place, and which may be.
    ///
    /// - Complexity: O(n log n) in the number of names, and the pairs within reach that share one.
    func merge() {
        let pairs = pairs()
        var leader = Array(builder.places.indices)
        var members: [Int: [Int]] = [:]
        var doubles: Set<[Int]> = []
        for pair in pairs {
            let (a, b) = (leader[pair.first], leader[pair.second])
            if a == b { continue }
            let (left, right) = (members[a] ?? [a], members[b] ?? [b])
            let fitsAll =
                pair.evidence == Self.sameID
                || left.allSatisfy { one in
                    right.allSatisfy { two in areOne(one, two, evidence: pair.evidence) }
                }
            guard fitsAll else {
                if mayBeOne(pair.first, pair.second) { doubles.insert([pair.first, pair.second]) }
                continue
            }
            let (into, from) = (min(a, b), max(a, b))
            members[into] = (left + right).sorted()
            members[from] = nil
            for place in members[into]! { leader[place] = into }
        }
        if !members.isEmpty { builder.leaders = leader.map { UInt32($0) } }
        for (leader, rows) in members { builder.shown[leader] = best(rows) }
        builder.doubles = doubles.map { ($0[0], $0[1]) }.filter { leader[$0.0] != leader[$0.1] }.sorted { $0 < $1 }
    }

    /// All pairs that may be one place, the better known first; nothing is merged. For a look at a gazetteer.
    func pairsToLookAt() -> [(first: Int, second: Int, metres: Double)] {
        var seen: Set<[Int]> = []
        return pairs().filter { seen.insert([$0.first, $0.second]).inserted && mayBeOne($0.first, $0.second) }
            .map { ($0.first, $0.second, $0.metres) }
    }

    private func pairs() -> [Pair] {
        var pairs = pairsByID()
        pairs += pairsByName()
        pairs += pairsBySkeleton()
        pairs.sort { a, b in
            (a.evidence, a.metres, a.first, a.second) < (b.evidence, b.metres, b.first, b.second)
        }
        return pairs
    }

    /// The row that is shown: of the gazetteer named first, the one with the most people, then names.
    private func best(_ rows: [Int]) -> Int {
        let gazetteer = builder.details[rows[0]].gazetteer
        let own = rows.filter { builder.details[$0].gazetteer == gazetteer }
        return own.max { a, b in
            let (one, two) = (builder.places[a], builder.places[b])
            return (one.population, one.nameCount, -a) < (two.population, two.nameCount, -b)
        }!
    }

    /// Rows of several gazetteers, or of one that says the same twice.
    private func areOne(_ a: Int, _ b: Int, evidence: Int) -> Bool {
        guard mayBeOne(a, b) else { return false }
        let gazetteer = builder.details[a].gazetteer
        guard gazetteer == builder.details[b].gazetteer else { return true }
        if builder.settled.contains(gazetteer) { return false }
        return main[a].shares(main[b]) || evidence < 3 && haveSameConsonants(main[a], main[b])
    }

    private func haveSameConsonants(_ one: MainForms, _ two: MainForms) -> Bool {
        for (left, right) in [(one.latin, two.latin), (one.arabic, two.arabic)]
        where left != IndexBuilder.noForm && right != IndexBuilder.noForm {
            let (a, b) = (builder.forms[Int(left)], builder.forms[Int(right)])
            let skeleton = builder.skeleton(a)
            if a.generics == b.generics, skeleton.count >= 3, skeleton == builder.skeleton(b) { return true }
        }
        return false
    }

    private func mayBeOne(_ a: Int, _ b: Int) -> Bool {
        kinds[a].isCompatible(with: kinds[b]) && metres(a, b) <= Self.reachInMetres && !areTwins(a, b)
    }

    /// Told apart by a word that is never free.
    private func areTwins(_ a: Int, _ b: Int) -> Bool {
        let (one, two) = (main[a], main[b])
        var compared = false
        for (left, right) in [(one.latin, two.latin), (one.arabic, two.arabic)]
        where left != IndexBuilder.noForm && right != IndexBuilder.noForm {
            compared = true
            if differ(left, right) { return true }
        }
        if compared { return false }
        for (left, right) in [(one.latin, two.arabic), (one.arabic, two.latin)]
        where left != IndexBuilder.noForm && right != IndexBuilder.noForm {
            if differ(left, right) { return true }
        }
        return false
    }

    private func differ(_ a: UInt32, _ b: UInt32) -> Bool {
        if a == b { return false }
        let (one, two) = (builder.forms[Int(a)], builder.forms[Int(b)])
        if one.modifiers != two.modifiers { return true }
        let generics = one.generics ^ two.generics
        if generics & farm != 0 { return true }
        return generics != 0 && builder.skeleton(one) == builder.skeleton(two)
    }

    func metres(_ a: Int, _ b: Int) -> Double {
        func coordinate(_ place: Int) -> Coordinate {
            Coordinate(
                longitude: Double(builder.places[place].longitude) / 1e7,
                latitude: Double(builder.places[place].latitude) / 1e7)
        }
        return Geodesic.distanceInMetres(coordinate(a), coordinate(b))
    }
}
