import Synchronization

/// Places, over one index of all their names and spots.
///
/// A value is cheap to pass on; what is worked out on demand is shared and safe for any number of threads.
package struct Gazetteer: Sendable {
    /// The index: for the matcher, and for all that needs no whole place.
    package let names: NameIndex
    private let whole: WholePlaces

    /// Over a built index. Places are read from it as they are asked for.
    package init(index: NameIndex) {
        names = index
        whole = WholePlaces(index: index, known: nil)
    }

    /// Over places in memory; their index is built at once, in some microseconds a name. Ids are unique; the reader sees
    /// to it.
    package init(places: [Place]) {
        let builder = IndexBuilder()
        for place in places { builder.add(place) }
        do {
            names = try NameIndex(bytes: builder.finish())
        } catch {
            preconditionFailure("an index just built cannot be opened: \(error.sentence)")
        }
        whole = WholePlaces(index: names, known: places)
    }

    package var count: Int { names.placeCount }

    /// All places, by number. Made once, when first asked for: O(places and names), about a second for a million.
    package var places: [Place] { whole.all }

    /// One place, without making the others.
    package func place(at index: Int) -> Place { whole.place(index) }

    /// What an answer tells of one place.
    package func card(at index: Int) -> PlaceCard { whole.card(index) }

    /// The place of that id, in this gazetteer's numbering or in another that it knows.
    package func place(id: String) -> Place? {
        index(id: id).map { place(at: $0) }
    }

    package func index(id: String) -> Int? { names.number(id: id) }

    /// The spellings of today's exact look-up; made when first asked for.
    var spellings: SpellingDictionary { whole.spellings }
}

/// What a gazetteer makes on demand, once.
private final class WholePlaces: Sendable {
    private let index: NameIndex
    private let known: [Place]?
    private let made = Mutex<[Place]?>(nil)
    private let dictionary = Mutex<SpellingDictionary?>(nil)

    init(index: NameIndex, known: [Place]?) {
        self.index = index
        self.known = known
    }

    var all: [Place] {
        if let known { return known }
        return made.withLock { made in
            if let made { return made }
            let places = (0..<index.placeCount).map { index.wholePlace($0) }
            made = places
            return places
        }
    }

    func place(_ number: Int) -> Place { known?[number] ?? index.wholePlace(number) }

    func card(_ number: Int) -> PlaceCard { known.map { PlaceCard($0[number]) } ?? index.card(number) }

    var spellings: SpellingDictionary {
        let all = self.all
        return dictionary.withLock { made in
            if let made { return made }
            let dictionary = SpellingDictionary(all)
            made = dictionary
            return dictionary
        }
    }
}
