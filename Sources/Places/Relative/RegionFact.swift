import Rows

/// Why an expression that was understood gives no region.
package enum RegionFact: Error, ProblemFact, Equatable {
    case crossesDateLine
    case sameAnchors(name: String)
    /// A road has no one place to count from.
    case countedFromRoad(name: String)
    case beyondTheRoad(statedInKilometres: Double, roadInKilometres: Double)
    case noShape

    package var code: String {
        switch self {
        case .crossesDateLine: "crosses-date-line"
        case .sameAnchors: "same-anchors"
        case .countedFromRoad: "counted-from-road"
        case .beyondTheRoad: "beyond-the-road"
        case .noShape: "no-shape"
        }
    }

    package var sentence: String {
        switch self {
        case .crossesDateLine:
            "the region would reach a pole or lie on both sides of longitude 180, which cannot be drawn; give a point or a "
                + "smaller distance"
        case .sameAnchors(let name): "both ends are \(printable(name)); expected two places"
        case .countedFromRoad(let name):
            "\(printable(name)) is a road: nothing can be counted from it; say near it, or name a place on it"
        case .beyondTheRoad(let stated, let road):
            "\(Decimals.shortest(stated, decimals: 1)) km along a road of \(Decimals.shortest(road, decimals: 1)) km; are the "
                + "two ends right?"
        case .noShape: "the region has no inside; are the two places one?"
        }
    }
}
