/// Turns rings into edges that know which layer begins on their left.
struct OverlayBuilder {
    private let rings: LayeredRings
    private(set) var edges: OverlayEdges
    /// Rings that come by a vertex twice.
    private var touching: Set<Int> = []
    /// For each vertex the ring that came by last; empty once the touching rings are known.
    private var lastRing: [Int32]

    init(_ rings: LayeredRings) {
        self.rings = rings
        edges = OverlayEdges(minimumCapacity: rings.points.count)
        lastRing = [Int32](repeating: -1, count: rings.points.count)
        for i in 0..<rings.count { add(i) }
        lastRing = []
    }

    /// Adds the edges of a ring: its layer is on the inside of an outline and on the outside of a hole, whichever way
    /// they run.
    private mutating func add(_ i: Int) {
        let ring = rings.ring(i)
        let isLeft = (Self.doubledArea(ring) > 0) != rings.isHole[i]
        let change = edges.table.number(layer: rings.layers[i], winding: isLeft ? 1 : -1)
        var last = edges.vertex(ring.last!)
        for p in ring {
            let v = edges.vertex(p)
            if !lastRing.isEmpty {
                if lastRing[Int(v)] == Int32(truncatingIfNeeded: i) { touching.insert(i) }
                lastRing[Int(v)] = Int32(truncatingIfNeeded: i)
            }
            if v != last { edges.add(from: last, to: v, change: change) }
            last = v
        }
    }

    static func doubledArea(_ ring: ArraySlice<GridPoint>) -> Int128 {
        let origin = ring.first!
        var sum: Int128 = 0
        var last = origin
        for p in ring.dropFirst() {
            sum += Int128(GridPoint.orientation(origin, last, p))
            last = p
        }
        return sum
    }

    /// Builds the edges anew with each ring that crosses or touches itself replaced by the border of the land that it
    /// winds around, so that both loops of a bow tie are land. Returns the numbers of those rings.
    ///
    /// - Parameter layers: those in which edges meet other than at their ends. Rings of others are looked at only where
    ///   they come by a vertex twice.
    mutating func straighten(layers: Set<Int32>) throws(OverlayError) -> [Int] {
        var borders: [Int: OverlayEdges] = [:]
        for i in 0..<rings.count where layers.contains(rings.layers[i]) || touching.contains(i) {
            if let border = try border(of: i) { borders[i] = border }
        }
        guard !borders.isEmpty else { return [] }
        let table = edges.table
        edges = OverlayEdges(minimumCapacity: rings.points.count)
        edges.table = table
        for i in 0..<rings.count {
            guard let border = borders[i] else {
                add(i)
                continue
            }
            let inside = edges.table.number(layer: rings.layers[i], winding: rings.isHole[i] ? -1 : 1)
            for (k, change) in border.changes.enumerated() where change != 0 {
                let s = border.segments[k]
                let (a, b) = (border.vertices.points[Int(s.from)], border.vertices.points[Int(s.to)])
                let isLeft = border.table.all[Int(change)].entries[0].winding > 0
                edges.add(
                    from: edges.vertex(a), to: edges.vertex(b),
                    change: isLeft ? inside : edges.table.opposite(inside))
            }
        }
        return borders.keys.sorted()
    }

    /// The border of what a ring winds around, as edges with one more winding on the inside; nil for a ring that is
    /// simple.
    private func border(of i: Int) throws(OverlayError) -> OverlayEdges? {
        var alone = OverlayEdges(minimumCapacity: rings.ring(i).count)
        let change = alone.table.number(layer: 0, winding: 1)
        var last = alone.vertex(rings.ring(i).last!)
        for p in rings.ring(i) {
            let v = alone.vertex(p)
            if v != last { alone.add(from: last, to: v, change: change) }
            last = v
        }
        var noder = OverlayNoder(alone)
        try noder.look()
        guard noder.hasSplits || touching.contains(i) else { return nil }
        try noder.run()
        let faces = Overlay(noder.edges, selfCrossingRings: [])
        var border = OverlayEdges(minimumCapacity: faces.from.count)
        let inside = border.table.number(layer: 0, winding: 1)
        for k in faces.from.indices {
            // Any winding but none is inside, also a negative one.
            let (left, right) = (faces.left[k] != 0, faces.right[k] != 0)
            guard left != right else { continue }
            border.add(
                from: border.vertex(faces.points[Int(faces.from[k])]),
                to: border.vertex(faces.points[Int(faces.to[k])]),
                change: left ? inside : border.table.opposite(inside))
        }
        return border
    }
}
