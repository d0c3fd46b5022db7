/// Straight edges on the grid that meet at their ends only, with the loops that bound their faces.
///
/// Half-edge `2i` is edge i from its start to its end, `2i + 1` the same backwards. A face lies on the left of its
/// half-edges. A loop is one closed walk along a face; a face with holes has several.
package struct PlanarGraph: Sendable {
    package let points: [GridPoint]
    /// Where each half-edge starts.
    package let origin: [Int32]
    /// The half-edge after each one, along the same face.
    package let next: [Int32]
    /// The loop of each half-edge.
    package let loop: [Int32]
    /// One half-edge of each loop.
    package let loopStart: [Int32]
    /// For each connected part, in ascending order of its first vertex: a half-edge at that vertex whose loop faces the
    /// outside of the part.
    package let outerHalfedges: [Int32]
    /// The part that each loop belongs to.
    package let partOfLoop: [Int32]

    /// - Precondition: edges have two different ends, no two the same ends, and meet at their ends only.
    /// - Complexity: O(n), plus sorting around vertices with many edges.
    package init(points: [GridPoint], from: [Int32], to: [Int32]) {
        self.points = points
        let count = 2 * from.count
        var origin = [Int32](repeating: 0, count: count)
        for i in from.indices {
            origin[2 * i] = from[i]
            origin[2 * i + 1] = to[i]
        }
        let (starts, around) = Self.fans(points: points, origin: origin)

        // Turning as far left as possible: after h comes the half-edge clockwise before h's twin.
        var next = [Int32](repeating: 0, count: count)
        for v in 0..<points.count {
            let (low, high) = (Int(starts[v]), Int(starts[v + 1]))
            guard low < high else { continue }
            var before = around[high - 1]
            for k in low..<high {
                next[Int(around[k] ^ 1)] = before
                before = around[k]
            }
        }
        var loop = [Int32](repeating: -1, count: count)
        var loopStart: [Int32] = []
        for h in 0..<count where loop[h] < 0 {
            let id = Int32(loopStart.count)
            loopStart.append(Int32(h))
            var e = h
            repeat {
                loop[e] = id
                e = Int(next[e])
            } while e != h
        }
        self.origin = origin
        self.next = next
        self.loop = loop
        self.loopStart = loopStart

        // Parts: loops on both sides of an edge belong together.
        var sets = UnionFind(count: loopStart.count)
        for i in from.indices { sets.join(loop[2 * i], loop[2 * i + 1]) }
        let root = sets.settled()
        // Loops that touch in a vertex only share a part by the edges around that vertex.
        var first = [Int32](repeating: -1, count: loopStart.count)
        for v in 0..<points.count where starts[v] < starts[v + 1] {
            let part = Int(root[Int(loop[Int(around[Int(starts[v])])])])
            if first[part] < 0 || points[v] < points[Int(first[part])] { first[part] = Int32(v) }
        }
        let roots = (0..<loopStart.count).filter { first[$0] >= 0 }
            .sorted { points[Int(first[$0])] < points[Int(first[$1])] }
        var rank = [Int32](repeating: -1, count: loopStart.count)
        for (i, part) in roots.enumerated() { rank[part] = Int32(i) }
        // All edges at the first vertex go right or straight up; left of the last of them lies the outside.
        outerHalfedges = roots.map { around[Int(starts[Int(first[$0]) + 1]) - 1] }
        partOfLoop = root.map { rank[Int($0)] }
    }

    package var loopCount: Int { loopStart.count }

    /// The half-edges that start at each vertex, counter-clockwise beginning at the direction straight down.
    private static func fans(points: [GridPoint], origin: [Int32]) -> (starts: [Int32], around: [Int32]) {
        var starts = [Int32](repeating: 0, count: points.count + 1)
        for v in origin { starts[Int(v) + 1] += 1 }
        for v in 1..<starts.count { starts[v] += starts[v - 1] }
        var fill = starts
        var around = [Int32](repeating: 0, count: origin.count)
        for h in origin.indices {
            let v = Int(origin[h])
            around[Int(fill[v])] = Int32(truncatingIfNeeded: h)
            fill[v] += 1
        }
        for v in points.indices {
            let (low, high) = (Int(starts[v]), Int(starts[v + 1]))
            guard high - low > 1 else { continue }
            let centre = points[v]
            func earlier(_ a: Int32, _ b: Int32) -> Bool {
                let (p, q) = (points[Int(origin[Int(a ^ 1)])], points[Int(origin[Int(b ^ 1)])])
                let (pRight, qRight) = (isRight(p, centre), isRight(q, centre))
                if pRight != qRight { return pRight }
                return GridPoint.orientation(centre, p, q) > 0
            }
            // Insertion sort: most vertices have three edges.
            for i in (low + 1)..<high {
                let item = around[i]
                var k = i
                while k > low && earlier(item, around[k - 1]) {
                    around[k] = around[k - 1]
                    k -= 1
                }
                around[k] = item
            }
        }
        return (starts, around)
    }

    /// The half plane that comes first: to the right, and straight up.
    @inline(__always)
    private static func isRight(_ p: GridPoint, _ centre: GridPoint) -> Bool {
        p.x > centre.x || (p.x == centre.x && p.y > centre.y)
    }
}
