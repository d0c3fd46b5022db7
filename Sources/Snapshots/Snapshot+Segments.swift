import Control
import Geometry
import Reports

extension Snapshot {
    /// A line cut where other places begin to face each other: each piece has one pair of them, the reports behind their
    /// calls, and the doubt of that pair. Together the pieces are the line, point by point.
    ///
    /// - Complexity: O(points, and reports behind the places).
    package func segments(of front: FrontLine) -> [FrontLine] {
        let ends = front.stretches.dropFirst().map(\.start) + [front.line.count - 1]
        return zip(front.stretches, ends).enumerated().map { index, stretch in
            let (facing, from) = (stretch.0.facing, index == 0 ? 0 : stretch.0.start)
            let line = Array(front.line[from...stretch.1])
            let carriers = [facing.left, facing.right].flatMap { place in
                places[place].call.basis.filter { $0.role == .carried }.map(\.reportIndex)
            }
            return FrontLine(
                left: front.left, right: front.right, isCertain: front.isCertain, line: line,
                lengthInMetres: Geodesic.lengthInMetres(of: line.map(\.coordinate)), number: front.number,
                facing: [facing], stretches: [Stretch(facing: facing, start: 0)], leftPlaces: [facing.left],
                rightPlaces: [facing.right], reports: Set(carriers).sorted(), segment: index + 1)
        }
    }

    /// The line or the piece of one with an id.
    package func front(withID id: String) -> FrontLine? {
        for front in fronts {
            if front.id == id { return front }
            let number = "/\(front.number)/"
            guard id.contains("front_segment/\(front.left)|\(front.right)\(number)") else { continue }
            if let segment = segments(of: front).first(where: { $0.id == id }) { return segment }
        }
        return nil
    }

    /// How long before the moment the older of the last reports on the two places was, in days; nil where one has none.
    package func ageInDays(of facing: Facing) -> Double? {
        let last = [facing.left, facing.right].compactMap { places[$0].call.lastReportAt }
        guard last.count == 2 else { return nil }
        let seconds = at.end.seconds - min(last[0].start.seconds, last[1].start.seconds)
        return max(0, Double(seconds) / 86_400)
    }
}
