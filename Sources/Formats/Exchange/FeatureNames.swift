import Reports
import Rows
import Snapshots

/// What people call the features of a map.
struct FeatureNames {
    /// By side, as far as the actors are known or the areas of the map tell.
    private var nameOfSide: [String: String] = [:]

    init(_ map: WrittenMap, _ actors: ActorTable?) {
        if let actors { for side in actors.sides { nameOfSide[side] = Labels(actors: actors).side(side) } }
        for feature in map.features where feature.kind == "control_area" {
            if let side = feature.text("holder"), let name = feature.text("name") { nameOfSide[side] = name }
        }
    }

    /// `front_line` → `Front lines`.
    static func folder(_ kind: String) -> String {
        switch kind {
        case "control_area": "Control areas"
        case "front_line": "Front lines"
        case "likely_front_line": "Likely front lines"
        case "front_segment": "Pieces of front lines"
        case "likely_front_segment": "Pieces of likely front lines"
        case "front_band": "Bands around front lines"
        case "likely_front_band": "Bands around likely front lines"
        case "pocket": "Pockets"
        case "exclave": "Exclaves"
        case "place": "Places"
        case "change": "Land that changed hands"
        case "advance": "Where the line moved"
        case "event": "Places that changed"
        case "disagreement": "Where another map says otherwise"
        default: kind
        }
    }

    func name(_ feature: WrittenMap.Feature) -> String {
        if let name = feature.text("name") { return name }
        for (a, b, mark) in [("left", "right", " – "), ("from", "to", " → "), ("ours", "theirs", " / ")] {
            if let first = feature.text(a), let second = feature.text(b) {
                return holder(first) + mark + holder(second)
            }
        }
        if let sides = sides(feature) { return "Contested: " + sides }
        return (feature.text("holder") ?? feature.text("status")).map(holder) ?? feature.id
    }

    /// `702.1 km², 301 places`; `Islamic State, 1.00 sure`.
    func description(_ feature: WrittenMap.Feature) -> String {
        var parts: [String] = []
        if feature.kind == "place" || feature.kind == "event" {
            let now = feature.text("holder") ?? sides(feature) ?? feature.text("status") ?? ""
            parts.append(
                feature.kind == "event" ? "\(holder(feature.text("from") ?? "")) → \(holder(now))" : holder(now))
            if case .number(let value, let text)? = feature["probability"], value > 0 { parts.append("\(text) sure") }
            if case .bool(true)? = feature["inferred"] { parts.append("from its surroundings") }
        }
        for (key, unit) in [("area_km2", "km²"), ("length_km", "km"), ("places", "places")] {
            if case .number(_, let text)? = feature[key] { parts.append("\(text) \(unit)") }
        }
        if case .number(_, let text)? = feature["report_count"] { parts.append("\(text) reports") }
        return parts.joined(separator: ", ")
    }

    private func sides(_ feature: WrittenMap.Feature) -> String? {
        feature["holders"]?.array.map { $0.compactMap(\.string).map(holder).joined(separator: ", ") }
    }

    private func holder(_ key: String) -> String {
        if let name = nameOfSide[key] { return name }
        if key.hasPrefix("contested:") {
            return "contested: " + KeyList.keys(of: key.dropFirst(10)).map(holder).joined(separator: ", ")
        }
        switch key {
        case "unknown": return "Unknown"
        case "beyond_reach": return "Beyond reach of any place"
        default: return key
        }
    }
}
