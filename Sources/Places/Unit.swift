import Geometry

/// A district or another unit that places lie in.
struct Unit {
    /// The folded names that its places may give as their parent.
    private let keys: Set<String>
    private let area: MultiPolygon?
    /// Whether any place belongs to a unit of that name.
    let isKnown: Bool

    private let id: String

    /// The unit called `name`, in any spelling of the place that it is named after: a district or region that places lie
    /// in, by its id too, or a place that has an area.
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
        let units = Set(Self.names(in: gazetteer).map { Folding($0).keyWithoutArticle })
        self.keys = keys.intersection(units)
        self.area = area
        id = name
        isKnown =
            area != nil || !self.keys.isEmpty
            || gazetteer.places.contains { $0.district?.id == name || $0.region?.id == name }
    }

    /// The units that places lie in, sorted.
    static func names(in gazetteer: Gazetteer) -> [String] {
        var names: Set<String> = []
        for place in gazetteer.places { names.formUnion(Self.units(of: place)) }
        return names.sorted()
    }

    private static func units(of place: Place) -> [String] {
        [place.parent, place.district?.name, place.region?.name].compactMap { $0 }.filter { !$0.isEmpty }
    }

    func contains(_ place: Place) -> Bool {
        if place.district?.id == id || place.region?.id == id { return true }
        if !keys.isEmpty, Self.units(of: place).contains(where: { keys.contains(Folding($0).keyWithoutArticle) }) {
            return true
        }
        return area.map { PointInPolygon.contains($0, place.coordinate) } ?? false
    }
}
