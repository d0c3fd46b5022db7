import Fronts
import Geometry
import Places
import Reports

/// Which of a theatre's places lie in a polygon. What was found for the polygons of one snapshot is kept for the next.
struct PlacesInside: Sendable {
    /// From west to east.
    private let spots: [(place: Int, spot: Coordinate)]
    private var known: [GridPolygon: [Int]] = [:]
    private var before: [GridPolygon: [Int]] = [:]

    init(_ theatre: Theatre) {
        let gazetteer = theatre.scenario.gazetteer.places
        spots = theatre.drawn.enumerated().map { ($0, gazetteer[$1].coordinate) }
            .sorted { ($0.spot.longitude, $0.place) < ($1.spot.longitude, $1.place) }
    }

    /// Forgets the polygons that were not asked for since the last call.
    mutating func beginSnapshot() { (before, known) = (known, [:]) }

    /// Positions of the drawn places, ascending.
    mutating func places(in shape: GridPolygon) -> [Int] {
        let found = before[shape] ?? find(shape.polygon)
        known[shape] = found
        return found
    }

    private func find(_ polygon: Polygon) -> [Int] {
        guard let box = BoundingBox(polygon.rings[0]) else { return [] }
        var (low, high) = (0, spots.count)
        while low < high {
            let middle = (low + high) / 2
            if spots[middle].spot.longitude < box.west { low = middle + 1 } else { high = middle }
        }
        return spots[low...].prefix { $0.spot.longitude <= box.east }
            .filter { box.contains($0.spot) && PointInPolygon.contains(polygon, $0.spot) }.map(\.place).sorted()
    }
}
