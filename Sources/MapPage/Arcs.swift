import Geometry

/// The edges of a tessellation joined into arcs: from one junction to the next the same two cells lie beside them.
struct Arcs {
    struct Arc {
        let left: Int32
        let right: Int32
        /// At least two; the first and the last are the same where it runs all around.
        let vertices: [Int32]
    }

    /// In the order of their first edges.
    private(set) var arcs: [Arc] = []

    /// - Complexity: O(edges).
    init(_ tessellation: Tessellation) {
        let edges = tessellation.edges
        // How many edges meet at each vertex, and the one that leaves it.
        var degree = [Int32](repeating: 0, count: tessellation.vertices.count)
        var leaving = [Int32](repeating: -1, count: tessellation.vertices.count)
        for (index, edge) in edges.enumerated() {
            degree[Int(edge.from)] += 1
            degree[Int(edge.to)] += 1
            leaving[Int(edge.from)] = Int32(index)
        }
        func next(after index: Int) -> Int? {
            let edge = edges[index]
            guard degree[Int(edge.to)] == 2, leaving[Int(edge.to)] >= 0 else { return nil }
            let other = Int(leaving[Int(edge.to)])
            return edges[other].left == edge.left && edges[other].right == edge.right ? other : nil
        }
        var goesOn = [Bool](repeating: false, count: edges.count)
        for index in edges.indices { if let next = next(after: index) { goesOn[next] = true } }
        var isTaken = [Bool](repeating: false, count: edges.count)
        func take(from first: Int) -> Arc {
            var vertices = [edges[first].from]
            var index: Int? = first
            while let one = index, !isTaken[one] {
                isTaken[one] = true
                vertices.append(edges[one].to)
                index = next(after: one)
            }
            return Arc(left: edges[first].left, right: edges[first].right, vertices: vertices)
        }
        for index in edges.indices where !goesOn[index] { arcs.append(take(from: index)) }
        // What is left runs in circles.
        for index in edges.indices where !isTaken[index] { arcs.append(take(from: index)) }
    }
}
