/// Folded spellings → the places that have them: which names are shared.
struct SpellingDictionary: Sendable {
    /// Folded spelling → the names that have it, as (place, position among its names).
    private let byKey: [String: [NameReference]]

    struct NameReference: Sendable {
        let place: Int
        let name: Int
    }

    init(_ places: [Place]) {
        var byKey: [String: [NameReference]] = [:]
        for (index, place) in places.enumerated() {
            for (position, name) in place.names.enumerated() {
                let folding = Folding(name.text)
                let reference = NameReference(place: index, name: position)
                let key = folding.key
                if key.isEmpty { continue }
                byKey[key, default: []].append(reference)
            }
        }
        self.byKey = byKey
    }

    /// The spellings shared by more than one place, sorted.
    var shared: [(key: String, references: [NameReference])] {
        byKey.filter { Set($0.value.map(\.place)).count > 1 }
            .map { (key: $0.key, references: $0.value) }
            .sorted { $0.key < $1.key }
    }
}
