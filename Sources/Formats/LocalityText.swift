import Geometry
package import Places
import Rows

/// A locality for people.
package enum LocalityText {
    /// Villages shown for each reading.
    static let shown = 6

    package static func text(_ locality: Locality, in gazetteer: Gazetteer) -> String {
        var out = "\(printable(locality.expression.text))\n"
        line("understood", understood(locality.expression), &out)
        guard !locality.readings.isEmpty else { return out }
        if locality.status == .ambiguous {
            line("unsure", "the names may mean several places: \(printable(locality.reason))", &out)
        }
        for (number, reading) in locality.readings.enumerated() {
            // What is a twentieth as likely is left to the machine forms.
            guard number == 0 || locality.status == .ambiguous || reading.probability >= 0.05 else { break }
            if locality.readings.count > 1 {
                let anchors = reading.anchors.map { label(gazetteer.places[$0]) }
                out +=
                    "\n  from \(anchors.joined(separator: " and ")), probability "
                    + "\(Decimals.fixed(reading.probability, decimals: 2))\n"
            }
            self.reading(reading, locality, gazetteer, &out)
        }
        return out
    }

    private static func reading(
        _ reading: Locality.Reading, _ locality: Locality, _ gazetteer: Gazetteer, _ out: inout String
    ) {
        switch reading.named {
        case .inside(let index)?:
            let place = gazetteer.places[index]
            let distance = Geodesic.distanceInMetres(reading.region.centre, place.coordinate)
            line(
                "place",
                "\(label(place)) at \(point(place.coordinate)): of that name, and in the region, "
                    + "\(Distance.text(inMetres: distance)) from its centre", &out)
        case .contradiction(let index, _)?:
            line("contradiction", contradiction(index, reading, locality, gazetteer), &out)
        case .unknown(let reason)?:
            line("unknown", "\"\(printable(locality.expression.named?.name ?? ""))\": \(printable(reason))", &out)
        case nil: break
        }
        let region = reading.region
        line(
            "centre",
            "\(point(region.centre)) within \(Distance.text(inMetres: region.enclosingRadiusInMetres)); region of "
                + "\(Decimals.fixed(region.areaInSquareMetres / 1e6, decimals: 0)) km²", &out)
        line("rule", printable(region.rule.sentence, limit: 400), &out)
        line("source", region.rule.source, &out)
        guard locality.expression.named?.name == nil else { return }
        let settlements = reading.inside
        guard !settlements.isEmpty else { return line("inside", "no place of the gazetteer", &out) }
        for (position, one) in settlements.prefix(shown).enumerated() {
            let place = gazetteer.places[one.placeIndex]
            line(
                position == 0 ? "inside" : "",
                "\(one.probability < 0.005 ? "<.01" : Decimals.fixed(one.probability, decimals: 2))  \(label(place)), \(place.kind.rawValue), "
                    + "\(Distance.text(inMetres: one.distanceToCentreInMetres)) from the centre", &out)
        }
        if settlements.count > shown { line("", "and \(settlements.count - shown) more", &out) }
    }

    /// "Menagh lies 37.4 km NW of Aleppo, not 16 km N".
    package static func contradiction(
        _ index: Int, _ reading: Locality.Reading, _ locality: Locality, _ gazetteer: Gazetteer
    ) -> String {
        let place = gazetteer.places[index]
        let anchor = gazetteer.places[reading.anchors[0]]
        let way = Geodesic.inverse(anchor.coordinate, place.coordinate)
        let outside = reading.region.distanceOutsideInMetres(place.coordinate)
        return "\(label(place)) lies \(Distance.text(inMetres: way.distanceInMetres)) "
            + "\(Distance.compassPoint(azimuthInDegrees: way.azimuthInDegrees)) of \(printable(anchor.name)), "
            + "\(Distance.text(inMetres: outside)) outside the region; stated is \(relation(locality.expression))"
    }

    /// The expression in our own words.
    package static func understood(_ expression: RelativeExpression) -> String {
        let thing = expression.named.map { named in
            let name = named.name.map { "\"\(printable($0))\"" }
            return [name, named.kind.map { "a \($0.rawValue)" }].compactMap { $0 }.joined(separator: ", ") + ": "
        }
        return (thing ?? "") + relation(expression) + (expression.qualifier.map { ", in \"\(printable($0))\"" } ?? "")
    }

    /// `10 km (±500 m) E of "Aazaz"`.
    private static func relation(_ expression: RelativeExpression) -> String {
        let anchors = expression.anchors.map { "\"\(printable($0.text))\"" }
        let points = expression.directions.map(\.rawValue)
        let first = expression.distance.map(distance) ?? ""
        let place = anchors.joined(separator: " and ")
        let road = expression.isByRoad ? " by road" : ""
        let from = expression.isFromEdge ? "the edge of " : ""
        return switch expression.kind {
        case .offset: "\(first)\(road) \(points.joined()) of \(from)\(place)"
        case .orthogonal:
            "\(first) \(points[0]) and \(expression.secondDistance.map(distance) ?? "") \(points[1]) of \(place)"
        case .distance: "\(first)\(road) from \(from)\(place)"
        case .roadDistance: "\(first) along the road from \(anchors.joined(separator: " to "))"
        case .within: "within \(first) of \(place)"
        case .heading: "\(points.joined()) of \(place), no distance"
        case .near: "near \(place)"
        case .outskirts, .countryside, .entrance:
            "the \((points + [expression.kind.rawValue]).joined(separator: " ")) of \(place)"
        case .between: "between \(place)"
        case .halfway: "halfway between \(place)"
        case .road: "on the road from \(anchors.joined(separator: " to "))"
        }
    }

    private static func distance(_ stated: StatedDistance) -> String {
        func number(_ metres: Double) -> String {
            metres < 1000 ? Decimals.shortest(metres, decimals: 0) : Decimals.shortest(metres / 1000, decimals: 2)
        }
        let unit = stated.upperInMetres < 1000 ? "m" : "km"
        let low =
            unit == "km" ? Decimals.shortest(stated.lowerInMetres / 1000, decimals: 2) : number(stated.lowerInMetres)
        let range = stated.lowerInMetres == stated.upperInMetres ? low : "\(low) to \(number(stated.upperInMetres))"
        return (stated.isAbout ? "about " : "")
            + "\(range) \(unit) (±\(Distance.text(inMetres: stated.precisionInMetres)))"
    }

    private static func label(_ place: Place) -> String { "\(printable(place.name)) (\(place.id))" }

    private static func point(_ coordinate: Coordinate) -> String {
        "\(Decimals.shortest(coordinate.longitude, decimals: 5)),\(Decimals.shortest(coordinate.latitude, decimals: 5))"
    }

    private static func line(_ label: String, _ text: String, _ out: inout String) {
        out += "  " + label + String(repeating: " ", count: max(1, 15 - label.count)) + text + "\n"
    }
}
