internal import Geometry

extension ControlRegions {
    /// The lines between cells whose labels are hostile, in ascending order of labels and vertices.
    ///
    /// A line ends where more or fewer than two edges of the same two labels meet. Each line is the common boundary of
    /// the two areas, vertex by vertex.
    ///
    /// - Parameter hostile: asked once for each two labels that touch, the smaller first.
    /// - Complexity: O(edges), plus sorting the lines; about a microsecond an edge of the front for its length.
    package func fronts(hostile: (Int32, Int32) -> Bool) -> [Front] {
        var groups = HostileEdges(self, hostile: hostile).groups
        groups.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        var chains = FrontChains(vertexCount: tessellation.vertices.count)
        return groups.flatMap { chains.fronts(of: $0, tessellation, measures) }
    }
}

/// The edges between each two hostile labels, directed so that the smaller label is on the left.
struct HostileEdges {
    struct Group {
        let left: Int32
        let right: Int32
        var edges: [Tessellation.Edge] = []
        /// The edge of the tessellation that each one is.
        var sources: [Int32] = []
    }

    private(set) var groups: [Group] = []

    init(_ regions: ControlRegions, hostile: (Int32, Int32) -> Bool) {
        struct Pair: Hashable {
            var left: Int32
            var right: Int32
        }
        let labels = regions.labels
        // -1: not hostile.
        var groupOfPair: [Pair: Int] = [:]
        var last = (pair: Pair(left: -1, right: -1), group: -1)
        for i in regions.bordering {
            let edge = regions.tessellation.edges[Int(i)]
            guard edge.left >= 0, edge.right >= 0 else { continue }
            let (a, b) = (labels[Int(edge.left)], labels[Int(edge.right)])
            let pair = Pair(left: min(a, b), right: max(a, b))
            let group: Int
            if pair == last.pair {
                group = last.group
            } else if let known = groupOfPair[pair] {
                group = known
            } else {
                group = hostile(pair.left, pair.right) ? groups.count : -1
                groupOfPair[pair] = group
                if group >= 0 { groups.append(Group(left: pair.left, right: pair.right)) }
            }
            last = (pair, group)
            guard group >= 0 else { continue }
            groups[group].sources.append(i)
            groups[group].edges.append(
                a < b ? edge : Tessellation.Edge(from: edge.to, to: edge.from, left: edge.right, right: edge.left))
        }
    }
}

/// Puts directed edges together to lines.
struct FrontChains {
    private var outgoing: [Int32]
    private var outCount: [UInt8]
    private var inCount: [UInt8]

    init(vertexCount: Int) {
        outgoing = [Int32](repeating: -1, count: vertexCount)
        outCount = [UInt8](repeating: 0, count: vertexCount)
        inCount = outCount
    }

    mutating func fronts(
        of group: HostileEdges.Group, _ tessellation: Tessellation, _ measures: EdgeMeasures?
    ) -> [Front] {
        let edges = group.edges
        for (i, edge) in edges.enumerated() {
            outgoing[Int(edge.from)] = Int32(i)
            outCount[Int(edge.from)] &+= outCount[Int(edge.from)] < 2 ? 1 : 0
            inCount[Int(edge.to)] &+= inCount[Int(edge.to)] < 2 ? 1 : 0
        }
        func isThrough(_ v: Int32) -> Bool { outCount[Int(v)] == 1 && inCount[Int(v)] == 1 }
        var taken = [Bool](repeating: false, count: edges.count)
        func walk(from start: Int) -> [Int] {
            var chain = [start]
            taken[start] = true
            var v = edges[start].to
            while isThrough(v) {
                let next = Int(outgoing[Int(v)])
                if taken[next] { break }
                taken[next] = true
                chain.append(next)
                v = edges[next].to
            }
            return chain
        }
        var fronts: [Front] = []
        for (i, edge) in edges.enumerated() where !isThrough(edge.from) {
            fronts.append(Self.front(walk(from: i), of: group, tessellation, measures))
        }
        // What is left runs around without a junction.
        for i in edges.indices where !taken[i] {
            let loop = walk(from: i)
            let points = tessellation.vertices
            let first = loop.indices.min { points[Int(edges[loop[$0]].from)] < points[Int(edges[loop[$1]].from)] }!
            fronts.append(Self.front(Array(loop[first...] + loop[..<first]), of: group, tessellation, measures))
        }
        for edge in edges {
            outgoing[Int(edge.from)] = -1
            outCount[Int(edge.from)] = 0
            inCount[Int(edge.to)] = 0
        }
        return PointOrder.sorted(fronts) { $0.points }
    }

    private static func front(
        _ chain: [Int], of group: HostileEdges.Group, _ tessellation: Tessellation, _ measures: EdgeMeasures?
    ) -> Front {
        var points = [tessellation.vertices[Int(group.edges[chain[0]].from)]]
        points.reserveCapacity(chain.count + 1)
        var cells: [Front.CellPair] = []
        var starts: [Int] = []
        for i in chain {
            let edge = group.edges[i]
            let pair = Front.CellPair(left: edge.left, right: edge.right)
            if pair != cells.last {
                cells.append(pair)
                starts.append(points.count - 1)
            }
            points.append(tessellation.vertices[Int(edge.to)])
        }
        return Front(
            left: group.left, right: group.right, points: points, cells: cells, cellStarts: starts,
            lengthInMetres: measures.map { measures in
                chain.reduce(0) { $0 + measures.lengthsInMetres[Int(group.sources[$1])] }
            } ?? Geodesic.lengthInMetres(of: points.map(\.coordinate)))
    }
}
