import Geometry

extension IndexBuilder {
    /// Adds a place with its names.
    @discardableResult
    package func add(_ place: Place, gazetteer: String = "") -> Int {
        var row = GazetteerPlace(
            id: Array(place.id.utf8), secondID: Array((place.otherIDs.first ?? "").utf8), name: Array(place.name.utf8),
            kind: place.kind.coarse, latitude: place.coordinate.latitude, longitude: place.coordinate.longitude,
            population: place.population ?? 0, region: Array((place.region?.key ?? "").utf8),
            county: Array((place.district?.key ?? place.parent ?? "").utf8))
        row.details.kind = place.kind
        row.details.uncertaintyInMetres = place.uncertaintyInMetres
        row.details.population = place.population
        row.details.parent = place.parent
        row.details.district = place.district
        row.details.region = place.region
        row.details.shape = place.shape
        row.details.otherIDs = Array(place.otherIDs.dropFirst())
        row.details.sources = place.sources
        row.details.origins = place.origins
        row.details.gazetteer = gazetteer
        row.details.line = place.line
        let number = addPlace(row)
        for name in place.names {
            var text = name.text
            text.withUTF8 { addName($0, of: number, language: name.language ?? "", kind: name.kind) }
        }
        return number
    }
}

extension PlaceUnit {
    /// What tells it from other units: its id, or its name where it has none.
    var key: String { id.isEmpty ? name : id }
}
