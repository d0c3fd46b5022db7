package import Geometry

/// The edges of each cell of a tessellation, for those who look at few cells.
package struct EdgesOfCells: Sendable {
    /// Those of cell i are `edges[starts[i]..<starts[i + 1]]`, as indices into the tessellation's, ascending.
    private let starts: [Int32]
    private let edges: [Int32]

    /// - Complexity: O(edges).
    package init(_ tessellation: Tessellation) {
        var starts = [Int32](repeating: 0, count: tessellation.cellCount + 1)
        for edge in tessellation.edges {
            if edge.left >= 0 { starts[Int(edge.left) + 1] += 1 }
            if edge.right >= 0 { starts[Int(edge.right) + 1] += 1 }
        }
        for i in 0..<tessellation.cellCount { starts[i + 1] += starts[i] }
        var fill = starts
        var edges = [Int32](repeating: 0, count: Int(starts[tessellation.cellCount]))
        for (index, edge) in tessellation.edges.enumerated() {
            for cell in [edge.left, edge.right] where cell >= 0 {
                edges[Int(fill[Int(cell)])] = Int32(index)
                fill[Int(cell)] += 1
            }
        }
        (self.starts, self.edges) = (starts, edges)
    }

    func of(_ cell: Int32) -> ArraySlice<Int32> { edges[Int(starts[Int(cell)])..<Int(starts[Int(cell) + 1])] }

    /// The edges of any of the cells, each once, ascending.
    func of(_ cells: [Int32]) -> [Int32] {
        var found: [Int32] = []
        for cell in cells { found += of(cell) }
        found.sort()
        var kept = 0
        for index in found.indices where index == 0 || found[index] != found[index - 1] {
            found[kept] = found[index]
            kept += 1
        }
        found.removeSubrange(kept...)
        return found
    }
}
