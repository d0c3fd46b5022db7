import Geometry
import Places
import Reports
import Rows
import Snapshots

/// Where the front line moved, as a table for a terminal: the largest sectors, and what the others add up to.
enum AdvanceText {
    static let shown = 12

    /// Empty where no line moved.
    static func text(_ advances: [Advance], _ labels: Labels, _ theatre: Theatre) -> String {
        guard !advances.isEmpty else { return "" }
        var table = TextTable([
            ("front line moved for", .left), ("against", .left), ("km²", .right), ("on km", .right),
            ("by km", .right), ("at most", .right), ("to", .left), ("where", .left),
        ])
        // What was called comes before what is merely likely.
        let sorted = advances.filter { !isByLikelihood($0) } + advances.filter(isByLikelihood)
        for advance in sorted.prefix(shown) {
            let measure = advance.measure
            func kilometres(_ metres: Double?) -> String { metres.map { Decimals.fixed($0 / 1000, decimals: 1) } ?? "" }
            table.add(
                labels.side(advance.to), labels.side(advance.from),
                Decimals.fixed(advance.areaInSquareMetres / 1e6, decimals: 1),
                kilometres(max(measure.lineBeforeInMetres, measure.lineNowInMetres)), kilometres(measure.meanInMetres),
                kilometres(measure.greatestInMetres), direction(advance) ?? "", place(advance, theatre))
        }
        let rest = sorted.dropFirst(shown)
        guard !rest.isEmpty else { return table.text }
        let area = rest.reduce(0) { $0 + $1.areaInSquareMetres } / 1e6
        return table.text + "… and \(rest.count) more, \(Decimals.fixed(area, decimals: 1)) km² together\n"
    }

    /// `NE`; nil for pockets and where the land was taken from several sides.
    static func direction(_ advance: Advance) -> String? {
        advance.measure.azimuthInDegrees.map { Distance.compassPoint(azimuthInDegrees: $0) }
    }

    /// `Kafrah and 2 more`, `1.2 km E of Kafrah` where no place lies in it; what kind of advance, if no plain one.
    static func place(_ advance: Advance, _ theatre: Theatre) -> String {
        var text = ""
        if let nearest = advance.nearest {
            text = theatre.scenario.gazetteer.places[nearest.placeIndex].name
            if advance.places.isEmpty, nearest.distanceInMetres >= 1 {
                text =
                    Distance.text(inMetres: nearest.distanceInMetres) + " "
                    + Distance.compassPoint(azimuthInDegrees: nearest.azimuthInDegrees) + " of " + text
            }
            if advance.places.count > 1 { text += " and \(advance.places.count - 1) more" }
        }
        switch advance.kind {
        case .advance: break
        case .pocketTaken: text += ", a pocket taken"
        case .pocketMade: text += ", a pocket made"
        }
        return isByLikelihood(advance) ? text + ", by likelihood" : text
    }

    private static func isByLikelihood(_ advance: Advance) -> Bool {
        advance.calledAreaInSquareMetres * 2 < advance.areaInSquareMetres
    }
}
