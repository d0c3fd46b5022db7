import Rows

/// The styles of a KML document: one for each look that features have, which is one for each actor and kind of feature.
struct KMLStyles {
    /// In the order in which they came.
    private(set) var looks: [Look] = []
    private var numbers: [Look: Int] = [:]
    /// Of areas, sorted.
    private let holders: [String]

    init(_ map: WrittenMap) {
        let areas = map.features.filter { if case .polygons = $0.shape { true } else { false } }
        holders = Set(areas.compactMap(Self.holder)).sorted()
    }

    /// In the words of simplestyle 1.1.0.
    struct Look: Hashable {
        var fill: String?
        var fillOpacity = 1.0
        var stroke: String?
        var strokeOpacity = 1.0
        var strokeWidth = 1.0
        var marker: String?
        var isLarge = false
    }

    /// What simplestyle has among the properties: told by the style, and by nothing else.
    static let properties: Set<String> = [
        "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "marker-color", "marker-size", "title",
    ]

    /// Whether it has colours of simplestyle.
    static func isStyled(_ feature: WrittenMap.Feature) -> Bool {
        ["fill", "stroke", "marker-color"].contains { feature.text($0)?.hasPrefix("#") ?? false }
    }

    /// `#s3`.
    mutating func reference(_ feature: WrittenMap.Feature) -> String {
        let look = Self.isStyled(feature) ? Look(feature) : Look(feature, colour: colour(feature))
        let number = numbers[look] ?? looks.count
        if number == looks.count {
            looks.append(look)
            numbers[look] = number
        }
        return "#s\(number + 1)"
    }

    /// A colour of Okabe and Ito's palette, which colour-blind readers can tell apart, by the holder's place among all.
    private func colour(_ feature: WrittenMap.Feature) -> String {
        guard let holder = Self.holder(feature), let number = holders.firstIndex(of: holder) else { return "#BBBBBB" }
        return Self.palette[number % Self.palette.count]
    }

    private static func holder(_ feature: WrittenMap.Feature) -> String? {
        let key = feature.text("holder") ?? feature.text("to") ?? feature.text("theirs")
        return key == "unknown" || key == "beyond_reach" ? nil : key
    }

    private static let palette = ["#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"]

    /// The styles as elements, each on a line.
    var text: String {
        looks.enumerated().map { "<Style id=\"s\($0 + 1)\">\($1.text)</Style>\n" }.joined()
    }
}

extension KMLStyles.Look {
    init(_ feature: WrittenMap.Feature) {
        self.init()
        fill = feature.text("fill")
        fillOpacity = feature["fill-opacity"]?.number ?? 1
        stroke = feature.text("stroke")
        strokeOpacity = feature["stroke-opacity"]?.number ?? 1
        strokeWidth = feature["stroke-width"]?.number ?? 1
        marker = feature.text("marker-color")
        isLarge = feature.text("marker-size") == "medium"
    }

    /// For maps that say nothing of colours.
    init(_ feature: WrittenMap.Feature, colour: String) {
        self.init()
        switch feature.shape {
        case .point: marker = colour
        case .line: (stroke, strokeWidth) = ("#222222", 2)
        case .polygons: (fill, fillOpacity, stroke) = (colour, 0.4, colour)
        }
    }

    /// In the order of the schema. No icon is named, so that no reader fetches one.
    var text: String {
        var out = ""
        if let marker {
            let scale = isLarge ? "0.9" : "0.5"
            out += "<IconStyle><color>\(Self.colour(marker, 1))</color><scale>\(scale)</scale></IconStyle>"
            return out + "<LabelStyle><scale>\(isLarge ? "0.9" : "0.7")</scale></LabelStyle>"
        }
        let width = Decimals.shortest(strokeWidth, decimals: 1)
        out +=
            "<LineStyle><color>\(Self.colour(stroke ?? "#222222", stroke == nil ? 0 : strokeOpacity))</color>"
            + "<width>\(width)</width></LineStyle>"
        if let fill {
            out += "<PolyStyle><color>\(Self.colour(fill, fillOpacity))</color></PolyStyle>"
        } else {
            out += "<PolyStyle><fill>0</fill></PolyStyle>"
        }
        return out
    }

    /// `aabbggrr` out of `#RRGGBB`.
    private static func colour(_ rgb: String, _ opacity: Double) -> String {
        let digits = Array(rgb.lowercased().dropFirst())
        guard digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return "ff555555" }
        let alpha = String(Int((min(max(opacity, 0), 1) * 255).rounded()), radix: 16)
        return (alpha.count < 2 ? "0" : "") + alpha + String(digits[4...5] + digits[2...3] + digits[0...1])
    }
}
