/// Rings of many layers laid over each other: a planar graph on the grid whose faces know the layers that cover them.
///
/// Nothing is computed twice and nothing is rounded twice: where two layers, or two maps, have the same edge, it is one
/// edge; where edges cross, they are split at the grid point nearest to the crossing (`OverlayNoder`). So land on either
/// side of an edge never overlaps and leaves no gap.
package struct Overlay: Sendable {
    package let points: [GridPoint]
    /// Edges between faces that differ: from, to, and the numbers of the faces' covers on the left and on the right.
    package let from: [Int32]
    package let to: [Int32]
    package let left: [Int32]
    package let right: [Int32]
    /// What faces are covered by, numbered; 0 is nothing.
    package let covers: [Cover]
    /// Rings that crossed or touched themselves, and were taken as the land that they wind around, whichever way.
    package let selfCrossingRings: [Int]
    /// More layers lay over each other than are told apart.
    private let isOverfull: Bool

    /// The layers over a face.
    package struct Cover: Hashable, Sendable {
        /// Ascending.
        package let layers: [Int32]
        /// Those of them that cover it more than once.
        package let repeated: [Int32]
        /// Those whose holes reach beyond their outlines here.
        package let negative: [Int32]

        init(_ windings: Windings) {
            layers = windings.entries.filter { $0.winding > 0 }.map(\.layer)
            repeated = windings.entries.filter { $0.winding > 1 }.map(\.layer)
            negative = windings.entries.filter { $0.winding < 0 }.map(\.layer)
        }
    }

    /// - Assumptions: outlines and holes may run either way.
    /// - Throws: ``OverlayError``.
    /// - Complexity: O(n log n + k) for n vertices and k crossings.
    package init(_ rings: LayeredRings) throws(OverlayError) {
        if let (low, high) = rings.box, Int64(high.x) - Int64(low.x) > 1_800_000_000 { throw .tooWide }
        var builder = OverlayBuilder(rings)
        var noder = OverlayNoder(builder.edges)
        try noder.look()
        let twisted = try builder.straighten(layers: noder.layersMeetingThemselves)
        if !twisted.isEmpty { noder = OverlayNoder(builder.edges) }
        try noder.run()
        self.init(noder.edges, selfCrossingRings: twisted)
        if isOverfull { throw .tooManyLayers(limit: WindingTable.layerLimit) }
    }

    /// - Precondition: the edges meet at their ends only.
    init(_ edges: OverlayEdges, selfCrossingRings: [Int]) {
        var edges = edges
        var from: [Int32] = []
        var to: [Int32] = []
        var changes: [Int32] = []
        for (i, change) in edges.changes.enumerated() where change != 0 {
            from.append(edges.segments[i].from)
            to.append(edges.segments[i].to)
            changes.append(change)
        }
        let graph = PlanarGraph(points: edges.vertices.points, from: from, to: to)
        let faces = OverlayFaces(graph, changes: changes, &edges.table)
        points = graph.points
        left = from.indices.map { faces.windings[Int(graph.loop[2 * $0])] }
        right = from.indices.map { faces.windings[Int(graph.loop[2 * $0 + 1])] }
        self.from = from
        self.to = to
        covers = edges.table.all.map(Cover.init)
        isOverfull = edges.table.isOverfull
        self.selfCrossingRings = selfCrossingRings
    }

    /// The area of each cover but the first, which has no end, in square metres, by number.
    ///
    /// - Complexity: O(edges), about a tenth of a microsecond each.
    package var areasInSquareMetres: [Double] {
        var areas = [Double](repeating: 0, count: covers.count)
        for i in from.indices {
            let share = AuthalicArea.contribution(
                from: points[Int(from[i])].coordinate, to: points[Int(to[i])].coordinate)
            areas[Int(left[i])] += share
            areas[Int(right[i])] -= share
        }
        areas[0] = 0
        return areas
    }
}
