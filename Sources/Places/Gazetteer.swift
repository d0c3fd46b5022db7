/// Places with an index over all their spellings.
package struct Gazetteer: Sendable {
    package let places: [Place]
    /// All spellings, for the matcher; its places have the numbers of `places`.
    let names: NameIndex
    private let indexOfID: [String: Int]
    /// Folded spelling → the names that have it, as (place, position among its names).
    private let byKey: [String: [NameReference]]
    private let byKeyWithoutArticle: [String: [NameReference]]

    struct NameReference: Sendable {
        let place: Int
        let name: Int
    }

    /// Indexes `places`. Ids are unique; the reader sees to it. Linear in the number of names.
    package init(places: [Place]) {
        self.places = places
        names = Self.names(of: places)
        var indexOfID: [String: Int] = [:]
        var byKey: [String: [NameReference]] = [:]
        var byKeyWithoutArticle: [String: [NameReference]] = [:]
        for (index, place) in places.enumerated() {
            indexOfID[place.id] = index
            for (position, name) in place.names.enumerated() {
                let folding = Folding(name.text)
                let reference = NameReference(place: index, name: position)
                let key = folding.key
                if key.isEmpty { continue }
                byKey[key, default: []].append(reference)
                byKeyWithoutArticle[folding.keyWithoutArticle, default: []].append(reference)
            }
        }
        for (index, place) in places.enumerated() {
            for id in place.otherIDs where indexOfID[id] == nil { indexOfID[id] = index }
        }
        self.indexOfID = indexOfID
        self.byKey = byKey
        self.byKeyWithoutArticle = byKeyWithoutArticle
    }

    /// The place of that id, in this gazetteer's numbering or in another that it knows.
    package func place(id: String) -> Place? {
        index(id: id).map { places[$0] }
    }

    package func index(id: String) -> Int? { indexOfID[id] }

    /// The place of that number.
    package func place(at index: Int) -> Place { places[index] }

    /// The names that are equal to `folding`, and those equal to it but for an article.
    func lookUp(_ folding: Folding) -> (equal: [NameReference], butArticle: [NameReference]) {
        (byKey[folding.key] ?? [], byKeyWithoutArticle[folding.keyWithoutArticle] ?? [])
    }

    /// The spellings shared by more than one place, sorted.
    var sharedKeys: [(key: String, references: [NameReference])] {
        byKey.filter { Set($0.value.map(\.place)).count > 1 }
            .map { (key: $0.key, references: $0.value) }
            .sorted { $0.key < $1.key }
    }
}
