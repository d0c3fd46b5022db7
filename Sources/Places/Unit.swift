import Geometry

/// A district or another unit that places lie in.
struct Unit {
    private let key: String
    private let area: MultiPolygon?

    /// The unit called `name`: a district named as parent in the gazetteer, or a place that has an area.
    init(_ name: String, gazetteer: Gazetteer) {
        key = Folding(name).keyWithoutArticle
        let folding = Folding(name)
        let found = gazetteer.lookUp(folding)
        var area: MultiPolygon?
        for index in [gazetteer.index(id: name)].compactMap({ $0 }) + (found.equal + found.butArticle).map(\.place) {
            if case .area(let shape) = gazetteer.places[index].shape {
                area = shape
                break
            }
        }
        self.area = area
    }

    func contains(_ place: Place) -> Bool {
        if let parent = place.parent, Folding(parent).keyWithoutArticle == key { return true }
        return area.map { PointInPolygon.contains($0, place.coordinate) } ?? false
    }
}
