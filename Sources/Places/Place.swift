package import Geometry

/// A named place of a gazetteer.
package struct Place: Sendable {
    /// Its id with the prefix of who gave it: `gn:168742`, `ocha:C1672`, `fl:` for ours.
    package let id: String
    /// The name to show.
    package let name: String
    /// Every spelling known, the shown one first.
    package let names: [PlaceName]
    package let coordinate: Coordinate
    /// Within this distance of `coordinate` the place is to be found.
    package let uncertaintyInMetres: Double
    package let kind: PlaceKind
    /// The unit that it belongs to, usually the district.
    package let parent: String?
    package let population: Int?
    /// The course of a road or the outline of a canton; a point for all else.
    package let shape: PlaceShape
    /// The same place in other gazetteers.
    package let otherIDs: [String]
    package let sources: [String]
    /// The line of the gazetteer file where it stands.
    package let line: Int
    package var district: PlaceUnit?
    package var region: PlaceUnit?
    /// What each gazetteer that was merged gives as id and spot; empty where there was one only.
    package var attestations: [Attestation] = []
    /// Ids of places that may be this one again.
    package var doubles: [String] = []
    package var origins = PlaceOrigins()

    package init(
        id: String, name: String, names: [PlaceName], coordinate: Coordinate, uncertaintyInMetres: Double,
        kind: PlaceKind, parent: String?, population: Int?, shape: PlaceShape, otherIDs: [String], sources: [String],
        line: Int
    ) {
        self.id = id
        self.name = name
        self.names = names
        self.coordinate = coordinate
        self.uncertaintyInMetres = uncertaintyInMetres
        self.kind = kind
        self.parent = parent
        self.population = population
        self.shape = shape
        self.otherIDs = otherIDs
        self.sources = sources
        self.line = line
    }

    /// All ids, its own first.
    package var ids: [String] { [id] + otherIDs }
}

/// A district or region that a place lies in; `name` or `id` may be empty.
package struct PlaceUnit: Hashable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// Where a table has what it says of a place, and since when and where the name is used; each may be empty.
package struct PlaceOrigins: Hashable, Sendable {
    /// Who gives the name that is shown.
    package var name = ""
    /// Who gives the spot or the shape.
    package var position = ""
    /// The year or the day from which on the place is so called.
    package var start = ""
    /// Two-letter codes of countries, with semicolons.
    package var countries = ""

    package init() {}
}

/// That one gazetteer lists the place.
package struct Attestation: Hashable, Sendable {
    package let id: String
    /// The gazetteer's name, such as `GeoNames`; may be empty.
    package let gazetteer: String
    package let coordinate: Coordinate

    package init(id: String, gazetteer: String, coordinate: Coordinate) {
        self.id = id
        self.gazetteer = gazetteer
        self.coordinate = coordinate
    }
}

package enum PlaceShape: Sendable {
    case point
    case line([Coordinate])
    case area(MultiPolygon)
}
