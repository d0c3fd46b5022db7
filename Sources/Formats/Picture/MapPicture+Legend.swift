import Control
import Reports
import Rows
import Snapshots

extension MapPicture {
    /// A length of a round number of kilometres, in the lower left corner; returns where nothing else may lie.
    func drawScale(into svg: inout SVG) -> PictureBox {
        let metres = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map { $0 * 1000 }
        let length = metres.last { $0 / frame.metresPerPixel <= 0.2 * frame.width } ?? 100
        let pixels = length / frame.metresPerPixel
        let box = PictureBox(
            x: frame.left + 10 * unit, y: frame.top + frame.height - 38 * unit, width: pixels + 20 * unit,
            height: 28 * unit)
        rectangle(box, ["fill": "#FFFFFF", "fill-opacity": "0.85"], into: &svg)
        let (x, y) = (box.x + 10 * unit, box.y + 20 * unit)
        svg.draw(
            "path",
            [
                "d": "M\(SVG.number(x)) \(SVG.number(y - 4 * unit))v\(SVG.number(4 * unit))h\(SVG.number(pixels))"
                    + "v\(SVG.number(-4 * unit))", "stroke": "#1A1A1A", "stroke-width": SVG.number(1.4 * unit),
            ])
        svg.words(
            "text",
            [
                "x": SVG.number(x + pixels / 2), "y": SVG.number(y - 7 * unit), "font-size": SVG.number(10 * unit),
                "text-anchor": "middle", "fill": "#1A1A1A",
            ], "\(Decimals.shortest(length / 1000, decimals: 1)) km")
        return box
    }

    /// What the colours and lines mean, and how the map was made. Returns where it ends.
    func drawLegend(into svg: inout SVG, y: Double) -> Double {
        let columns = frame.width >= 640 * unit ? 3 : frame.width >= 420 * unit ? 2 : 1
        let gap = 22 * unit
        let width = (frame.width - gap * Double(columns - 1)) / Double(columns)
        var ends = [Double](repeating: y, count: columns)
        for part in [drawHolders, drawSymbols, drawMaking] {
            // Under the shortest so far, of equals the first.
            let column = ends.indices.min { ends[$0] < ends[$1] } ?? 0
            ends[column] = part(&svg, frame.left + Double(column) * (width + gap), ends[column], width) + 8 * unit
        }
        return ends.max() ?? y
    }

    private var row: Double { 19 * unit }
    private var swatch: Double { 30 * unit }

    private func drawHolders(into svg: inout SVG, x: Double, y: Double, width: Double) -> Double {
        var y = y
        for paint in paints {
            let box = PictureBox(x: x, y: y, width: swatch, height: 13 * unit)
            rectangle(box, ["fill": paint.inferredFill], into: &svg)
            var half = box
            half.width /= 2
            rectangle(half, ["fill": paint.reportedFill], into: &svg)
            if let pattern = paint.patternFill { rectangle(box, ["fill": pattern], into: &svg) }
            rectangle(box, ["stroke": paint.outline, "stroke-width": SVG.number(0.8 * unit)], into: &svg)
            let area = snapshot.areas.first { $0.holder == paint.holder }?.areaInSquareMetres ?? 0
            y = say(name(paint.holder) + ", \(Decimals.fixed(area / 1e6, decimals: 0)) km²", x: x, y: y, width, &svg)
        }
        return y
    }

    private func name(_ holder: Holder) -> String {
        switch holder {
        case .contested(let sides): "Contested: " + sides.map(labels.side).joined(separator: ", ")
        default: labels.holder(holder)
        }
    }

