import Geometry

/// A district or another unit that places lie in.
struct Unit {
    /// The folded names that its places may give as their parent.
    private let keys: Set<String>
    private let area: MultiPolygon?
    /// Whether any place belongs to a unit of that name.
    let isKnown: Bool

    /// The unit called `name`, in any spelling of the place that it is named after: a district named as parent in the
    /// gazetteer, or a place that has an area.
    init(_ name: String, gazetteer: Gazetteer) {
        let folding = Folding(name)
        let found = gazetteer.lookUp(folding)
        let places = [gazetteer.index(id: name)].compactMap { $0 } + (found.equal + found.butArticle).map(\.place)
        var keys: Set<String> = [folding.keyWithoutArticle]
        var area: MultiPolygon?
        for index in places {
            keys.insert(Folding(gazetteer.places[index].name).keyWithoutArticle)
            if case .area(let shape) = gazetteer.places[index].shape, area == nil { area = shape }
        }
        let parents = Set(Self.names(in: gazetteer).map { Folding($0).keyWithoutArticle })
        self.keys = keys.intersection(parents)
        self.area = area
        isKnown = area != nil || !self.keys.isEmpty
    }

    /// The units that places name as their parent, sorted.
    static func names(in gazetteer: Gazetteer) -> [String] {
        Set(gazetteer.places.compactMap(\.parent)).sorted()
    }

    func contains(_ place: Place) -> Bool {
        if let parent = place.parent, keys.contains(Folding(parent).keyWithoutArticle) { return true }
        return area.map { PointInPolygon.contains($0, place.coordinate) } ?? false
    }
}
