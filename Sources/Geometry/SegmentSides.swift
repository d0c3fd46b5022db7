/// What lies on either side of each noded segment: a cell, out of reach, or the outside.
///
/// Faces are worked out only around cells that the border, a cut or a repair touches, a small part of all. An untouched
/// cell is one face, and lies in the area or not like the untouched cells beside it.
struct SegmentSides {
    /// For each segment its place among those whose faces are worked out; -1 for one between two untouched cells.
    private let nearIndex: [Int32]
    private let near: [Side]
    /// Whether each untouched cell lies in the area, by the cell that stands for those connected with it.
    private let isInside: [Bool]
    private let connected: [Int32]
    /// The cells around which faces were worked out.
    let touched: TouchedCells

    private struct Side {
        var left: Int32
        var right: Int32
    }

    init(noder: Noder, diagram: VoronoiDiagram, region: TessellationRegion) {
        let segments = noder.segments
        let points = noder.vertices.points
        let touched = TouchedCells(noder: noder, diagram: diagram, region: region)
        self.touched = touched
        func isTouched(_ cell: Int32) -> Bool { cell < 0 || touched.isTouched[Int(cell)] }

        var index = [Int32](repeating: -1, count: segments.count)
        var nearSegments: [Segment] = []
        var renumbering = Renumbering(count: points.count)
        var sets = UnionFind(count: diagram.sites)
        for (i, s) in segments.enumerated() {
            guard isTouched(s.left) || isTouched(s.right) else {
                sets.join(s.left, s.right)
                continue
            }
            index[i] = Int32(truncatingIfNeeded: nearSegments.count)
            var segment = s
            segment.from = renumbering.new(s.from)
            segment.to = renumbering.new(s.to)
            nearSegments.append(segment)
        }
        for edge in diagram.setAside { sets.join(edge.left, edge.right) }
        let connected = sets.settled()

        let graph = PlanarGraph(
            points: renumbering.old.map { points[Int($0)] }, from: nearSegments.map(\.from), to: nearSegments.map(\.to))
        let everywhere = region.frame.map { diagram.cell(at: region.plane.project($0.low.coordinate)) }
        let faces = FaceLabels(
            graph: graph, segments: nearSegments, framed: region.frame != nil,
            everywhere: everywhere ?? Tessellation.beyondReach)
        var sides: [Side] = []
        sides.reserveCapacity(nearSegments.count)
        var inside = [Bool](repeating: false, count: diagram.sites)
        for (i, s) in nearSegments.enumerated() {
            // A face of untouched cells has many of them: only whether it is outside tells.
            func side(_ halfedge: Int, _ cell: Int32) -> Int32 {
                let label = faces.label[Int(graph.loop[halfedge])]
                if isTouched(cell) || label == Tessellation.outside { return label }
                inside[Int(connected[Int(cell)])] = true
                return cell
            }
            sides.append(Side(left: side(2 * i, s.left), right: side(2 * i + 1, s.right)))
        }
        nearIndex = index
        near = sides
        isInside = inside
        self.connected = connected
    }

    /// What lies on the left and on the right of segment `i`.
    @inline(__always)
    func of(_ i: Int, _ segment: Segment) -> (left: Int32, right: Int32) {
        let k = Int(nearIndex[i])
        if k >= 0 { return (near[k].left, near[k].right) }
        if isInside[Int(connected[Int(segment.left)])] { return (segment.left, segment.right) }
        return (Tessellation.outside, Tessellation.outside)
    }
}

/// The cells of which more than the straight course of their own edges has to be known.
struct TouchedCells {
    private(set) var isTouched: [Bool]

    /// Touched are cells that are cut or bent, cells with a vertex on the border, on the frame or where the noder
    /// changed something, and cells around a ring of the border that meets no edge.
    init(noder: Noder, diagram: VoronoiDiagram, region: TessellationRegion) {
        isTouched = diagram.isCut
        let points = noder.vertices.points
        var isSpecial = [Bool](repeating: false, count: points.count)
        for v in noder.changedVertices { isSpecial[Int(v)] = true }
        // Border and frame, by their own numbers of vertices.
        var border = Renumbering(count: points.count)
        var ends: [(Int32, Int32)] = []
        for s in noder.segments where s.winding != 0 || s.left < 0 || s.right < 0 {
            isSpecial[Int(s.from)] = true
            isSpecial[Int(s.to)] = true
            ends.append((border.new(s.from), border.new(s.to)))
        }
        var sets = UnionFind(count: border.old.count)
        for (a, b) in ends { sets.join(a, b) }
        let ring = sets.settled()
        var meetsEdge = [Bool](repeating: false, count: border.old.count)
        for s in noder.segments where isSpecial[Int(s.from)] || isSpecial[Int(s.to)] {
            for cell in [s.left, s.right] where cell >= 0 {
                isTouched[Int(cell)] = true
                for v in [s.from, s.to] where border.has(v) { meetsEdge[Int(ring[Int(border.new(v))])] = true }
            }
        }
        var search: NearestSite?
        for (i, root) in ring.enumerated() where Int(root) == i && !meetsEdge[i] {
            let p = region.plane.project(points[Int(border.old[i])].coordinate)
            if search == nil { search = NearestSite(diagram) }
            // The neighbours as well, in case rounding put the point on the wrong side.
            search!.forEachAround(p) { isTouched[$0] = true }
        }
    }
}
