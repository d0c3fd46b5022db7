import Geometry

/// The borders between sides in both maps.
struct ComparedLines {
    private(set) var changes: [MapComparison.LineChange] = []

    private struct Pair: Hashable, Comparable {
        let left: MapCover
        let right: MapCover

        static func < (a: Pair, b: Pair) -> Bool { (a.left, a.right) < (b.left, b.right) }
    }

    private struct Lines {
        var lengths = (before: 0.0, after: 0.0)
        /// Edges that only one of the maps has as a border of the two.
        var onlyBefore: [Int] = []
        var onlyAfter: [Int] = []
        var both: [Int] = []
    }

    init(_ overlay: Overlay, _ faces: ComparedFaces) {
        // Where there is one side only, its border with the rest of the world is its front.
        let sides = Set(faces.pairs.flatMap { [$0.from.side, $0.to.side].compactMap { $0 } })
        let isOneSided = sides.count == 1
        let count = faces.pairs.count
        // By the numbers of the two pairs: the border before and after, worked out once.
        var borders = [(before: Pair?, after: Pair?)?](repeating: nil, count: count * count)
        var lines: [Pair: Lines] = [:]
        for i in overlay.from.indices {
            let (left, right) = (
                Int(faces.pairOfCover[Int(overlay.left[i])]), Int(faces.pairOfCover[Int(overlay.right[i])])
            )
            guard left != right else { continue }
            if borders[left * count + right] == nil {
                let (l, r) = (faces.pairs[left], faces.pairs[right])
                borders[left * count + right] = (
                    Self.border(l.from, r.from, isOneSided), Self.border(l.to, r.to, isOneSided)
                )
            }
            let (before, after) = borders[left * count + right]!
            guard before != nil || after != nil else { continue }
            let length = Geodesic.edgeLengthInMetres(
                from: overlay.points[Int(overlay.from[i])].coordinate, to: overlay.points[Int(overlay.to[i])].coordinate)
            if let before {
                lines[before, default: Lines()].lengths.before += length
                if before == after { lines[before]!.both.append(i) } else { lines[before]!.onlyBefore.append(i) }
            }
            if let after {
                lines[after, default: Lines()].lengths.after += length
                if before != after { lines[after]!.onlyAfter.append(i) }
            }
        }
        changes = lines.keys.sorted().map { pair in
            let line = lines[pair]!
            return MapComparison.LineChange(
                left: pair.left, right: pair.right, lengthBeforeInMetres: line.lengths.before,
                lengthAfterInMetres: line.lengths.after, greatestMoveInMetres: Self.greatestMove(line, overlay))
        }
    }

    private static func border(_ a: MapCover, _ b: MapCover, _ isOneSided: Bool) -> Pair? {
        guard a != b, a.side != nil || b.side != nil else { return nil }
        let hasBoth = a.side != nil && b.side != nil
        guard hasBoth || (isOneSided && (a == .notMapped || b == .notMapped)) else { return nil }
        return Pair(left: min(a, b), right: max(a, b))
    }

    /// Vertices on both lines did not move, so the work goes with what changed.
    private static func greatestMove(_ line: Lines, _ overlay: Overlay) -> Double? {
        guard line.lengths.before > 0, line.lengths.after > 0 else { return nil }
        func greatest(from moved: [Int], to fixed: [Int]) -> Double {
            guard !moved.isEmpty else { return 0 }
            let edges = fixed.map { (overlay.points[Int(overlay.from[$0])], overlay.points[Int(overlay.to[$0])]) }
            let there = Set(fixed.lazy.flatMap { [overlay.from[$0], overlay.to[$0]] })
            let vertices = Set(moved.lazy.flatMap { [overlay.from[$0], overlay.to[$0]] }).subtracting(there)
            return NearestEdge(edges)?.greatestDistanceInMetres(of: vertices.map { overlay.points[Int($0)] }) ?? 0
        }
        return max(
            greatest(from: line.onlyBefore, to: line.onlyAfter + line.both),
            greatest(from: line.onlyAfter, to: line.onlyBefore + line.both))
    }
}
