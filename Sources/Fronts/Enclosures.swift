internal import Geometry

/// Where one can go who may pass over some parts of the land only, and who closes the way.
///
/// Parts that may be passed and share an edge make one enclosure. It is closed where none of it lies on the border of all
/// land.
package struct Enclosures: Sendable {
    /// For each part its enclosure; nil for those that may not be passed.
    package let ofPart: [Int?]
    /// For each enclosure its parts, ascending.
    package let parts: [[Int]]
    package let isClosed: [Bool]
    /// For each closed enclosure the parts around its outline, ascending; what lies in its holes is not among them.
    package private(set) var around: [[Int]]

    /// - Parameter passes: asked once for each part.
    /// - Complexity: O(parts and their neighbours), plus O(n log n) in the vertices of closed enclosures.
    package init(_ graph: PartGraph, passes: (Int) -> Bool) {
        let isPassable = graph.parts.indices.map(passes)
        var ofPart = [Int?](repeating: nil, count: graph.parts.count)
        var parts: [[Int]] = []
        for start in graph.parts.indices where isPassable[start] && ofPart[start] == nil {
            var members = [start]
            ofPart[start] = parts.count
            var next = 0
            while next < members.count {
                for other in graph.neighbours[members[next]] where isPassable[other] && ofPart[other] == nil {
                    ofPart[other] = parts.count
                    members.append(other)
                }
                next += 1
            }
            parts.append(members.sorted())
        }
        self.ofPart = ofPart
        self.parts = parts
        isClosed = parts.map { $0.allSatisfy { graph.parts[$0].borderInMetres == 0 } }
        around = parts.map { _ in [] }
        for (enclosure, members) in parts.enumerated() where isClosed[enclosure] {
            around[enclosure] =
                members.count == 1
                ? graph.parts[members[0]].around.map(\.part) : Self.outline(of: members, enclosure, ofPart, graph)
        }
    }

    /// The parts across the outer border of several parts together.
    private static func outline(
        of members: [Int], _ enclosure: Int, _ ofPart: [Int?], _ graph: PartGraph
    ) -> [Int] {
        var points: [GridPoint] = []
        var number: [GridPoint: Int32] = [:]
        var from: [Int32] = []
        var to: [Int32] = []
        func numbered(_ point: GridPoint) -> Int32 {
            if let known = number[point] { return known }
            number[point] = Int32(points.count)
            points.append(point)
            return Int32(points.count - 1)
        }
        for ring in members.lazy.flatMap({ graph.parts[$0].polygon.rings }) {
            for i in ring.indices.dropFirst() {
                let other = graph.part(across: ring[i - 1], ring[i])
                guard other.map({ ofPart[$0] != enclosure }) ?? true else { continue }
                from.append(numbered(ring[i - 1]))
                to.append(numbered(ring[i]))
            }
        }
        let border = PlanarGraph(points: points, from: from, to: to)
        var cutter = RingCutter(vertexCount: points.count)
        var found: Set<Int> = []
        // The members lie on the left of each edge, which is its even half.
        for loop in 0..<border.loopCount where border.loopStart[loop] & 1 == 0 {
            for ring in cutter.rings(of: loop, in: border) where GridPoint.doubledArea(of: ring) > 0 {
                for i in ring.indices.dropFirst() {
                    if let other = graph.part(across: ring[i - 1], ring[i]) { found.insert(other) }
                }
            }
        }
        return found.sorted()
    }
}
