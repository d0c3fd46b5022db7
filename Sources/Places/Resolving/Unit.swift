import Geometry

/// A governorate, a district or another unit that places lie in.
struct Unit: Sendable {
    /// By place number, whether the place lies in it.
    private let members: [Bool]
    /// Whether any place does.
    let isKnown: Bool

    /// The unit called `name`: one that places name as parent, district or region, by its name in any spelling that the
    /// gazetteer lists or by its id; or a place that has an area. O(places), once.
    ///
    /// - Parameter namesakes: the places that bear the name.
    init(_ name: String, namesakes: [Int], gazetteer: Gazetteer) {
        var keys: Set<String> = [Folding(name).keyWithoutArticle]
        var ids: Set<String> = [name]
        var area: MultiPolygon?
        for index in [gazetteer.index(id: name)].compactMap({ $0 }) + namesakes {
            let place = gazetteer.place(at: index)
            keys.insert(Folding(place.name).keyWithoutArticle)
            ids.formUnion([place.id] + place.otherIDs)
            if case .area(let shape) = place.shape, area == nil { area = shape }
        }
        var isOne: [String: Bool] = [:]
        func isNamed(_ unit: String) -> Bool {
            if let known = isOne[unit] { return known }
            let answer = keys.contains(Folding(unit).keyWithoutArticle)
            isOne[unit] = answer
            return answer
        }
        let outline = area
        members = gazetteer.places.map { place in
            if let parent = place.parent, isNamed(parent) { return true }
            for unit in [place.district, place.region].compactMap({ $0 })
            where ids.contains(unit.id) || isNamed(unit.name) {
                return true
            }
            return outline.map { PointInPolygon.contains($0, place.coordinate) } ?? false
        }
        isKnown = members.contains(true)
    }

    /// The units that places name, sorted.
    static func names(in gazetteer: Gazetteer) -> [String] {
        var names: Set<String> = []
        for place in gazetteer.places {
            for name in [place.parent, place.district?.name, place.region?.name] where name?.isEmpty == false {
                names.insert(name!)
            }
        }
        return names.sorted()
    }

    func contains(_ number: Int) -> Bool { members[number] }
}
