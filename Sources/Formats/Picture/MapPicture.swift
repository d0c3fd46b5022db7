import Fronts
import Geometry
import Reports
package import Snapshots

/// Draws a snapshot as a still picture, in SVG: for articles, print, and where nothing may run.
///
/// Holders have the colours that they have in the GeoJSON, and a pattern each; land of which reports speak is darker than
/// land that follows its surroundings. No script, no font, no picture and no style from elsewhere: one file that is whole.
package struct MapPicture {
    let snapshot: Snapshot
    let theatre: Theatre
    let bands: [FrontBand]
    let frame: MapFrame
    let paints: [HolderPaint]
    let labels: Labels
    /// What sizes are counted in: a pixel on a picture of 1,100 pixels. Lines and letters grow slower than the picture.
    let unit: Double
    let width: Double

    /// How wide a picture may be, in pixels.
    package static let widths = 400...10_000

    /// - Parameters:
    ///   - width: in pixels, one of `widths`.
    ///   - bands: drawn around their lines.
    package init(_ snapshot: Snapshot, _ theatre: Theatre, bands: [FrontBand] = [], width: Int) {
        self.snapshot = snapshot
        self.theatre = theatre
        self.bands = bands
        self.width = Double(width)
        labels = Labels(actors: theatre.scenario.actors)
        let unit = (Double(width) / 1100).squareRoot()
        self.unit = unit
        paints = snapshot.areas.filter { !$0.holder.sides.isEmpty }.enumerated().map {
            HolderPaint($1.holder, number: $0, theatre.scenario.actors, unit: unit)
        }
        let (low, high) = Self.bounds(snapshot)
        frame = MapFrame(
            low: low, high: high, left: 16 * unit, top: 16 * unit + Heading.height(unit),
            width: Double(width) - 32 * unit)
    }

    /// Around all land that is drawn; holes lie inside.
    private static func bounds(_ snapshot: Snapshot) -> (Coordinate, Coordinate) {
        var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
        for area in snapshot.areas {
            for polygon in area.polygons {
                for point in polygon.rings[0] {
                    low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
                    high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
                }
            }
        }
        guard low.x <= high.x else {
            return (Coordinate(longitude: -180, latitude: -60), .init(longitude: 180, latitude: 75))
        }
        return (low.coordinate, high.coordinate)
    }

    /// The whole file: the same snapshot, the same bytes.
    ///
    /// - Complexity: O(vertices + labels²).
    package var bytes: [UInt8] {
        var map = SVG()
        drawLand(into: &map)
        drawGraticule(into: &map)
        drawLines(into: &map)
        drawPlaces(into: &map)
        var key = SVG()
        let bottom = drawLegend(into: &key, y: frame.top + frame.height + 20 * unit)
        let height = (bottom + 14 * unit).rounded(.up)

        var svg = SVG()
        svg.words("title", ["id": "title"], "\(title): \(date)")
        svg.words("desc", ["id": "desc"], SnapshotText.summary(snapshot, theatre))
        svg.group("defs", [:]) { svg in define(into: &svg) }
        svg.draw("rect", ["width": SVG.number(width), "height": SVG.number(height), "fill": "#FFFFFF"])
        drawHeading(into: &svg)
        let size = "width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\""
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \(size) \
            viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" role="img" aria-labelledby="title desc" \
            font-family="'DejaVu Sans', Verdana, 'Noto Sans', 'Noto Sans Arabic', sans-serif" fill="none">

            """
        return Array((head + svg.text + map.text + key.text + "</svg>\n").utf8)
    }

    var title: String { theatre.scenario.settings.title ?? theatre.scenario.folder }

    /// `2 December 2015, as known on 1 December 2015`.
    var date: String {
        let known = snapshot.asKnownOn.map { "as known on \(DateWords.text($0))" } ?? "by all that is known"
        return "\(DateWords.text(snapshot.at)), \(known)"
    }

    /// The shapes of holders, once, for their colour, their pattern and the outline that their reported land is cut to.
    private func define(into svg: inout SVG) {
        svg.group("clipPath", ["id": "frame"]) { svg in rectangle(frame.box, [:], into: &svg) }
        for paint in paints {
            guard let area = snapshot.areas.first(where: { $0.holder == paint.holder }) else { continue }
            svg.draw("path", ["id": paint.id, "d": PathData.areas(area.polygons, in: frame), "fill-rule": "evenodd"])
            svg.group("clipPath", ["id": "\(paint.id)-clip"]) { svg in
                svg.draw("use", ["xlink:href": "#\(paint.id)", "clip-rule": "evenodd"])
            }
            paint.define(into: &svg)
        }
    }

    func rectangle(_ box: PictureBox, _ look: KeyValuePairs<String, String>, into svg: inout SVG) {
        let place = [
            ("x", SVG.number(box.x)), ("y", SVG.number(box.y)), ("width", SVG.number(box.width)),
            ("height", SVG.number(box.height)),
        ]
        svg.draw("rect", pairs: place + look.map { ($0.key, $0.value) })
    }
}
