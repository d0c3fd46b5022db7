package import Geometry

/// What an answer tells of a place: all but its names, its shape, and who lists it.
package struct PlaceCard: Sendable {
    package var name: String
    package var coordinate: Coordinate
    /// Its own first.
    package var ids: [String]
    package var kind = PlaceKind.other
    package var uncertaintyInMetres = 0.0

    init(name: String, coordinate: Coordinate, ids: [String]) {
        self.name = name
        self.coordinate = coordinate
        self.ids = ids
    }

    init(_ place: Place) {
        self.init(name: place.name, coordinate: place.coordinate, ids: place.ids)
        kind = place.kind
        uncertaintyInMetres = place.uncertaintyInMetres
    }
}
