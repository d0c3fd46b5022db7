internal import Geometry

/// Fronts worked out a second way: from the rings of the areas instead of the edges of the tessellation.
enum FrontCheck {
    /// Where the front between two labels is not the common boundary of their areas.
    static func violations(_ regions: ControlRegions, _ areas: [ControlArea]) -> [String] {
        struct Side: Hashable {
            var from: GridPoint
            var to: GridPoint
        }
        struct Pair: Hashable {
            var left: Int32
            var right: Int32
        }
        var owner: [Side: Int32] = [:]
        for area in areas {
            for ring in area.polygons.flatMap(\.rings) {
                for i in 1..<ring.count { owner[Side(from: ring[i - 1], to: ring[i])] = area.label }
            }
        }
        var expected: [Pair: Double] = [:]
        for (side, label) in owner where label >= 0 {
            guard let other = owner[Side(from: side.to, to: side.from)], other > label else { continue }
            expected[Pair(left: label, right: other), default: 0] += Geodesic.distanceInMetres(
                side.from.coordinate, side.to.coordinate)
        }
        var faults: [String] = []
        var seen: [Pair: Double] = [:]
        for front in regions.fronts(hostile: { _, _ in true }) {
            seen[Pair(left: front.left, right: front.right), default: 0] += front.lengthInMetres
            for i in 1..<front.points.count {
                let (a, b) = (front.points[i - 1], front.points[i])
                if owner[Side(from: a, to: b)] != front.left || owner[Side(from: b, to: a)] != front.right {
                    faults.append("front \(front.left)|\(front.right) at \(a.coordinate) is not a common boundary")
                }
            }
        }
        for pair in Set(expected.keys).union(seen.keys) {
            let (a, b) = (expected[pair] ?? 0, seen[pair] ?? 0)
            if !(abs(a - b) <= 1e-6 + 1e-9 * a) {
                faults.append("front \(pair.left)|\(pair.right) has \(b) m, the common boundary \(a) m")
            }
        }
        return faults
    }
}
