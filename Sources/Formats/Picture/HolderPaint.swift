import Reports
import Snapshots

/// How the land of a holder is painted: its colour, and a pattern for those who cannot tell the colours apart.
struct HolderPaint {
    let holder: Holder
    /// `h1`, `h2`, …: what its shape and its patterns are called in the file.
    let id: String
    let colour: Colour
    private let stripes: [Colour]
    private let pattern: Int
    private let unit: Double

    /// - Parameter number: from 0, among the holders of the map.
    init(_ holder: Holder, number: Int, _ actors: ActorTable, unit: Double) {
        self.holder = holder
        id = "h\(number + 1)"
        pattern = number % Self.patterns.count
        colour = Colour(Style.colour(holder, actors))
        self.unit = unit
        if case .contested(let sides) = holder {
            stripes = sides.map { Colour(Style.colour(.held(side: $0), actors)) }
        } else {
            stripes = []
        }
    }

    var isContested: Bool { !stripes.isEmpty }

    /// Where only the surroundings speak, and where reports do.
    var inferredFill: String { isContested ? "url(#\(id)-hatch)" : colour.tint(0.24) }
    var reportedFill: String { isContested ? "url(#\(id)-hatch)" : colour.tint(0.52) }

    /// Laid over the colour; nil where there is none.
    var patternFill: String? { isContested || Self.patterns[pattern].path.isEmpty ? nil : "url(#\(id)-pattern)" }

    var outline: String { colour.shade(0.75) }

    /// In tiles of eight units: lines rising and falling, dots, upright and level lines, crosses, and none.
    private static let patterns: [(path: String, width: Double)] = [
        ("M-1 9L9 -1M-1 1L1 -1M7 9L9 7", 0.7), ("M2 2h.01M6 6h.01", 1.5), ("M-1 -1L9 9M7 -1L9 1M-1 7L1 9", 0.7),
        ("", 0), ("M4 0V8", 0.7), ("M0 4H8", 0.7), ("M2 4H6M4 2V6", 0.7),
    ]

    func define(into svg: inout SVG) {
        if isContested {
            let width = 5 * unit
            svg.group(
                "pattern",
                [
                    "id": "\(id)-hatch", "patternUnits": "userSpaceOnUse",
                    "width": SVG.number(width * Double(stripes.count)), "height": "10",
                    "patternTransform": "rotate(45)",
                ]
            ) { svg in
                for (number, stripe) in stripes.enumerated() {
                    svg.draw(
                        "rect",
                        [
                            "x": SVG.number(Double(number) * width), "width": SVG.number(width), "height": "10",
                            "fill": stripe.tint(0.72),
                        ])
                }
            }
        } else if patternFill != nil {
            let (path, width) = Self.patterns[pattern]
            svg.group(
                "pattern",
                [
                    "id": "\(id)-pattern", "patternUnits": "userSpaceOnUse", "width": "8", "height": "8",
                    "patternTransform": "scale(\(SVG.number(unit)))",
                ]
            ) { svg in
                svg.draw(
                    "path",
                    [
                        "d": path, "stroke": colour.shade(0.8), "stroke-width": SVG.number(width),
                        "stroke-linecap": "round", "stroke-opacity": "0.5",
                    ])
            }
        }
    }
}