    private func drawSymbols(into svg: inout SVG, x: Double, y: Double, width: Double) -> Double {
        var y = y
        let middle = 6.5 * unit
        let blank = PictureBox(x: x, y: y, width: swatch, height: 13 * unit)
        rectangle(blank, ["fill": "#FFFFFF", "stroke": "#999999", "stroke-width": SVG.number(0.8 * unit)], into: &svg)
        let hasArea = theatre.scenario.area != nil
        y = say(hasArea ? "Unknown, or out of reach of any place" : "Unknown", x: x, y: y, width, &svg)
        let outside = PictureBox(x: x, y: y, width: swatch, height: 13 * unit)
        rectangle(outside, ["fill": Self.outside], into: &svg)
        y = say(
            hasArea ? "Outside the area that was looked at" : "Out of reach of any place", x: x, y: y, width, &svg)
        func path(_ y: Double) -> String {
            "M\(SVG.number(x)) \(SVG.number(y + middle))h\(SVG.number(swatch))"
        }
        if snapshot.fronts.contains(where: \.isCertain) {
            line(path(y), stroke: "#1A1A1A", width: 2.2, dashes: nil, into: &svg)
            y = say("Front line", x: x, y: y, width, &svg)
        }
        if snapshot.fronts.contains(where: { !$0.isCertain }) {
            line(path(y), stroke: "#1A1A1A", width: 1.3, dashes: 5, into: &svg)
            y = say("Likely front line: a place beside it is unknown", x: x, y: y, width, &svg)
        }
        if !bands.isEmpty {
            let box = PictureBox(x: x, y: y, width: swatch, height: 13 * unit)
            rectangle(box, ["fill": "#222222", "fill-opacity": "0.1"], into: &svg)
            let half = PictureBox(x: x, y: y + 3 * unit, width: swatch, height: 7 * unit)
            rectangle(half, ["fill": "#222222", "fill-opacity": "0.1"], into: &svg)
            y = say("Where nine tenths of the line should run; darker, half of it", x: x, y: y, width, &svg)
        }
        let circles = [(6.0, "#808080", "#1A1A1A"), (17, "#BFBFBF", "#6A6A6A"), (27, "#FFFFFF", "#6A6A6A")]
        for (offset, fill, stroke) in circles {
            svg.draw(
                "circle",
                [
                    "cx": SVG.number(x + offset * unit), "cy": SVG.number(y + middle), "r": SVG.number(3.4 * unit),
                    "fill": fill, "stroke": stroke, "stroke-width": SVG.number(0.9 * unit),
                ])
        }
        return say("Place by reports, by its surroundings, unknown", x: x, y: y, width, &svg)
    }

    /// One entry beside its swatch, in as many lines as it takes.
    private func say(_ words: String, x: Double, y: Double, _ width: Double, _ svg: inout SVG) -> Double {
        let size = 11 * unit
        let offset = swatch + 8 * unit
        let lines = TextMeasure.lines(words, size: size, width: width - offset)
        write(lines, x: x + offset, y: y + 10.5 * unit, size: size, colour: "#1A1A1A", into: &svg)
        return y + row + Double(max(0, lines.count - 1)) * size * 1.25
    }

    private func drawMaking(into svg: inout SVG, x: Double, y: Double, width: Double) -> Double {
        let size = 10 * unit
        let lines = making.flatMap { TextMeasure.lines($0, size: size, width: width) }
        write(lines, x: x, y: y + 9 * unit, size: size, colour: "#444444", into: &svg)
        return y + Double(lines.count) * size * 1.25 + 4 * unit
    }

    private func write(
        _ lines: [String], x: Double, y: Double, size: Double, colour: String, into svg: inout SVG
    ) {
        for (number, line) in lines.enumerated() {
            svg.words(
                "text",
                [
                    "x": SVG.number(x), "y": SVG.number(y + Double(number) * size * 1.25),
                    "font-size": SVG.number(size), "fill": colour,
                ], line)
        }
    }

    /// How the map was made, for those who will ask.
    private var making: [String] {
        let basis = Set(
            snapshot.places.flatMap { state in
                state.call.basis.filter { $0.role == .carried || $0.role == .overruled }.map(\.reportIndex)
            })
        let sources = Set(basis.map { theatre.scenario.log.reports[$0].source })
        let reported = snapshot.places.count { $0.call.isReported && $0.call.status != .unknown }
        let inferred = snapshot.places.count { $0.call.isInferred }
        return [
            "Made from \(basis.count) reports that speak of who held a place by then, by \(sources.count) sources. Of \(snapshot.places.count) places \(reported) "
                + "are called by reports of their own (darker land), \(inferred) by their surroundings (paler land).",
            "Lines run between places that face each other: they are as exact as places are dense.",
            "Method \(snapshot.method.label), frontline. State \(snapshot.digest.prefix(19)).",
        ]
    }
}
