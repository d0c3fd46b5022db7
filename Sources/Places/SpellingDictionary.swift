/// Folded spellings → the places that have them: the look-up of names that are known letter by letter.
struct SpellingDictionary: Sendable {
    private let places: [Place]
    /// Folded spelling → the names that have it, as (place, position among its names).
    private let byKey: [String: [NameReference]]
    private let byKeyWithoutArticle: [String: [NameReference]]

    struct NameReference: Sendable {
        let place: Int
        let name: Int
    }

    init(_ places: [Place]) {
        self.places = places
        var byKey: [String: [NameReference]] = [:]
        var byKeyWithoutArticle: [String: [NameReference]] = [:]
        for (index, place) in places.enumerated() {
            for (position, name) in place.names.enumerated() {
                let folding = Folding(name.text)
                let reference = NameReference(place: index, name: position)
                let key = folding.key
                if key.isEmpty { continue }
                byKey[key, default: []].append(reference)
                byKeyWithoutArticle[folding.keyWithoutArticle, default: []].append(reference)
            }
        }
        self.byKey = byKey
        self.byKeyWithoutArticle = byKeyWithoutArticle
    }

    /// The names that are equal to `folding`, and those equal to it but for an article.
    func lookUp(_ folding: Folding) -> (equal: [NameReference], butArticle: [NameReference]) {
        (byKey[folding.key] ?? [], byKeyWithoutArticle[folding.keyWithoutArticle] ?? [])
    }

    /// The spellings shared by more than one place, sorted.
    var shared: [(key: String, references: [NameReference])] {
        byKey.filter { Set($0.value.map(\.place)).count > 1 }
            .map { (key: $0.key, references: $0.value) }
            .sorted { $0.key < $1.key }
    }

    /// The spellings nearest to `name`, nearest first, each with its place: for "did you mean".
    /// Looks at every name; called only after nothing was found.
    func closest(to name: String, limit: Int) -> [(name: PlaceName, place: Place)] {
        let key = Array(Folding(name).key.utf8)
        guard !key.isEmpty else { return [] }
        // Arabic letters take two bytes, and its words have no vowels to lose: a letter in four may be wrong, not one in
        // three.
        let isArabic = key.contains { $0 >= 0xD8 && $0 <= 0xDB }
        let letters = isArabic ? key.count / 2 : key.count
        let reach = max(1, min(3, letters / (isArabic ? 5 : 3))) * (isArabic ? 2 : 1)
        var best: [Int: (distance: Int, name: Int)] = [:]
        for (known, references) in byKey {
            guard let distance = EditDistanceOfKeys.between(key, known, limit: reach) else { continue }
            for reference in references {
                let entry = (distance: distance, name: reference.name)
                if let old = best[reference.place], (old.distance, old.name) <= (entry.distance, entry.name) {
                    continue
                }
                best[reference.place] = entry
            }
        }
        return best.sorted {
            ($0.value.distance, places[$0.key].name, $0.key) < ($1.value.distance, places[$1.key].name, $1.key)
        }
        .prefix(limit)
        .map { (places[$0.key].names[$0.value.name], places[$0.key]) }
    }
}

extension Gazetteer {
    typealias NameReference = SpellingDictionary.NameReference

    func lookUp(_ folding: Folding) -> (equal: [NameReference], butArticle: [NameReference]) {
        spellings.lookUp(folding)
    }

    package func closestNames(to name: String, limit: Int = 5) -> [(name: PlaceName, place: Place)] {
        spellings.closest(to: name, limit: limit)
    }
}
