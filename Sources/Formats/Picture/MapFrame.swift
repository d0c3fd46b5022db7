import Geometry
import Glibc

/// Where on a picture a coordinate lies: Mercator's projection, in which every small thing has its shape and north is up.
struct MapFrame {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    private let west: Double
    private let north: Double
    private let pixelsPerDegree: Double
    let middleLatitude: Double

    /// Shows at least the box from `low` to `high`, in the middle.
    init(low: Coordinate, high: Coordinate, left: Double, top: Double, width: Double) {
        let span = max(high.longitude - low.longitude, 0.01)
        let rise = max(Self.up(high.latitude) - Self.up(low.latitude), 0.01)
        let margin = 0.03 * max(span, rise)
        let shape = (rise + 2 * margin) / (span + 2 * margin)
        let height = (width * min(max(shape, 0.45), 1.1)).rounded()
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
        pixelsPerDegree = min(width / (span + 2 * margin), height / (rise + 2 * margin))
        west = (low.longitude + high.longitude) / 2 - width / 2 / pixelsPerDegree
        north = (Self.up(low.latitude) + Self.up(high.latitude)) / 2 + height / 2 / pixelsPerDegree
        middleLatitude = (low.latitude + high.latitude) / 2
    }

    func x(_ longitude: Double) -> Double { left + (longitude - west) * pixelsPerDegree }

    func y(_ latitude: Double) -> Double { top + (north - Self.up(latitude)) * pixelsPerDegree }

    var box: PictureBox { PictureBox(x: left, y: top, width: width, height: height) }

    /// Along the middle parallel of the WGS 84 ellipsoid; elsewhere as far off as Mercator's projection is.
    var metresPerPixel: Double {
        let radians = middleLatitude * .pi / 180
        let radius = 6_378_137 / (1 - 0.006_694_379_990_14 * sin(radians) * sin(radians)).squareRoot()
        return radius * cos(radians) * .pi / 180 / pixelsPerDegree
    }

    /// The multiples of `step` degrees that are seen.
    func meridians(_ step: Double) -> [Double] { multiples(of: step, from: west, to: west + width / pixelsPerDegree) }

    func parallels(_ step: Double) -> [Double] {
        multiples(of: step, from: Self.latitude(north - height / pixelsPerDegree), to: Self.latitude(north))
    }

    private func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
        let (first, last) = (Int((low / step).rounded(.up)), Int((high / step).rounded(.down)))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Degrees apart of the lines of a graticule that lie some 130 pixels or more apart.
    var graticuleStep: Double {
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20].first { $0 * pixelsPerDegree >= 130 } ?? 30
    }

    /// The ordinate of a latitude, in degrees at the equator.
    private static func up(_ latitude: Double) -> Double {
        let radians = min(max(latitude, -85), 85) * .pi / 180
        return log(tan(.pi / 4 + radians / 2)) * 180 / .pi
    }

    private static func latitude(_ up: Double) -> Double { (2 * atan(exp(up * .pi / 180)) - .pi / 2) * 180 / .pi }
}

/// A rectangle on a picture, in pixels.
struct PictureBox {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func overlaps(_ other: PictureBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    func contains(_ other: PictureBox) -> Bool {
        other.x >= x && other.y >= y && other.x + other.width <= x + width && other.y + other.height <= y + height
    }
}
