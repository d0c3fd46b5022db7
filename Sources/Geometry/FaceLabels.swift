/// Says for each face of the noded edges which cell it belongs to and whether it lies in the area.
///
/// Both are decided once per face, never per edge, so that the two sides of neighbouring edges cannot disagree.
struct FaceLabels {
    /// For each loop its cell, ``Tessellation/beyondReach`` or ``Tessellation/outside``.
    private(set) var label: [Int32]

    /// The winding number that the frame around everything gives to its inside. The area's own is counted from there.
    static let frameWinding: Int32 = 1 << 20

    /// - Parameters:
    ///   - framed: whether a frame encloses all that matters; what lies outside of it is outside.
    ///   - everywhere: the cell of a frame in which no edge between cells is attached to the rim.
    init(graph: PlanarGraph, segments: [Segment], framed: Bool, everywhere: Int32) {
        let unset = Segment.noCell
        var winding = [Int32](repeating: .min, count: graph.loopCount)
        var cell = Self.votes(graph: graph, segments: segments)
        let rays = graph.outerHalfedges.count > 1 ? LeftwardRays(graph) : nil
        let outsideCell = framed ? unset : Tessellation.outside
        let floor = framed ? Self.frameWinding : 0

        let loopsOfPart = Self.loopsByPart(graph)
        let edgesOfLoop = LoopWalk(graph)
        // Parts come in ascending order of their first vertex, so what a ray to the left meets is labelled already.
        for (part, outer) in graph.outerHalfedges.enumerated() {
            let outerLoop = Int(graph.loop[Int(outer)])
            var hit: Int?
            if part > 0, let rays, let h = rays.firstHit(from: graph.points[Int(graph.origin[Int(outer)])]) {
                hit = Int(graph.loop[Int(h)])
            }
            winding[outerLoop] = hit.map { winding[$0] } ?? 0
            cell[outerLoop] = hit.map { cell[$0] } ?? outsideCell

            // The winding number of the others follows from loop to loop.
            var queue = [outerLoop]
            while let loop = queue.popLast() {
                edgesOfLoop.forEach(loop) { h in
                    let other = Int(graph.loop[h ^ 1])
                    guard winding[other] == .min else { return }
                    let step = segments[h >> 1].winding
                    // Going from the left of h to its right.
                    winding[other] = winding[loop] - (h & 1 == 0 ? step : -step)
                    queue.append(other)
                }
            }
            // Cells spread across edges that separate no cells, within the frame.
            let loops = loopsOfPart[part]
            func spread(from start: [Int]) {
                var queue = start
                while let loop = queue.popLast() {
                    edgesOfLoop.forEach(loop) { h in
                        let other = Int(graph.loop[h ^ 1])
                        guard segments[h >> 1].left == unset, cell[other] == unset, winding[other] >= floor else {
                            return
                        }
                        cell[other] = cell[loop]
                        queue.append(other)
                    }
                }
            }
            spread(from: loops.filter { cell[$0] != unset && winding[$0] >= floor })
            for loop in loops where cell[loop] == unset && winding[loop] >= floor {
                cell[loop] = everywhere
                spread(from: [loop])
            }
        }
        label = cell
        for i in label.indices where winding[i] <= floor && framed || label[i] == unset {
            label[i] = Tessellation.outside
        }
    }

    /// For each loop the cell on the left of the longest of its edges that separate cells. Edges of one loop agree,
    /// except where rounding turned a sliver around.
    private static func votes(graph: PlanarGraph, segments: [Segment]) -> [Int32] {
        var cell = [Int32](repeating: Segment.noCell, count: graph.loopCount)
        var longest = [Int64](repeating: -1, count: graph.loopCount)
        for h in graph.origin.indices {
            let s = segments[h >> 1]
            guard s.left != Segment.noCell else { continue }
            let mine = h & 1 == 0 ? s.left : s.right
            let loop = Int(graph.loop[h])
            let (a, b) = (graph.points[Int(s.from)], graph.points[Int(s.to)])
            let length = abs(Int64(a.x) - Int64(b.x)) + abs(Int64(a.y) - Int64(b.y))
            if length > longest[loop] || (length == longest[loop] && mine < cell[loop]) {
                longest[loop] = length
                cell[loop] = mine
            }
        }
        return cell
    }

    private static func loopsByPart(_ graph: PlanarGraph) -> [[Int]] {
        var lists = [[Int]](repeating: [], count: graph.outerHalfedges.count)
        for (loop, part) in graph.partOfLoop.enumerated() { lists[Int(part)].append(loop) }
        return lists
    }
}

/// Walks along the half-edges of a loop.
private struct LoopWalk {
    let graph: PlanarGraph

    init(_ graph: PlanarGraph) {
        self.graph = graph
    }

    @inline(__always)
    func forEach(_ loop: Int, _ body: (Int) -> Void) {
        let start = Int(graph.loopStart[loop])
        var h = start
        repeat {
            body(h)
            h = Int(graph.next[h])
        } while h != start
    }
}
