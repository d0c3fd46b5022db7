import Reports

extension MapPicture {
    enum Heading {
        /// Room for a title and a date.
        static func height(_ unit: Double) -> Double { 56 * unit }
    }

    /// The title shrinks until it fits.
    func drawHeading(into svg: inout SVG) {
        var size = 23 * unit
        while size > 12 * unit, TextMeasure.width(title, size: size, isBold: true) > frame.width { size -= unit }
        svg.words(
            "text",
            [
                "x": SVG.number(frame.left), "y": SVG.number(36 * unit), "font-size": SVG.number(size),
                "font-weight": "bold", "fill": "#1A1A1A",
            ], title)
        svg.words(
            "text",
            [
                "x": SVG.number(frame.left), "y": SVG.number(59 * unit), "font-size": SVG.number(14 * unit),
                "fill": "#444444",
            ], "Who was reported to hold what on \(date)")
    }
}
