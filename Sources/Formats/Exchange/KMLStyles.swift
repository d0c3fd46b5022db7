import Rows

/// The styles of a KML document: one for each look that features have, which is one for each actor and kind of feature.
struct KMLStyles {
    /// In the order in which they came.
    private(set) var looks: [Look] = []
    private var numbers: [Look: Int] = [:]

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
        let look = Look(feature)
        let number = numbers[look] ?? looks.count
        if number == looks.count {
            looks.append(look)
            numbers[look] = number
        }
        return "#s\(number + 1)"
    }

    /// The styles as elements, each on a line.
    var text: String {
        looks.enumerated().map { "<Style id=\"s\($0 + 1)\">\($1.text)</Style>\n" }.joined()
    }
}

extension KMLStyles.Look {
    init(_ feature: WrittenMap.Feature) {
        self.init()
        guard KMLStyles.isStyled(feature) else {
            self = Self.plain(feature)
            return
        }
        fill = feature.text("fill")
        fillOpacity = feature["fill-opacity"]?.number ?? 1
        stroke = feature.text("stroke")
        strokeOpacity = feature["stroke-opacity"]?.number ?? 1
        strokeWidth = feature["stroke-width"]?.number ?? 1
        marker = feature.text("marker-color")
        isLarge = feature.text("marker-size") == "medium"
    }

    /// For maps that say nothing of colours: a colour of Okabe and Ito's palette by the holder's name.
    private static func plain(_ feature: WrittenMap.Feature) -> Self {
        let holder = feature.text("holder") ?? feature.text("to") ?? feature.text("theirs")
        var sum = 0
        for byte in (holder ?? "").utf8 { sum = (sum * 31 + Int(byte)) % 65_521 }
        let colour = holder == nil || holder == "unknown" ? "#BBBBBB" : palette[sum % palette.count]
        var look = Self()
        switch feature.shape {
        case .point: look.marker = colour
        case .line: (look.stroke, look.strokeWidth) = ("#222222", 2)
        case .polygons: (look.fill, look.fillOpacity, look.stroke) = (colour, 0.4, colour)
        }
        return look
    }

    private static let palette = ["#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"]

    /// In the order of the schema. No icon is named, so that no reader fetches one.
    var text: String {
        var out = ""
        if let marker {
            let scale = isLarge ? "0.9" : "0.5"
            out += "<IconStyle><color>\(Self.colour(marker, 1))</color><scale>\(scale)</scale></IconStyle>"
            out += "<LabelStyle><scale>\(isLarge ? "0.9" : "0.7")</scale></LabelStyle>"
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
        guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else { return "ff555555" }
        let alpha = String(Int((min(max(opacity, 0), 1) * 255).rounded()), radix: 16)
        return (alpha.count < 2 ? "0" : "") + alpha + String(digits[4...5] + digits[2...3] + digits[0...1])
    }
}
