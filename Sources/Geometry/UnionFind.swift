/// Sets that grow together; the lowest member stands for each (R. E. Tarjan, J. ACM 22, 1975; with path halving).
package struct UnionFind {
    private var parent: [Int32]

    package init(count: Int) {
        parent = [Int32](unsafeUninitializedCapacity: count) { buffer, written in
            for i in 0..<count { buffer.initializeElement(at: i, to: Int32(truncatingIfNeeded: i)) }
            written = count
        }
    }

    /// The lowest member of the set of `a`.
    @inline(__always)
    package mutating func find(_ a: Int32) -> Int32 {
        var a = a
        while true {
            let above = parent[Int(a)]
            if above == a { return a }
            let next = parent[Int(above)]
            parent[Int(a)] = next
            a = next
        }
    }

    @inline(__always)
    package mutating func join(_ a: Int32, _ b: Int32) {
        let (p, q) = (find(a), find(b))
        if p != q { parent[Int(max(p, q))] = min(p, q) }
    }

    /// The lowest member of each set, for all members.
    ///
    /// Parents are never higher than their children, so one pass upward settles all.
    mutating func settled() -> [Int32] {
        for i in parent.indices { parent[i] = parent[Int(parent[i])] }
        return parent
    }
}
