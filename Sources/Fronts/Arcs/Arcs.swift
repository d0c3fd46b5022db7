internal import Geometry

/// The edges between labels put together to arcs: each runs from one junction to the next, or all around.
///
/// A junction is a vertex where other than two of these edges meet: three labels, four corners of two, or the border of
/// the area. Both areas beside an arc and the line between them have the same vertices, so an arc that is drawn anew is
/// drawn anew for all of them.
struct Arcs {
    struct Arc {
        /// Along the arc, as indices into the points; those of a closed one end with the first.
        let vertices: [Int32]
        /// The edge between each two vertices, as an index into the edges.
        let edges: [Int32]
        let left: Int32
        let right: Int32

        var isClosed: Bool { vertices.first == vertices.last }
    }

    let labels: LabelledEdges
    /// Sorted by their vertices. Which end comes first hangs on the places alone, not on the labels or their order.
    let arcs: [Arc]
    /// Whether more or fewer than two edges meet in a point.
    let isJunction: [Bool]

    /// - Complexity: O(n log n) in the edges.
    init(_ labels: LabelledEdges) {
        self.labels = labels
        var degree = [Int32](repeating: 0, count: labels.points.count)
        // Two edges at each vertex that has just two.
        var around = [Int32](repeating: -1, count: 2 * labels.points.count)
        for i in labels.from.indices {
            for v in [Int(labels.from[i]), Int(labels.to[i])] {
                if degree[v] < 2 { around[2 * v + Int(degree[v])] = Int32(i) }
                degree[v] += 1
            }
        }
        isJunction = degree.map { $0 != 2 }
        var taken = [Bool](repeating: false, count: labels.from.count)
        var arcs: [Arc] = []
        func walk(from start: Int32, along first: Int) {
            var vertices = [start]
            var edges: [Int32] = []
            var edge = first
            while true {
                taken[edge] = true
                edges.append(Int32(edge))
                let v = labels.from[edge] == vertices.last! ? labels.to[edge] : labels.from[edge]
                vertices.append(v)
                if degree[Int(v)] != 2 || v == start { break }
                edge = Int(around[2 * Int(v)] == Int32(edge) ? around[2 * Int(v) + 1] : around[2 * Int(v)])
            }
            arcs.append(Self.arc(vertices, edges, labels, isLoop: degree[Int(start)] == 2))
        }
        for i in labels.from.indices where !taken[i] {
            if degree[Int(labels.from[i])] != 2 {
                walk(from: labels.from[i], along: i)
            } else if degree[Int(labels.to[i])] != 2 {
                walk(from: labels.to[i], along: i)
            }
        }
        for i in labels.from.indices where !taken[i] { walk(from: labels.from[i], along: i) }
        self.arcs = arcs.sorted { Self.precedes($0, $1, labels.points) }
    }

    /// The arc in the one direction that all agree on: from the smaller end, or second vertex where the ends are one; a
    /// loop without a junction from its smallest vertex.
    private static func arc(_ vertices: [Int32], _ edges: [Int32], _ labels: LabelledEdges, isLoop: Bool) -> Arc {
        var (vertices, edges) = (vertices, edges)
        func point(_ i: Int) -> GridPoint { labels.points[Int(vertices[i])] }
        if isLoop {
            let first = edges.indices.min { point($0) < point($1) }!
            vertices = Array(vertices[first..<edges.count] + vertices[..<first]) + [vertices[first]]
            edges = Array(edges[first...] + edges[..<first])
        }
        let last = vertices.count - 1
        if point(last) < point(0) || (point(last) == point(0) && point(last - 1) < point(1)) {
            vertices.reverse()
            edges.reverse()
        }
        let edge = Int(edges[0])
        let isForward = labels.from[edge] == vertices[0]
        return Arc(
            vertices: vertices, edges: edges, left: isForward ? labels.left[edge] : labels.right[edge],
            right: isForward ? labels.right[edge] : labels.left[edge])
    }

    /// By their first, second and last points: no two arcs have all these.
    private static func precedes(_ a: Arc, _ b: Arc, _ points: [GridPoint]) -> Bool {
        func key(_ arc: Arc) -> (GridPoint, GridPoint, GridPoint) {
            (points[Int(arc.vertices[0])], points[Int(arc.vertices[1])], points[Int(arc.vertices.last!)])
        }
        return key(a) < key(b)
    }
}
