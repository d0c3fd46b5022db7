/// From a diagram in the plane to edges on the grid, cut at the border of the area.
struct TessellationEdges {
    private(set) var vertices: [GridPoint] = []
    /// With cells in the order of the diagram's sites, which ``given`` leads back to those passed.
    private(set) var edges: [Tessellation.Edge] = []
    let given: [Int32]

    /// Of the diagram's sites; edges between equal ones are left out.
    private let labels: [Int32]?

    /// - Parameter labels: of the sites as they were given to the diagram.
    init(
        diagram: consuming VoronoiDiagram, region: TessellationRegion, area: MultiPolygon?, labels: [Int32]?
    ) throws(TessellationError) {
        given = diagram.given
        self.labels = labels.map { [given] labels in given.prefix(labels.count).map { labels[Int($0)] } }
        if let labels = self.labels {
            var needed = NeededCells(copy diagram, region: region, labels: labels)
            // An island within one cell, or a repair, may need more cells. In the end all are.
            for _ in 0..<3 {
                guard let touched = try draw(copy diagram, region, area, needed), needed.add(touched.isTouched) else {
                    return
                }
            }
        }
        _ = try draw(diagram, region, area, nil)
    }

    /// Works the edges out: all, or those of the cells that are needed.
    ///
    /// Returns the cells of which all edges had to be known, if it came to that.
    private mutating func draw(
        _ diagram: consuming VoronoiDiagram, _ region: TessellationRegion, _ area: MultiPolygon?, _ needed: NeededCells?
    ) throws(TessellationError) -> TouchedCells? {
        var diagram = diagram
        if let needed { diagram.keep(needed) }
        let grid = try diagram.onGrid(region)
        diagram.findBent(grid, among: needed)

        var segments: [Segment] = []
        var isSuspect: [Bool] = []
        segments.reserveCapacity(diagram.edges.count)
        isSuspect.reserveCapacity(diagram.edges.count)
        var anySuspect = false
        for edge in diagram.edges {
            let (from, to) = (diagram.root[Int(edge.from)], diagram.root[Int(edge.to)])
            guard from != to else { continue }
            let suspect = edge.right < 0 || diagram.isCut[Int(edge.left)] || diagram.isCut[Int(edge.right)]
            anySuspect = anySuspect || suspect
            segments.append(Segment(from: from, to: to, left: edge.left, right: edge.right, winding: 0))
            // Without an area, what is out of reach is outside.
            if edge.right < 0 && region.border == nil { segments[segments.count - 1].right = Tessellation.outside }
            isSuspect.append(suspect)
        }
        if !anySuspect && region.border == nil {
            takeAsTheyAre(segments, grid)
            return nil
        }

        // Number the vertices anew: from now on the same point has one number.
        var renumbering = Renumbering(count: grid.count)
        for i in segments.indices {
            segments[i].from = renumbering.new(segments[i].from)
            segments[i].to = renumbering.new(segments[i].to)
        }
        var table = VertexTable(minimumCapacity: renumbering.old.count)
        let number = renumbering.old.map { table.insert(grid[Int($0)]) }
        var kept = 0
        for i in segments.indices {
            var s = segments[i]
            s.from = number[Int(s.from)]
            s.to = number[Int(s.to)]
            guard s.from != s.to else { continue }
            segments[kept] = s
            isSuspect[kept] = isSuspect[i]
            kept += 1
        }
        let pinched = kept < segments.count || table.points.count < number.count
        segments.removeSubrange(kept...)
        isSuspect.removeSubrange(kept...)
        if let border = region.border, let frame = region.frame {
            for ring in border.rings { Self.append(ring, winding: 1, to: &segments, &table) }
            let (low, high) = frame
            let corners = [low, GridPoint(x: high.x, y: low.y), high, GridPoint(x: low.x, y: high.y), low]
            Self.append(corners, winding: FaceLabels.frameWinding, to: &segments, &table)
            while isSuspect.count < segments.count { isSuspect.append(true) }
        }

        var noder = Noder(vertices: table, segments: segments, isSuspect: isSuspect)
        try noder.run()
        if noder.bordersCross, let area {
            // Rounding alone may make the rings of a valid area cross by a centimetre, which does no harm.
            if let reason = Validity.reason(of: area) { throw .areaRingsCross(reason: reason) }
        }
        if region.border == nil && !noder.changed && !pinched {
            takeAsTheyAre(segments, table.points)
            return nil
        }
        let sides = SegmentSides(noder: noder, diagram: diagram, region: region)
        label(noder, sides)
        // Rings without an inside.
        if edges.isEmpty { throw .emptyArea }
        return sides.touched
    }

    private static func append(
        _ ring: [GridPoint], winding: Int32, to segments: inout [Segment], _ table: inout VertexTable
    ) {
        var last = table.insert(ring[0])
        for point in ring.dropFirst() {
            let v = table.insert(point)
            if v != last {
                segments.append(
                    Segment(from: last, to: v, left: Segment.noCell, right: Segment.noCell, winding: winding))
            }
            last = v
        }
    }

    /// Gives both sides of each segment what lies there, and keeps the segments that separate something.
    private mutating func label(_ noder: Noder, _ sides: SegmentSides) {
        var bounded: [Segment] = []
        bounded.reserveCapacity(noder.segments.count)
        for (i, s) in noder.segments.enumerated() {
            let (left, right) = sides.of(i, s)
            guard left != right else { continue }
            bounded.append(Segment(from: s.from, to: s.to, left: left, right: right, winding: 0))
        }
        takeAsTheyAre(bounded, noder.vertices.points)
    }

    /// Keeps the vertices that edges use.
    private mutating func takeAsTheyAre(_ segments: [Segment], _ points: [GridPoint]) {
        var renumbering = Renumbering(count: points.count)
        edges.removeAll()
        for s in segments {
            if let labels, s.left >= 0, s.right >= 0, labels[Int(s.left)] == labels[Int(s.right)] { continue }
            edges.append(
                Tessellation.Edge(
                    from: renumbering.new(s.from), to: renumbering.new(s.to), left: s.left, right: s.right))
        }
        vertices = renumbering.old.map { points[Int($0)] }
    }
}
