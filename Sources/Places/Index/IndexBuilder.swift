/// Collects places and names, and lays them out as the bytes of an index.
///
/// Deterministic: the same input in the same order gives the same bytes. Places can be merged before the layout; see
/// ``PlaceMerger``.
package final class IndexBuilder {
    let rules: MatchingRules
    private let reader: SoundReader
    let keys: IndexKeys
    private let folded = FoldedText()
    private var reading = NameReading()

    var places: [PlaceRecord] = []
    var details: [PlaceDetails] = []
    /// In the order in which they came; `place` is the number given by ``addPlace(_:)``.
    var names: [NameRecord] = []
    /// The form of each name; ``noForm`` for names without a letter.
    var nameForms: [UInt32] = []
    var forms: [FormRecord] = []
    var signatures: [FormSignature] = []
    var text: [UInt8] = []
    var sounds: [UInt8] = []
    /// The upper half of a key, and the form that is filed under it.
    var postings: [UInt64] = []
    /// Which places are one: the first of them, by number. Empty where nothing was merged.
    var leaders: [UInt32] = []
    /// The row that gives a merged place its id, name and spot, by ``leaders``; the leader where none is noted.
    var shown: [Int: Int] = [:]
    /// Gazetteers whose rows somebody has looked at: each is a place of its own.
    var settled: Set<String> = []
    /// Pairs that may be one place, left apart.
    var doubles: [(Int, Int)] = []
    /// Names of districts and regions by id, where the gazetteer lists them as places of their own.
    package var unitNames: [String: String] = [:]
    /// What to say of the whole, such as its sources and their licences; a line each.
    package var notes: [String] = []
    /// Rows that were merged into others in the indexes that places come from.
    var mergedBefore = 0
    private var languagePlace = -1
    private var placeLanguages = SIMD4<UInt64>()
    var languages: [String] = [""]
    private var languageNumbers: [String: UInt8] = ["": 0]
    private var formSlots: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var formHashes: [UInt64] = []
    private var formNumbers: [UInt32] = []

    static let noForm = UInt32.max

    package init(rules: MatchingRules = .standard) {
        self.rules = rules
        reader = SoundReader(letters: rules.letters, spellings: rules.spellings)
        keys = IndexKeys(rules: rules)
    }

    deinit { keys.deallocate() }

    package var placeCount: Int { places.count }
    package var nameCount: Int { names.count }

    /// Adds a place and returns its number, for ``addName(_:of:language:kind:)``. Its main name must be added as well.
    package func addPlace(_ place: GazetteerPlace) -> Int {
        var record = PlaceRecord()
        record.latitude = Int32((place.latitude * 1e7).rounded())
        record.longitude = Int32((place.longitude * 1e7).rounded())
        record.population = UInt32(clamping: place.population)
        record.region = Self.shortHash(place.region)
        record.county = Self.shortHash(place.county)
        record.kind = place.kind.rawValue
        record.text = UInt32(text.count)
        record.idLength = append(place.id, limit: 255)
        record.secondIDLength = append(place.secondID, limit: 255)
        let start = text.count
        text.append(contentsOf: place.name.prefix(Self.nameLimit))
        record.nameLength = UInt16(text.count - start)
        places.append(record)
        details.append(place.details)
        return places.count - 1
    }

    /// Longer names are cut.
    static let nameLimit = 1000

    private static func shortHash(_ id: [UInt8]) -> UInt32 {
        id.isEmpty
            ? 0 : id.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: Hash.bytes($0.baseAddress!, $0.count)) | 1 }
    }

    private func append(_ bytes: [UInt8], limit: Int) -> UInt8 {
        text.append(contentsOf: bytes.prefix(limit))
        return UInt8(min(bytes.count, limit))
    }

    /// Adds a name of a place. Names without any letter are kept, and found by nothing.
    package func addName(_ name: UnsafeBufferPointer<UInt8>, of place: Int, language: String, kind: GazetteerName.Kind)
    {
        addName(name, of: place, language: languageNumber(language), kind: kind)
    }

    /// - Parameter ifNewForm: leave out what the name before says already, such as the same without its accents.
    func addName(
        _ name: UnsafeBufferPointer<UInt8>, of place: Int, language: UInt8, kind: GazetteerName.Kind,
        ifNewForm: Bool = false
    ) {
        if name.isEmpty { return }
        reader.read(name, into: folded)
        let form = folded.letterCount > 0 ? form() : Self.noForm
        if ifNewForm, form == nameForms.last, names.last?.place == UInt32(place) { return }
        if places[place].nameCount < .max { places[place].nameCount += 1 }
        if place != languagePlace {
            languagePlace = place
            placeLanguages = SIMD4()
        }
        let bit = UInt64(1) << UInt64(language & 63)
        if placeLanguages[Int(language >> 6)] & bit == 0 {
            placeLanguages[Int(language >> 6)] |= bit
            if places[place].languageCount < .max { places[place].languageCount += 1 }
        }
        var record = NameRecord()
        record.place = UInt32(place)
        record.textLength = UInt16(min(name.count, Self.nameLimit))
        record.text = offset(of: name, of: place)
        record.language = language
        record.kind = kind.rawValue
        names.append(record)
        nameForms.append(form)
    }

    /// Where the text of a name stands: with its place, where it is the main name.
    private func offset(of name: UnsafeBufferPointer<UInt8>, of place: Int) -> UInt32 {
        let record = places[place]
        let main = Int(record.text) + Int(record.idLength) + Int(record.secondIDLength)
        if name.count == Int(record.nameLength), text[main..<(main + name.count)].elementsEqual(name) {
            return UInt32(main)
        }
        defer { text.append(contentsOf: name.prefix(Self.nameLimit)) }
        return UInt32(text.count)
    }

    func languageNumber(_ language: String) -> UInt8 {
        if let number = languageNumbers[language] { return number }
        guard languages.count < 255, !language.utf8.contains(10) else { return 0 }
        languages.append(language)
        languageNumbers[language] = UInt8(languages.count - 1)
        return UInt8(languages.count - 1)
    }

    /// The form of the folded name, filed under its keys when it is new.
    private func form() -> UInt32 {
        var hash = folded.letterHash
        for word in folded.words { hash = Hash.mix(hash ^ UInt64(word.letterEnd)) }
        if (formHashes.count + 1) * 2 > formSlots.count { growSlots() }
        var slot = Int(hash & UInt64(formSlots.count - 1))
        while formSlots[slot] != 0 {
            let known = Int(formSlots[slot] - 1)
            if formHashes[known] == hash { return formNumbers[known] }
            slot = (slot + 1) & (formSlots.count - 1)
        }
        let number = UInt32(forms.count)
        formHashes.append(hash)
        formNumbers.append(number)
        formSlots[slot] = UInt32(formHashes.count)
        rules.findRoles(folded)
        rules.reading(folded, words: 0..<folded.words.count, into: &reading)
        append(reading, flags: 0, parent: 0, withLetters: true)
        postings.append(pack(IndexKeys.letters(folded.letterHash), number))
        for two in [false, true] {
            keys.forEachLetters(folded.letters, folded.letterCount, leavingOutTwo: two) {
                postings.append(pack($0, number))
            }
        }
        for part in NameParts.parts(of: folded) {
            rules.reading(folded, words: part, into: &reading)
            if NameParts.isName(reading, keys) {
                append(reading, flags: FormRecord.part, parent: number, withLetters: false)
            }
        }
        return number
    }

    /// Writes a spelling and files it under its keys.
    private func append(_ reading: NameReading, flags: UInt8, parent: UInt32, withLetters: Bool) {
        let number = UInt32(forms.count)
        var record = FormRecord()
        record.offset = UInt32(sounds.count)
        record.firstName = parent
        record.letterCount = withLetters ? UInt8(folded.letterCount) : 0
        record.fullCount = UInt8(reading.full.count)
        record.coreCount = UInt8(reading.core.count)
        record.generics = reading.generics
        record.modifiers = reading.modifiers
        record.flags =
            flags | (reading.isArabic ? FormRecord.arabic : 0) | (reading.hasArticle ? FormRecord.article : 0)
        signatures.append(FormSignature(full: signature(reading.full), core: signature(reading.core)))
        if withLetters {
            sounds.append(contentsOf: UnsafeBufferPointer(start: folded.letters, count: folded.letterCount))
        }
        sounds.append(contentsOf: reading.full)
        if reading.core == reading.full {
            record.flags |= FormRecord.coreIsFull
        } else {
            sounds.append(contentsOf: reading.core)
        }
        forms.append(record)
        for leavingOut in [false, true] {
            keys.forEach(of: reading, leavingOut: leavingOut) { postings.append(pack($0, number)) }
        }
    }

    private func signature(_ sounds: [Sound]) -> UInt32 {
        sounds.withUnsafeBufferPointer {
            $0.isEmpty ? 0 : SoundSignature.of($0.baseAddress!, $0.count, like: keys.likeTable)
        }
    }

    private func pack(_ key: UInt64, _ form: UInt32) -> UInt64 { key & 0xFFFF_FFFF_0000_0000 | UInt64(form) }

    private func growSlots() {
        let count = formSlots.count * 2
        formSlots = Array(repeating: 0, count: count)
        for (number, hash) in formHashes.enumerated() {
            var slot = Int(hash & UInt64(count - 1))
            while formSlots[slot] != 0 { slot = (slot + 1) & (count - 1) }
            formSlots[slot] = UInt32(number + 1)
        }
    }

    /// The ids that a row gives, its own first.
    func ids(_ row: Int) -> [String] {
        let record = places[row]
        func string(_ start: Int, _ count: UInt8) -> String {
            String(decoding: text[start..<(start + Int(count))], as: UTF8.self)
        }
        let start = Int(record.text)
        let second = string(start + Int(record.idLength), record.secondIDLength)
        return [string(start, record.idLength)] + (second.isEmpty ? [] : [second]) + details[row].otherIDs
    }

    /// The consonants of a form's core.
    func skeleton(_ form: FormRecord) -> Skeleton {
        let coreIsFull = form.flags & FormRecord.coreIsFull != 0
        return skeleton(
            from: Int(form.offset) + Int(form.letterCount) + (coreIsFull ? 0 : Int(form.fullCount)), form.coreCount)
    }

    /// The consonants of all its words but articles.
    func fullSkeleton(_ form: FormRecord) -> Skeleton {
        skeleton(from: Int(form.offset) + Int(form.letterCount), form.fullCount)
    }

    private func skeleton(from start: Int, _ count: UInt8) -> Skeleton {
        sounds.withUnsafeBufferPointer {
            $0.isEmpty ? Skeleton(bits: 0) : keys.skeleton($0.baseAddress! + start, Int(count))
        }
    }
}
