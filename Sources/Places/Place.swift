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
}

/// One spelling, with its language as a BCP 47 tag where it is known (`ar`, `tr`, `ar-x-misprint`).
package struct PlaceName: Hashable, Sendable {
    package let text: String
    package let language: String?

    package init(text: String, language: String?) {
        self.text = text
        self.language = language
    }
}

package enum PlaceShape: Sendable {
    case point
    case line([Coordinate])
    case area(MultiPolygon)
}
