/// A place as a gazetteer lists it, on its way into an index. Texts are UTF-8 bytes.
package struct GazetteerPlace {
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

/// What a gazetteer says of a name.
package enum GazetteerName {
    package enum Kind: UInt8, Sendable {
        case preferred = 0
        case variant, other
    }
}
