import Fronts
import Geometry

/// What is wrong with the holes of one polygon. The overlay takes them as they are and still has an answer: this tells
/// of it.
struct HoleFaults {
    /// Nothing of the outline is left.
    var leaveNothing = false
    /// Some of a hole lies outside the outline.
    var reachOutside = false
    /// Holes that lie over each other, in each other or are there twice.
    var overlap = false
    /// A hole runs along the outline: a bay, and no hole.
    var followOutline = false
    /// What is left is in pieces.
    var split = false

    /// - Parameter rings: one polygon: its outline, then its holes.
    /// - Complexity: that of an overlay of these rings. Rings that cannot be laid over each other have no faults here:
    ///   the comparison refuses them.
    init(_ rings: LayeredRings) {
        // Nearly always nothing is wrong, which costs less to see than to overlay.
        if rings.nestOnce { return }
        // The outline is layer 0 and all holes are layer 1, each counted as land of its own.
        var apart = LayeredRings()
        for i in 0..<rings.count { apart.append(rings.ring(i), layer: i == 0 ? 0 : 1, isHole: false) }
        guard let overlay = try? Overlay(apart) else { return }
        let isSeen = Set(overlay.left).union(overlay.right)
        var isLeft = [Bool](repeating: false, count: overlay.covers.count)
        for number in isSeen {
            let cover = overlay.covers[Int(number)]
            if cover.layers == [0] { isLeft[Int(number)] = true }
            if cover.layers == [1] { reachOutside = true }
            if cover.repeated.contains(1) { overlap = true }
        }
        let sides = zip(overlay.left, overlay.right).lazy.map { (overlay.covers[Int($0)], overlay.covers[Int($1)]) }
        followOutline = sides.contains { a, b in
            (a.layers.isEmpty && b.layers == [0, 1]) || (b.layers.isEmpty && a.layers == [0, 1])
        }
        leaveNothing = !isLeft.contains(true)
        // Rings that touch nowhere leave their outline in one piece.
        if leaveNothing || (!reachOutside && !overlap && overlay.selfCrossingRings.isEmpty && Self.areApart(overlay)) {
            return
        }
        let pieces = LabelledFaces.polygons(
            points: overlay.points, from: overlay.from, to: overlay.to,
            left: overlay.left.map { isLeft[Int($0)] ? 0 : Tessellation.outside },
            right: overlay.right.map { isLeft[Int($0)] ? 0 : Tessellation.outside })
        // Loops of an outline that crosses itself are pieces too, and told as that.
        split = overlay.selfCrossingRings.isEmpty && pieces.reduce(0) { $0 + $1.polygons.count } > 1
    }

    /// Whether every vertex has two edges.
    private static func areApart(_ overlay: Overlay) -> Bool {
        var edges = [UInt8](repeating: 0, count: overlay.points.count)
        for (a, b) in zip(overlay.from, overlay.to) {
            guard edges[Int(a)] < 2, edges[Int(b)] < 2 else { return false }
            edges[Int(a)] += 1
            edges[Int(b)] += 1
        }
        return true
    }
}
