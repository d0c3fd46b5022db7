import Fronts
import Geometry
import Snapshots

extension MapPicture {
    static let outside = "#E9E7E1"

    /// Land in the colours of its holders; what is unknown, or out of reach of any place, is left white.
    func drawLand(into svg: inout SVG) {
        rectangle(frame.box, ["fill": Self.outside], into: &svg)
        svg.group("g", ["clip-path": "url(#frame)"]) { svg in
            for area in snapshot.areas {
                svg.draw(
                    "path", ["d": PathData.areas(area.polygons, in: frame), "fill": "#FFFFFF", "fill-rule": "evenodd"])
            }
            for paint in paints { svg.draw("use", ["xlink:href": "#\(paint.id)", "fill": paint.inferredFill]) }
            for (holder, polygons) in theatre.reportedLand(snapshot) {
                guard let paint = paints.first(where: { $0.holder == holder }), !paint.isContested else { continue }
                svg.draw(
                    "path",
                    [
                        "d": PathData.areas(polygons, in: frame), "fill": paint.reportedFill, "fill-rule": "evenodd",
                        "clip-path": "url(#\(paint.id)-clip)",
                    ])
            }
            for paint in paints {
                if let pattern = paint.patternFill { svg.draw("use", ["xlink:href": "#\(paint.id)", "fill": pattern]) }
            }
            for paint in paints {
                svg.draw(
                    "use",
                    [
                        "xlink:href": "#\(paint.id)", "stroke": paint.outline, "stroke-width": SVG.number(0.8 * unit),
                        "stroke-linejoin": "round", "stroke-opacity": "0.6",
                    ])
            }
        }
    }

    func drawGraticule(into svg: inout SVG) {
        let step = frame.graticuleStep
        let meridians = frame.meridians(step)
        let parallels = frame.parallels(step)
        let (right, bottom) = (frame.left + frame.width, frame.top + frame.height)
        var path = ""
        for longitude in meridians {
            path += "M\(SVG.number(frame.x(longitude))) \(SVG.number(frame.top))V\(SVG.number(bottom))"
        }
        for latitude in parallels {
            path += "M\(SVG.number(frame.left)) \(SVG.number(frame.y(latitude)))H\(SVG.number(right))"
        }
        svg.draw(
            "path", ["d": path, "stroke": "#6B7A8F", "stroke-width": SVG.number(0.6 * unit), "stroke-opacity": "0.35"])
        for longitude in meridians where frame.x(longitude) < right - 40 * unit {
            note(degrees(longitude, "E", "W"), x: frame.x(longitude) + 3 * unit, y: frame.top + 10 * unit, into: &svg)
        }
        for latitude in parallels where frame.y(latitude) > frame.top + 24 * unit {
            note(degrees(latitude, "N", "S"), x: frame.left + 3 * unit, y: frame.y(latitude) - 3 * unit, into: &svg)
        }
    }

    private func note(_ words: String, x: Double, y: Double, into svg: inout SVG) {
        svg.words(
            "text",
            ["x": SVG.number(x), "y": SVG.number(y), "font-size": SVG.number(8.5 * unit), "fill": "#5B6675"], words)
    }

    /// `36.5° N`.
    private func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
        let number = SVG.hundredths(value.magnitude)
        return number + "°" + (number == "0" ? "" : " " + (value < 0 ? negative : positive))
    }
}
