internal import Geometry

/// In which order arcs leave each junction.
///
/// Arcs that cross nowhere and pass no place could still swap their order around a junction where a whole part of the map
/// turned over.
struct JunctionFans {
    private struct End {
        let arc: Int
        let isLast: Bool
    }

    private let fans: [[End]]
    private let centres: [GridPoint]

    /// - Complexity: O(junctions), plus sorting around those of many arcs.
    init(_ arcs: Arcs) {
        let points = arcs.labels.points
        var ends: [Int32: [End]] = [:]
        for (i, arc) in arcs.arcs.enumerated() where arcs.isJunction[Int(arc.vertices[0])] {
            ends[arc.vertices[0], default: []].append(End(arc: i, isLast: false))
            ends[arc.vertices.last!, default: []].append(End(arc: i, isLast: true))
        }
        let junctions = ends.keys.filter { ends[$0]!.count > 2 }.sorted { points[Int($0)] < points[Int($1)] }
        centres = junctions.map { points[Int($0)] }
        fans = junctions.map { junction in
            Self.sorted(ends[junction]!, around: points[Int(junction)]) { end in
                let vertices = arcs.arcs[end.arc].vertices
                return points[Int(end.isLast ? vertices[vertices.count - 2] : vertices[1])]
            }
        }
    }

    /// The arcs at junctions where they leave in another order than they did.
    func arcsOutOfOrder(_ arcs: [RedrawnArc]) -> Set<Int> {
        var found: Set<Int> = []
        for (centre, fan) in zip(centres, fans) where fan.contains(where: { arcs[$0.arc].isChanged }) {
            let now = Self.sorted(fan, around: centre) { end in
                let line = arcs[end.arc].points
                return end.isLast ? line[line.count - 2] : line[1]
            }
            func isFirst(_ end: End) -> Bool { end.arc == fan[0].arc && end.isLast == fan[0].isLast }
            let shift = now.firstIndex(where: isFirst)!
            let isSame = fan.indices.allSatisfy { i in
                let other = now[(i + shift) % now.count]
                return other.arc == fan[i].arc && other.isLast == fan[i].isLast
            }
            if !isSame { found.formUnion(fan.map(\.arc)) }
        }
        return found
    }

    /// Counter-clockwise, beginning at the direction straight down.
    private static func sorted(_ ends: [End], around centre: GridPoint, towards: (End) -> GridPoint) -> [End] {
        func isRight(_ p: GridPoint) -> Bool { p.x > centre.x || (p.x == centre.x && p.y > centre.y) }
        return ends.map { ($0, towards($0)) }.sorted { a, b in
            if isRight(a.1) != isRight(b.1) { return isRight(a.1) }
            return GridPoint.orientation(centre, a.1, b.1) > 0
        }.map(\.0)
    }
}
