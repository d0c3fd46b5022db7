import Geometry
import Rows
import Synchronization

/// The borders between sides in both maps.
struct ComparedLines {
    private struct Pair: Hashable, Comparable {
        let left: MapCover
        let right: MapCover

        static func < (a: Pair, b: Pair) -> Bool { (a.left, a.right) < (b.left, b.right) }
    }

    private struct Line {
        let pair: Pair
        var lengths = (before: 0.0, after: 0.0)
        /// Edges that only one of the maps, or both, have as a border of the two.
        var onlyBefore: [Int] = []
        var onlyAfter: [Int] = []
        var both: [Int] = []

        var isInBoth: Bool { lengths.before > 0 && lengths.after > 0 }
    }

    private var lines: [Line] = []
    private var number: [Pair: Int] = [:]

    init(_ overlay: Overlay, _ faces: ComparedFaces) {
        // Where there is one side only, its border with the rest of the world is its front.
        let isOneSided = Set(faces.pairs.flatMap { [$0.from.side, $0.to.side].compactMap { $0 } }).count == 1
        let count = faces.pairs.count
        // By the numbers of the two pairs, the lines before and after: -1 none, -2 not asked yet.
        var before = [Int](repeating: -2, count: count * count)
        var after = before
        for i in overlay.from.indices {
            let left = Int(faces.pairOfCover[Int(overlay.left[i])])
            let right = Int(faces.pairOfCover[Int(overlay.right[i])])
            guard left != right else { continue }
            let kind = left * count + right
            if before[kind] == -2 {
                let (l, r) = (faces.pairs[left], faces.pairs[right])
                before[kind] = line(l.from, r.from, isOneSided)
                after[kind] = line(l.to, r.to, isOneSided)
            }
            let (old, new) = (before[kind], after[kind])
            guard old >= 0 || new >= 0 else { continue }
            let length = Geodesic.edgeLengthInMetres(
                from: overlay.points[Int(overlay.from[i])].coordinate, to: overlay.points[Int(overlay.to[i])].coordinate
            )
            if old >= 0 { lines[old].lengths.before += length }
            if new >= 0 { lines[new].lengths.after += length }
            if old == new {
                lines[old].both.append(i)
            } else {
                if old >= 0 { lines[old].onlyBefore.append(i) }
                if new >= 0 { lines[new].onlyAfter.append(i) }
            }
        }
        lines.sort { $0.pair < $1.pair }
    }

    /// One for each pair of sides, sorted; how far the lines moved is worked out by all threads.
    func changes(_ overlay: Overlay) -> [MapComparison.LineChange] {
        // For each line, how far the old one lies from the new one, and the other way round.
        let moves = Mutex([Double](repeating: 0, count: 2 * lines.count))
        Threads.run(2 * lines.count) { part in
            let line = lines[part / 2]
            guard line.isInBoth else { return }
            let move =
                part % 2 == 0
                ? Self.greatest(from: line.onlyBefore, to: line.onlyAfter + line.both, overlay)
                : Self.greatest(from: line.onlyAfter, to: line.onlyBefore + line.both, overlay)
            moves.withLock { $0[part] = move }
        }
        return moves.withLock { moves in
            lines.enumerated().map { i, line in
                MapComparison.LineChange(
                    left: line.pair.left, right: line.pair.right, lengthBeforeInMetres: line.lengths.before,
                    lengthAfterInMetres: line.lengths.after,
                    greatestMoveInMetres: line.isInBoth ? max(moves[2 * i], moves[2 * i + 1]) : nil)
            }
        }
    }

    /// The line that an edge between the two is part of, or -1.
    private mutating func line(_ a: MapCover, _ b: MapCover, _ isOneSided: Bool) -> Int {
        guard a != b, a.side != nil || b.side != nil else { return -1 }
        let hasBoth = a.side != nil && b.side != nil
        guard hasBoth || (isOneSided && (a == .notMapped || b == .notMapped)) else { return -1 }
        let pair = Pair(left: min(a, b), right: max(a, b))
        if let known = number[pair] { return known }
        number[pair] = lines.count
        lines.append(Line(pair: pair))
        return lines.count - 1
    }

    /// How far the vertices of the moved edges lie from the fixed ones at the most. Vertices on both lines did not move, so
    /// the work goes with what changed.
    private static func greatest(from moved: [Int], to fixed: [Int], _ overlay: Overlay) -> Double {
        guard !moved.isEmpty else { return 0 }
        var isThere = [Bool](repeating: false, count: overlay.points.count)
        for i in fixed {
            isThere[Int(overlay.from[i])] = true
            isThere[Int(overlay.to[i])] = true
        }
        var vertices: [GridPoint] = []
        for i in moved {
            for v in [Int(overlay.from[i]), Int(overlay.to[i])] where !isThere[v] {
                isThere[v] = true
                vertices.append(overlay.points[v])
            }
        }
        let edges = fixed.map { (overlay.points[Int(overlay.from[$0])], overlay.points[Int(overlay.to[$0])]) }
        return NearestEdge(edges)?.greatestDistanceInMetres(of: vertices) ?? 0
    }
}
