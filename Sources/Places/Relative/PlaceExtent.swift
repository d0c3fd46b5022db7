import Geometry

/// How far a place reaches from its coordinate.
package enum PlaceExtent {
    /// People per km² of built-up land, to guess a town's size from its people. Aleppo's 1.6 million give a radius of 8 km;
    /// its built-up edge lies 4 to 12 km from the centre, by how much press distances fall short (`Relative.md`).
    static let peoplePerSquareKilometre = 8000.0

    /// The radius in metres: of an outline the circle of equal area, of a place with people the circle that they fill, else
    /// a guess by its kind.
    package static func radiusInMetres(of place: Place) -> Double {
        if case .area(let area) = place.shape {
            return max(100, (AuthalicArea.area(of: area) / .pi).squareRoot())
        }
        let guess = radiusInMetres(ofKind: place.kind)
        guard let people = place.population, people > 0 else { return guess }
        let filled = (Double(people) / peoplePerSquareKilometre * 1e6 / .pi).squareRoot()
        return max(filled, min(guess, 300))
    }

    /// Ours, by what the words mean; no source gives sizes for the villages of the region.
    static func radiusInMetres(ofKind kind: PlaceKind) -> Double {
        switch kind {
        case .city: 6000
        case .town: 1500
        case .base, .camp, .mountain, .island, .airport, .lake: 1000
        case .village, .quarter, .hill, .plant, .dam, .other, .ruin: 500
        case .hamlet, .farm, .crossing, .prison, .silo, .bridge, .spring: 300
        case .canton, .zone, .district: 10_000
        case .region: 40_000
        case .country: 200_000
        case .valley: 3000
        case .road, .river: 0
        }
    }

    /// Settlements in the order in which readers know them; 0 for what is none.
    static func rank(of place: Place) -> Int {
        switch place.kind {
        case .city: 3
        case .town: 2
        case .village, .quarter, .camp: 1
        case .hamlet: 1
        default: 0
        }
    }
}
