/// The windings of each face, found by walking from the outside inwards.
struct OverlayFaces {
    /// For each loop of the graph the number of its face's windings.
    private(set) var windings: [Int32]

    /// - Parameter changes: for each edge by how much the windings on its left are more than on its right.
    /// - Complexity: O(n), plus a ray for each connected part.
    init(_ graph: PlanarGraph, changes: [Int32], _ table: inout WindingTable) {
        windings = [Int32](repeating: -1, count: graph.loopCount)
        let rays = graph.outerHalfedges.count > 1 ? LeftwardRays(graph) : nil
        var queue: [Int32] = []
        // Parts come in ascending order of their first vertex, so what a ray to the left meets is known already.
        for (part, outer) in graph.outerHalfedges.enumerated() {
            var around: Int32 = 0
            if part > 0, let rays, let hit = rays.firstHit(from: graph.points[Int(graph.origin[Int(outer)])]) {
                around = windings[Int(graph.loop[Int(hit)])]
            }
            let outerLoop = graph.loop[Int(outer)]
            windings[Int(outerLoop)] = around
            queue.append(outerLoop)
            while let loop = queue.popLast() {
                let start = graph.loopStart[Int(loop)]
                var h = start
                repeat {
                    let other = graph.loop[Int(h ^ 1)]
                    if windings[Int(other)] < 0 {
                        // From the left of h to its right.
                        let change = changes[Int(h >> 1)]
                        windings[Int(other)] = table.sum(
                            windings[Int(loop)], h & 1 == 0 ? table.opposite(change) : change)
                        queue.append(other)
                    }
                    h = graph.next[Int(h)]
                } while h != start
            }
        }
    }
}
