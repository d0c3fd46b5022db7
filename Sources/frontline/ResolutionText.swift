import Geometry
import Places
import Rows

/// A resolution in words.
enum ResolutionText {
    static func failure(_ name: String, _ resolution: Resolution, in gazetteer: Gazetteer) -> String {
        switch resolution.status {
        case .resolved: return ""
        case .error: return resolution.reason
        case .ambiguous:
            let names = resolution.candidates.prefix(5).map { label(gazetteer.place(at: $0.placeIndex)) }
            return "\"\(printable(name))\" could be \(names.joined(separator: " or ")): \(resolution.reason)"
        case .notFound:
            let names = resolution.suggestions.prefix(5).map { candidate in
                let place = gazetteer.place(at: candidate.placeIndex)
                let spelling = candidate.spelling.text
                return spelling == place.name ? place.name : "\(printable(spelling)) = \(place.name)"
            }
            let near = names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", "))?"
            return "no place named \"\(printable(name))\": \(resolution.reason)\(near)"
        }
    }

    /// `"Kafrah": same spelling`, or the rules that made the spellings one.
    static func spelling(_ candidate: Resolution.Candidate, of name: String, by resolver: Resolver) -> String {
        let spelling = "\"\(printable(candidate.spelling.text))\""
        guard candidate.rule == .spelling else { return "\(spelling): \(candidate.rule.sentence)" }
        return "\(spelling): \(printable(resolver.trace(name, candidate).told.joined(separator: "; "), limit: 400))"
    }

    static func label(_ place: Place) -> String { "\(place.name) (\(place.id))" }

    /// `Kafrah (كفرة), village, Aazaz`.
    static func title(_ place: Place) -> String {
        let arabic = place.names.first { $0.language == "ar" }.map { " (\($0.text))" } ?? ""
        return printable(place.name + arabic) + ", \(place.kind.rawValue)"
            + (place.parent.map { ", \(printable($0))" } ?? "")
    }

    /// `37.16275,36.56661 within 200 m   gn:168742 ocha:C1672`.
    static func position(_ place: Place) -> String {
        let point =
            "\(Decimals.shortest(place.coordinate.longitude, decimals: 5)),"
            + Decimals.shortest(place.coordinate.latitude, decimals: 5)
        let within = " within \(Distance.text(inMetres: place.uncertaintyInMetres))"
        return point + within + "   " + ([place.id] + place.otherIDs).joined(separator: " ")
    }
}
