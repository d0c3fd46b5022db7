extension Tessellation {
    /// What is wrong with the topology; empty when all is well.
    ///
    /// Checked are: edges meet at their ends only; all edges around a face agree on its cell, and so do the borders of
    /// its holes. With that, cells cannot overlap and leave no gap. Works it all out anew, without trust in how the
    /// tessellation was made.
    ///
    /// - Complexity: O(n log n).
    package func topologyFaults() -> [String] {
        var table = VertexTable(minimumCapacity: vertices.count)
        var faults: [String] = []
        for (i, v) in vertices.enumerated() where table.insert(v) != Int32(i) {
            faults.append("vertex \(i) at \(Self.place(v)) is there twice")
        }
        for (i, edge) in edges.enumerated() {
            if edge.from == edge.to { faults.append("edge \(i) at \(place(edge.from)) is empty") }
            if edge.left == edge.right { faults.append("edge \(i) at \(place(edge.from)) separates nothing") }
            if max(edge.left, edge.right) >= cellCount || min(edge.left, edge.right) < Self.beyondReach {
                faults.append("edge \(i) at \(place(edge.from)) has no such cell")
            }
        }
        guard faults.isEmpty else { return faults }
        let segments = edges.map {
            Segment(from: $0.from, to: $0.to, left: $0.left, right: $0.right, winding: 0)
        }
        var noder = Noder(
            vertices: table, segments: segments, isSuspect: [Bool](repeating: true, count: segments.count))
        faults = noder.conflicts().map { "edges cross or cover each other at \(Self.place($0))" }
        guard faults.isEmpty else { return faults }

        let graph = PlanarGraph(points: vertices, from: edges.map(\.from), to: edges.map(\.to))
        func label(_ h: Int) -> Int32 { h & 1 == 0 ? edges[h >> 1].left : edges[h >> 1].right }
        for h in graph.origin.indices {
            let expected = label(Int(graph.loopStart[Int(graph.loop[h])]))
            if label(h) != expected {
                faults.append("the face at \(place(graph.origin[h])) is cell \(label(h)) and cell \(expected)")
            }
        }
        let rays = LeftwardRays(graph)
        for h in graph.outerHalfedges {
            let p = vertices[Int(graph.origin[Int(h)])]
            let around = rays.firstHit(from: p).map { label(Int($0)) } ?? Self.outside
            if label(Int(h)) != around {
                faults.append("the hole at \(Self.place(p)) has \(label(Int(h))) around it, expected \(around)")
            }
        }
        return faults
    }

    private func place(_ v: Int32) -> String { Self.place(vertices[Int(v)]) }

    private static func place(_ p: GridPoint) -> String {
        "\(p.coordinate.longitude) \(p.coordinate.latitude)"
    }
}
