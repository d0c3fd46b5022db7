internal import Geometry

/// Walks along the edges between labels and puts the loops together to polygons.
///
/// No union of cells is ever computed: the rings are made of the very edges of the tessellation, so neighbouring areas
/// have the same vertices.
struct AreaTracer {
    private let graph: PlanarGraph
    private let labels: LabelledEdges

    init(_ labels: LabelledEdges) {
        self.labels = labels
        graph = PlanarGraph(points: labels.points, from: labels.from, to: labels.to)
    }

    /// The polygons of each label but ``Tessellation/outside``, by ascending label, in canonical order.
    ///
    /// Valid in the sense of OGC Simple Features: where a face touches itself in a vertex its loop is cut into an
    /// outline and holes that touch in a point.
    ///
    /// - Complexity: O(n log n) in the edges at most.
    func polygons() -> [(label: Int32, polygons: [GridPolygon])] {
        let outlineOf = outlines()
        var outline = [[GridPoint]](repeating: [], count: graph.loopCount)
        var holes = outline.map { _ in [[GridPoint]]() }
        var cutter = RingCutter(vertexCount: graph.points.count)
        for loop in 0..<graph.loopCount {
            let owner = Int(outlineOf[loop])
            guard owner >= 0, label(loop) != Tessellation.outside else { continue }
            for ring in cutter.rings(of: loop, in: graph) {
                if GridPoint.doubledArea(of: ring) > 0 {
                    outline[owner] = ring
                } else {
                    holes[owner].append(ring)
                }
            }
        }
        var byLabel: [Int32: [GridPolygon]] = [:]
        for (loop, ring) in outline.enumerated() where !ring.isEmpty {
            let inner = PointOrder.sorted(holes[loop]) { $0 }
            byLabel[label(loop), default: []].append(GridPolygon(rings: [ring] + inner))
        }
        return byLabel.keys.sorted().map { key in
            (key, PointOrder.sorted(byLabel[key]!) { $0.rings[0] })
        }
    }

    private func label(_ loop: Int) -> Int32 {
        let h = Int(graph.loopStart[loop])
        return h & 1 == 0 ? labels.left[h >> 1] : labels.right[h >> 1]
    }

    /// For each loop the loop that is the outline of its face; -1 for those that face the outside of everything.
    ///
    /// A connected part of the graph has one loop that looks outward: a hole in the face around it, which is the one
    /// that a ray to the left meets.
    private func outlines() -> [Int32] {
        var outline = (0..<Int32(graph.loopCount)).map { $0 }
        guard graph.outerHalfedges.count > 1 else {
            if let outer = graph.outerHalfedges.first { outline[Int(graph.loop[Int(outer)])] = -1 }
            return outline
        }
        let rays = LeftwardRays(graph)
        // Ascending order: the part that a ray meets has had its turn.
        for outer in graph.outerHalfedges {
            let p = graph.points[Int(graph.origin[Int(outer)])]
            let loop = Int(graph.loop[Int(outer)])
            if let hit = rays.firstHit(from: p) {
                outline[loop] = outline[Int(graph.loop[Int(hit)])]
            } else {
                outline[loop] = -1
            }
        }
        return outline
    }
}

/// Cuts loops into rings that touch no vertex twice.
struct RingCutter {
    /// The place of each vertex on the path walked so far, or -1.
    private var place: [Int32]
    private var path: [Int32] = []

    init(vertexCount: Int) {
        place = [Int32](repeating: -1, count: vertexCount)
    }

    /// The rings of a loop, closed and beginning at their smallest vertex.
    ///
    /// - Complexity: O(n) in the edges of the loop.
    mutating func rings(of loop: Int, in graph: PlanarGraph) -> [[GridPoint]] {
        var rings: [[GridPoint]] = []
        let start = graph.loopStart[loop]
        var h = start
        repeat {
            let v = graph.origin[Int(h)]
            if place[Int(v)] >= 0 {
                // Back at a vertex of the path: what was walked since is a ring.
                let first = Int(place[Int(v)])
                rings.append(Self.canonical(path[first...], of: graph.points))
                for other in path[(first + 1)...] { place[Int(other)] = -1 }
                path.removeSubrange((first + 1)...)
            } else {
                place[Int(v)] = Int32(path.count)
                path.append(v)
            }
            h = graph.next[Int(h)]
        } while h != start
        rings.append(Self.canonical(path[...], of: graph.points))
        for v in path { place[Int(v)] = -1 }
        path.removeAll(keepingCapacity: true)
        return rings
    }

    /// The same ring from its smallest vertex on, closed.
    static func canonical(_ open: [GridPoint]) -> [GridPoint] {
        let first = open.indices.min { open[$0] < open[$1] }!
        return Array(open[first...]) + open[...first]
    }

    /// The same of vertices by their numbers.
    private static func canonical(_ open: ArraySlice<Int32>, of points: [GridPoint]) -> [GridPoint] {
        let first = open.indices.min { points[Int(open[$0])] < points[Int(open[$1])] }!
        var ring: [GridPoint] = []
        ring.reserveCapacity(open.count + 1)
        for v in open[first...] { ring.append(points[Int(v)]) }
        for v in open[...first] { ring.append(points[Int(v)]) }
        return ring
    }
}
