import Fronts
import Geometry
import Rows

/// The `d` of a path: positions in tenths of a pixel, each counted from the one before.
struct PathData {
    private let frame: MapFrame
    private(set) var text = ""

    init(_ frame: MapFrame) {
        self.frame = frame
    }

    static func areas(_ polygons: [GridPolygon], in frame: MapFrame) -> String {
        var path = PathData(frame)
        for polygon in polygons { for ring in polygon.rings { path.add(ring, isClosed: true) } }
        return path.text
    }

    static func line(_ line: [GridPoint], in frame: MapFrame) -> String {
        var path = PathData(frame)
        path.add(line, isClosed: false)
        return path.text
    }

    private mutating func add(_ points: [GridPoint], isClosed: Bool) {
        var last: (x: Int, y: Int)?
        var isFirstStep = true
        for point in isClosed ? points.dropLast() : points[...] {
            let coordinate = point.coordinate
            let here = (x: Self.tenths(frame.x(coordinate.longitude)), y: Self.tenths(frame.y(coordinate.latitude)))
            guard let before = last else {
                text += "M\(Self.text(here.x)) \(Self.text(here.y))"
                last = here
                continue
            }
            // Points that fall on one spot of the picture are one.
            if before == here { continue }
            text += (isFirstStep ? "l" : " ") + "\(Self.text(here.x - before.x)) \(Self.text(here.y - before.y))"
            isFirstStep = false
            last = here
        }
        if isClosed, last != nil { text += "z" }
    }

    private static func tenths(_ pixels: Double) -> Int { Int((pixels * 10).rounded()) }

    private static func text(_ tenths: Int) -> String { Decimals.shortest(Double(tenths) / 10, decimals: 1) }
}
