import Control
import Geometry
import Places
import Reports
import Snapshots

extension MapPicture {
    /// A place on the picture.
    struct Spot {
        let place: Place
        let call: Call
        let x: Double
        let y: Double
        let radius: Double
    }

    /// Those that matter most to a reader come first: towns, then what reports speak of, then the larger.
    private var spots: [Spot] {
        snapshot.places.map { state in
            let place = theatre.scenario.gazetteer.places[state.placeIndex]
            return Spot(
                place: place, call: state.call, x: frame.x(place.coordinate.longitude),
                y: frame.y(place.coordinate.latitude), radius: Self.radius(place.kind) * unit)
        }
        .sorted { a, b in
            func rank(_ spot: Spot) -> (Int, Int, Int) {
                let town = spot.place.kind == .city ? 0 : spot.place.kind == .town ? 1 : 2
                return (town, spot.call.isReported ? 0 : 1, -(spot.place.population ?? 0))
            }
            let (first, second) = (rank(a), rank(b))
            return first == second ? a.place.id < b.place.id : first < second
        }
    }

    private static func radius(_ kind: PlaceKind) -> Double {
        switch kind {
        case .city: 5
        case .town: 4
        case .village, .base, .airport, .crossing: 2.4
        default: 1.7
        }
    }

    /// Marks by size, filled by holder, then names in Latin and Arabic letters where there is room.
    func drawPlaces(into svg: inout SVG) {
        let spots = spots
        svg.group("g", ["clip-path": "url(#frame)"]) { svg in
            for spot in spots.reversed() { mark(spot.call, x: spot.x, y: spot.y, radius: spot.radius, into: &svg) }
        }
        let scale = drawScale(into: &svg)
        var placer = LabelPlacer(frame: frame.box, taken: [scale], lines: pointsOfLines)
        for spot in spots where spot.place.kind.isTown || spot.call.isReported {
            placer.keepFree(
                PictureBox(
                    x: spot.x - spot.radius, y: spot.y - spot.radius, width: 2 * spot.radius, height: 2 * spot.radius))
        }
        var left = Int(frame.width * frame.height / (unit * unit * 8000))
        // Who comes late on a crowded map finds no room anyway.
        for spot in spots.prefix(40 * left) where left > 0 {
            if label(spot, &placer, into: &svg) { left -= 1 }
        }
        rectangle(frame.box, ["stroke": "#1A1A1A", "stroke-width": SVG.number(unit)], into: &svg)
    }

    func mark(_ call: Call, x: Double, y: Double, radius: Double, into svg: inout SVG) {
        let holder = Holder(call.status)
        let colour = Colour(Style.colour(holder, theatre.scenario.actors))
        let fill = call.status == .unknown ? "#FFFFFF" : call.isReported ? colour.tint(1) : colour.tint(0.5)
        svg.draw(
            "circle",
            [
                "cx": SVG.number(x), "cy": SVG.number(y), "r": SVG.number(radius), "fill": fill,
                "stroke": call.isReported ? "#1A1A1A" : "#6A6A6A",
                "stroke-width": SVG.number((call.isReported ? 1 : 0.6) * unit),
            ])
    }

    /// False where there is no room.
    private func label(_ spot: Spot, _ placer: inout LabelPlacer, into svg: inout SVG) -> Bool {
        let isTown = spot.place.kind.isTown
        let isQuiet = !isTown && !spot.call.isReported
        let size = (spot.place.kind == .city ? 15 : isTown ? 12.5 : isQuiet ? 8.5 : 9.5) * unit
        let arabic = spot.place.names.first { $0.language == "ar" && $0.text != spot.place.name }?.text
        let lines = [spot.place.name] + (arabic.map { [$0] } ?? [])
        let widths = lines.map { TextMeasure.width($0, size: size, isBold: isTown) }
        let (width, height) = ((widths.max() ?? 0) + 4 * unit, Double(lines.count) * size * 1.2 + 2 * unit)
        guard width < frame.width / 3,
            let box = placer.place(width: width, height: height, x: spot.x, y: spot.y, gap: spot.radius + 1.5 * unit)
        else { return false }
        // Towards its mark, so that nobody asks whose name it is.
        let (anchor, x) =
            box.x > spot.x
            ? ("start", box.x + 2 * unit)
            : box.x + box.width < spot.x
                ? ("end", box.x + box.width - 2 * unit) : ("middle", box.x + box.width / 2)
        for (number, line) in lines.enumerated() {
            var look = [
                ("x", SVG.number(x)), ("y", SVG.number(box.y + unit + size * (0.95 + 1.2 * Double(number)))),
                ("font-size", SVG.number(size)), ("text-anchor", anchor), ("fill", isQuiet ? "#555555" : "#1A1A1A"),
                ("stroke", "#FFFFFF"),
                ("stroke-width", SVG.number(2.4 * unit)), ("stroke-opacity", "0.85"), ("stroke-linejoin", "round"),
                ("paint-order", "stroke"),
            ]
            if isTown { look.append(("font-weight", "bold")) }
            if number > 0 { look.append(("xml:lang", "ar")) }
            svg.words("text", pairs: look, line)
        }
        return true
    }
}
