internal import Geometry

/// Draws arcs anew so that no two cross, no place changes sides and no area changes much.
///
/// All are moved at once, then checked. Where something is wrong the stretch at fault goes half the way, then a quarter, at
/// last it stays as it was; so it ends, in the worst case with everything as it was.
struct Redrawing {
    private(set) var arcs: [RedrawnArc]
    private let source: Arcs
    private let plane: EqualAreaPlane
    private let smoothing: Smoothing
    private let obstacles: Obstacles
    private let fans: JunctionFans

    /// After so many rounds a whole arc stays as it was where anything on it is wrong.
    private static let gentleRounds = 8
    private static let areaRounds = 4

    /// - Parameter spacing: of the places on either side of an edge, in metres; nil where the edge must not move.
    init(
        _ source: Arcs, plane: EqualAreaPlane, places: [GridPoint], _ smoothing: Smoothing,
        spacing: (_ edge: Int32) -> Double?
    ) {
        let points = source.labels.points
        self.source = source
        self.plane = plane
        self.smoothing = smoothing
        arcs = source.arcs.map { arc in
            let line = arc.vertices.map { points[Int($0)] }
            let spacings = arc.edges.compactMap(spacing)
            guard spacings.count == arc.edges.count else { return RedrawnArc(asIs: line) }
            let isLoop = arc.isClosed && !source.isJunction[Int(arc.vertices[0])]
            return RedrawnArc(
                SampledArc(line, plane: plane, spacings: spacings, isLoop: isLoop, smoothing), plane: plane,
                tolerance: smoothing.tolerance)
        }
        var fixed = source.isJunction.indices.filter { source.isJunction[$0] }.map { points[$0] }
        // A loop that stays must not be passed either.
        for (arc, drawn) in zip(source.arcs, arcs) where drawn.samples == nil && arc.isClosed {
            fixed.append(drawn.points[0])
        }
        obstacles = Obstacles(places: places, junctions: fixed)
        fans = JunctionFans(source)
    }

    mutating func run() {
        untangle()
        for round in 0...Self.areaRounds {
            let changed = labelsThatChanged()
            if changed.isEmpty { return }
            for (i, arc) in source.arcs.enumerated()
            where changed.contains(arc.left) || changed.contains(arc.right) {
                if round < Self.areaRounds { arcs[i].weakenAll() } else { arcs[i].stay() }
                arcs[i].draw(plane: plane, tolerance: smoothing.tolerance)
            }
            untangle()
        }
    }

    /// Weakens what is wrong until nothing is.
    private mutating func untangle() {
        var round = 0
        var toSweep = Set(arcs.indices)
        while true {
            var faults: [Int: [ClosedRange<Int>]] = [:]
            for i in toSweep { faults[i] = sweptObstacles(arcs[i]) }
            for piece in Crossings.all(arcs) where arcs[Int(piece.arc)].samples != nil {
                let kept = arcs[Int(piece.arc)].kept
                faults[Int(piece.arc), default: []].append(kept[Int(piece.index)]...kept[Int(piece.index) + 1])
            }
            for i in fans.arcsOutOfOrder(arcs) {
                let kept = arcs[i].kept
                faults[i, default: []] += [kept[0]...kept[1], kept[kept.count - 2]...kept[kept.count - 1]]
            }
            faults = faults.filter { arcs[$0].isChanged && !$1.isEmpty }
            if faults.isEmpty { return }
            for (i, ranges) in faults {
                if round < Self.gentleRounds {
                    for range in Set(ranges).sorted(by: { $0.lowerBound < $1.lowerBound }) { arcs[i].weaken(range) }
                } else {
                    arcs[i].stay()
                }
                arcs[i].draw(plane: plane, tolerance: smoothing.tolerance)
            }
            toSweep = Set(faults.keys)
            round += 1
        }
    }

    /// The stretches that pass over an obstacle on the way from where they were.
    private func sweptObstacles(_ arc: RedrawnArc) -> [ClosedRange<Int>] {
        guard let samples = arc.samples, arc.isChanged else { return [] }
        var found: [ClosedRange<Int>] = []
        for c in 1..<arc.kept.count {
            let (a, b) = (arc.kept[c - 1], arc.kept[c])
            if arc.isAsItWas(a...b) { continue }
            let (from, to) = (arc.points[c - 1], arc.points[c])
            let (start, length) = (samples.along[a], samples.along[b] - samples.along[a])
            var before = from
            for k in (a + 1)...b {
                let after = k == b ? to : SampledArc.between(from, to, (samples.along[k] - start) / length)
                if obstacles.isAny(in: samples.grid[k - 1], samples.grid[k], after)
                    || obstacles.isAny(in: samples.grid[k - 1], after, before)
                {
                    found.append(a...b)
                    break
                }
                before = after
            }
        }
        return found
    }

    /// Labels whose area is another by more than is allowed.
    private func labelsThatChanged() -> Set<Int32> {
        var old: [Int32: Double] = [:]
        var new: [Int32: Double] = [:]
        for (arc, drawn) in zip(source.arcs, arcs) {
            let before = Self.area(arc.vertices.map { source.labels.points[Int($0)] })
            let after = drawn.isChanged ? Self.area(drawn.points) : before
            old[arc.left, default: 0] += before
            old[arc.right, default: 0] -= before
            new[arc.left, default: 0] += after
            new[arc.right, default: 0] -= after
        }
        return Set(old.keys.filter { abs(new[$0]! - old[$0]!) > Smoothing.greatestChangeOfArea * 0.99 * abs(old[$0]!) })
    }

    private static func area(_ line: [GridPoint]) -> Double {
        var sum = 0.0
        for i in 1..<line.count {
            sum += AuthalicArea.contribution(from: line[i - 1].coordinate, to: line[i].coordinate)
        }
        return sum
    }
}
