import Fronts
import Geometry
import Snapshots

extension MapPicture {
    /// Bands, then lines: certain ones drawn through, likely ones dashed.
    func drawLines(into svg: inout SVG) {
        svg.group("g", ["clip-path": "url(#frame)"]) { svg in
            for band in bands {
                svg.draw(
                    "path",
                    [
                        "d": PathData.areas(band.polygons, in: frame), "fill": "#222222", "fill-opacity": "0.1",
                        "fill-rule": "evenodd",
                    ])
            }
            // A pale edge lifts the line off the land.
            for front in snapshot.fronts where front.isCertain {
                line(PathData.line(front.line, in: frame), stroke: "#FFFFFF", width: 4.4, dashes: nil, into: &svg)
            }
            for front in snapshot.fronts {
                line(
                    PathData.line(front.line, in: frame), stroke: "#1A1A1A", width: front.isCertain ? 2.2 : 1.3,
                    dashes: front.isCertain ? nil : 5, into: &svg)
            }
        }
    }

    func line(_ path: String, stroke: String, width: Double, dashes: Double?, into svg: inout SVG) {
        var look = [
            ("d", path), ("stroke", stroke), ("stroke-width", SVG.number(width * unit)), ("stroke-linejoin", "round"),
        ]
        if let dashes {
            look.append(("stroke-dasharray", "\(SVG.number(dashes * unit)) \(SVG.number(dashes * 0.7 * unit))"))
        } else {
            look.append(("stroke-linecap", "round"))
        }
        svg.draw("path", pairs: look)
    }

    /// Points along the lines, some pixels apart, for labels to keep away from.
    var pointsOfLines: [(x: Double, y: Double)] {
        snapshot.fronts.flatMap { front -> [(x: Double, y: Double)] in
            let points = front.line.map(\.coordinate).map { (x: frame.x($0.longitude), y: frame.y($0.latitude)) }
            return zip(points, points.dropFirst()).flatMap { a, b -> [(x: Double, y: Double)] in
                let longer = max((b.x - a.x).magnitude, (b.y - a.y).magnitude)
                let steps = max(1, min(2000, Int(longer / (6 * unit))))
                return (0..<steps).map { step in
                    let part = Double(step) / Double(steps)
                    return (a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
                }
            }
        }
    }
}
