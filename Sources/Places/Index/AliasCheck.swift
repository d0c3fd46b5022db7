import Rows

/// Finds aliases that look as if they belonged to a neighbour: gazetteers are full of them (Menagh among the names of
/// Ma'arrin, next door to Menagh).
///
/// An alias is doubtful when its consonants are unlike those of its place's main name while a place within `reach` has a
/// main name with just these. Renamings (Ayn al-Arab, Kobani) stay undoubted: no neighbour claims them.
struct AliasCheck {
    /// Degrees; about 16 km.
    static let reach = 0.15

    let latitudes: [Double]
    let longitudes: [Double]
    /// Skeletons of each place's main names (as listed first, and the first in Arabic script).
    let main: [[Skeleton]]
    /// Places by cell and skeleton, sorted.
    private var keys: [UInt64] = []
    private var owners: [UInt32] = []

    init(latitudes: [Double], longitudes: [Double], main: [[Skeleton]]) {
        self.latitudes = latitudes
        self.longitudes = longitudes
        self.main = main
        var pairs: [(key: UInt64, owner: UInt32)] = []
        for place in latitudes.indices {
            for skeleton in main[place] { pairs.append((key(skeleton, of: place, 0, 0), UInt32(place))) }
        }
        pairs.sort { ($0.key, $0.owner) < ($1.key, $1.owner) }
        keys = pairs.map(\.key)
        owners = pairs.map(\.owner)
    }

    private func key(_ skeleton: Skeleton, of place: Int, _ up: Int, _ right: Int) -> UInt64 {
        let columns = Int(360 / Self.reach)
        let row = Int((latitudes[place] / Self.reach).rounded(.down)) + up
        // East of the last column comes the first.
        let column = (Int((longitudes[place] / Self.reach).rounded(.down)) + right + 3 * columns) % columns
        return Hash.mix(skeleton.bits ^ Hash.mix(UInt64(UInt32(truncatingIfNeeded: row)) << 32 | UInt64(column)))
    }

    /// A place near `place` whose main name has the consonants of its alias, where its own main names are unlike; nil
    /// where `accepts` takes none.
    func owner(of alias: Skeleton, among place: Int, accepts: (Int) -> Bool) -> Int? {
        let own = main[place]
        guard alias.count >= 3, !own.isEmpty, !own.contains(where: { $0.isNear(alias) }) else { return nil }
        for up in -1...1 {
            for right in -1...1 {
                let key = key(alias, of: place, up, right)
                var at = firstIndex(of: key)
                while at < keys.count, keys[at] == key {
                    let other = Int(owners[at])
                    at += 1
                    if other == place || !main[other].contains(alias) || !accepts(other) { continue }
                    let across = abs(longitudes[other] - longitudes[place])
                    if abs(latitudes[other] - latitudes[place]) <= Self.reach, min(across, 360 - across) <= Self.reach {
                        return other
                    }
                }
            }
        }
        return nil
    }

    private func firstIndex(of key: UInt64) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Skeleton {
    /// Equal, equal without one consonant, or, for long ones, with one consonant changed.
    func isNear(_ other: Skeleton) -> Bool {
        if self == other { return true }
        let (long, short) = count >= other.count ? (self, other) : (other, self)
        if long.count - short.count > 1 || long.count == short.count && count < 5 { return false }
        for place in 0..<long.count {
            let less = long.removing(place)
            if less == short { return true }
            if long.count == short.count {
                for second in 0..<short.count where less == short.removing(second) { return true }
            }
        }
        return false
    }
}

extension Skeleton {
    /// All consonants of the other stand in a row among its own.
    func contains(_ other: Skeleton) -> Bool {
        let (length, part) = (count, other.count)
        guard part > 0, part <= length else { return false }
        let mask = part >= 16 ? UInt64.max : (UInt64(1) << UInt64(4 * part)) - 1
        return (0...(length - part)).contains { bits >> UInt64(4 * $0) & mask == other.bits }
    }
}

extension IndexBuilder {
    /// The consonants of each place's main names: the one listed first, and the first preferred Arabic one.
    private func mainForms() -> [[UInt32]] {
        var main = [[UInt32]](repeating: [], count: places.count)
        for (number, name) in names.enumerated() where nameForms[number] != Self.noForm {
            let place = Int(name.place)
            let isArabic = forms[Int(nameForms[number])].flags & FormRecord.arabic != 0
            if main[place].isEmpty || main[place].count == 1 && isArabic && name.kind == 0 {
                main[place].append(nameForms[number])
            }
        }
        return main
    }

    /// For each name, whether it seems to belong to a neighbour, or is a code rather than a name.
    func doubtfulNames() -> [Bool] {
        zip(doubtfulNameOwners(), names).map { owner, name in owner >= 0 || isCode(name) }
    }

    /// Three or four capital letters, as of an airport, beside a main name in small letters.
    private func isCode(_ name: NameRecord) -> Bool {
        func isCapital(_ letter: UInt8) -> Bool { letter >= 0x41 && letter <= 0x5A }
        let letters = text[Int(name.text)..<(Int(name.text) + Int(name.textLength))]
        guard letters.count == 3 || letters.count == 4, letters.allSatisfy(isCapital) else { return false }
        let place = places[Int(name.place)]
        let main = Int(place.text) + Int(place.idLength) + Int(place.secondIDLength)
        return !text[main..<(main + Int(place.nameLength))].allSatisfy(isCapital)
    }

