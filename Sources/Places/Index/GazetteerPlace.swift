import Geometry

/// A place as a gazetteer lists it, on its way into an index. Texts are UTF-8 bytes.
package struct GazetteerPlace {
    /// The kinds that the matcher weighs; ``PlaceKind`` tells them finer.
    package enum Kind: UInt8, Sendable {
        case other = 0
        case country, region, county, locality, neighbourhood
    }

    package var id: [UInt8]
    package var secondID: [UInt8]
    package var name: [UInt8]
    package var kind: Kind
    package var latitude: Double
    package var longitude: Double
    package var population: Int
    package var region: [UInt8]
    package var county: [UInt8]
    /// What only the reader of a place wants to know.
    package var details = PlaceDetails()

    package init(
        id: [UInt8], secondID: [UInt8] = [], name: [UInt8], kind: Kind = .locality, latitude: Double, longitude: Double,
        population: Int = 0, region: [UInt8] = [], county: [UInt8] = []
    ) {
        self.id = id
        self.secondID = secondID
        self.name = name
        self.kind = kind
        self.latitude = latitude
        self.longitude = longitude
        self.population = population
        self.region = region
        self.county = county
    }
}

/// What a gazetteer says of a place beside name, spot and size.
package struct PlaceDetails: Sendable {
    /// Nil: as the coarse kind says.
    package var kind: PlaceKind?
    package var uncertaintyInMetres = 1000.0
    /// Nil where not told, which is not the same as nobody.
    package var population: Int?
    /// The unit named as parent; nil: the district, else the region.
    package var parent: String?
    package var district: PlaceUnit?
    package var region: PlaceUnit?
    package var shape = PlaceShape.point
    /// Ids of the same place elsewhere, without the second id.
    package var otherIDs: [String] = []
    package var sources: [String] = []
    package var origins = PlaceOrigins()
    /// Who gives id and spot.
    package var gazetteer = ""
    package var line = 0

    package init() {}
}

/// What a gazetteer says of a name.
package enum GazetteerName {
    package enum Kind: UInt8, Sendable {
        case preferred = 0
        case variant, other
        /// Wrong, but found in print.
        case misprint

        /// For tables.
        package var word: String {
            switch self {
            case .preferred: "preferred"
            case .variant: "variant"
            case .other: "other"
            case .misprint: "misprint"
            }
        }
    }
}