    /// For each name, the neighbour that it seems to belong to, or -1.
    ///
    /// The neighbour's main name must have the same generic words and modifiers, and nearly the same vowels. Districts
    /// bear the name of their seat; longer and shorter forms of a place's own name are no one else's.
    func doubtfulNameOwners() -> [Int32] {
        let main = mainForms()
        let check = AliasCheck(
            latitudes: places.map { Double($0.latitude) / 1e7 }, longitudes: places.map { Double($0.longitude) / 1e7 },
            main: main.map { $0.map { skeleton(forms[Int($0)]) } })
        let districts = [GazetteerPlace.Kind.country, .region, .county].map(\.rawValue)
        var owners: [Int32] = names.indices.map { number in
            let form = nameForms[number]
            let place = Int(names[number].place)
            if form == Self.noForm || main[place].contains(form) || districts.contains(places[place].kind) { return -1 }
            let alias = forms[Int(form)]
            let owner = check.owner(of: skeleton(alias), among: place) { other in
                // Rows that were merged are no neighbours of each other.
                if !leaders.isEmpty, leaders[other] == leaders[place] { return false }
                return !districts.contains(places[other].kind)
                    && main[other].contains { soundsLike(alias, forms[Int($0)]) }
            }
            guard let owner else { return -1 }
            return isOwn(alias, main[place]) ? -1 : Int32(owner)
        }
        followDoubt(&owners, main)
        return owners
    }

    /// A longer or shorter form of the place's own main names, or nearly one of them.
    private func isOwn(_ alias: FormRecord, _ main: [UInt32]) -> Bool {
        let full = fullSkeleton(alias)
        return main.contains {
            let own = fullSkeleton(forms[Int($0)])
            return full.isNear(own) || own.contains(full) || full.contains(own)
        }
    }

    /// Where a neighbour claims one name of a place, it claims the other spellings of that name too: with منق in the wrong
    /// list stand Menagh and Manaq. They sound like the name that was claimed and unlike the place's own.
    private func followDoubt(_ owners: inout [Int32], _ main: [[UInt32]]) {
        var claimed: [UInt32: [(form: UInt32, owner: Int32)]] = [:]
        for (number, owner) in owners.enumerated() where owner >= 0 {
            claimed[names[number].place, default: []].append((nameForms[number], owner))
        }
        guard !claimed.isEmpty else { return }
        let distance = SoundDistance(rules: rules)
        for number in names.indices where owners[number] < 0 && nameForms[number] != Self.noForm {
            let place = Int(names[number].place)
            guard let wrong = claimed[names[number].place], !main[place].contains(nameForms[number]) else { continue }
            let alias = forms[Int(nameForms[number])]
            let own = main[place].map { cost(alias, forms[Int($0)], distance) }.min() ?? SoundDistance.far
            let nearest = wrong.map { (cost(alias, forms[Int($0.form)], distance), $0.owner) }.min { $0.0 < $1.0 }
            if let (cost, owner) = nearest, cost <= Self.mostForSpelling, 2 * cost < own { owners[number] = owner }
        }
    }

    /// Two names that sound no more different than this may be spellings of one; in hundredths of a wrong letter.
    private static let mostForSpelling: Int32 = 60

    private func cost(_ one: FormRecord, _ other: FormRecord, _ distance: SoundDistance) -> Int32 {
        let (a, b) = (coreSounds(one), coreSounds(other))
        let (first, second) = (one.flags & FormRecord.arabic != 0, other.flags & FormRecord.arabic != 0)
        let pairing: Alphabet.Pairing = first != second ? .mixed : first ? .arabic : .latin
        return a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                guard let left = a.baseAddress, let right = b.baseAddress else { return SoundDistance.far }
                return distance.cost(left, a.count, right, b.count, pairing: pairing, limit: 400)
            }
        }
    }

    /// Names that are one but for a vowel: of one script, with the same generic words and modifiers.
    private func soundsLike(_ one: FormRecord, _ other: FormRecord) -> Bool {
        guard one.generics == other.generics, one.modifiers == other.modifiers,
            one.flags & FormRecord.arabic == other.flags & FormRecord.arabic
        else { return false }
        let (a, b) = (coreGroups(one), coreGroups(other))
        return EditDistance.between(a, b, limit: max(a.count, b.count) >= 6 ? 1 : 0) != nil
    }

    /// The sounds of a form's core in groups, so that a and e are one.
    private func coreGroups(_ form: FormRecord) -> [UInt8] { coreSounds(form).map { keys.likeTable[Int($0)] } }

    private func coreSounds(_ form: FormRecord) -> ArraySlice<UInt8> {
        let coreIsFull = form.flags & FormRecord.coreIsFull != 0
        let start = Int(form.offset) + Int(form.letterCount) + (coreIsFull ? 0 : Int(form.fullCount))
        return sounds[start..<(start + Int(form.coreCount))]
    }
}
