package import Geometry

/// The cells of a tessellation with a label each: who holds what at one moment.
///
/// A label is any number from 0 on; what it means is the caller's. Areas, fronts and changes are all picked from the
/// same edges, so they agree to the last digit.
package struct ControlRegions: Sendable {
    package let tessellation: Tessellation
    /// One for each cell.
    package let labels: [Int32]
    /// Those of the tessellation, if they were worked out before.
    let measures: EdgeMeasures?
    /// The edges of the tessellation between different labels, ascending; the border of the land is among them.
    let bordering: [Int32]

    /// - Parameter measures: worth it for more than some ten moments on the same cells.
    /// - Precondition: one label for each cell, none negative.
    package init(tessellation: Tessellation, labels: [Int32], measures: EdgeMeasures? = nil) {
        precondition(labels.count == tessellation.cellCount, "\(tessellation.cellCount) cells need as many labels")
        precondition(labels.allSatisfy { $0 >= 0 }, "labels are 0 or more")
        self.tessellation = tessellation
        self.labels = labels
        self.measures = measures
        var bordering: [Int32] = []
        labels.withUnsafeBufferPointer { labels in
            for (i, edge) in tessellation.edges.enumerated() {
                let left = edge.left < 0 ? edge.left : labels[Int(edge.left)]
                let right = edge.right < 0 ? edge.right : labels[Int(edge.right)]
                if left != right { bordering.append(Int32(truncatingIfNeeded: i)) }
            }
        }
        self.bordering = bordering
    }

    /// The area of each label that owns land, and of ``Tessellation/beyondReach`` if there is such land; by ascending
    /// label.
    ///
    /// - Complexity: O(edges) to find the borders, O(n log n) in the edges of the borders.
    package var areas: [ControlArea] {
        let edges = LabelledEdges(tessellation, among: bordering) { $0 < 0 ? $0 : labels[Int($0)] }
        let sums = measures.map { edges.areas(shares: $0.shares) }
        return AreaTracer(edges).polygons().map {
            ControlArea(
                label: $0.label, polygons: $0.polygons,
                areaInSquareMetres: sums?[$0.label] ?? Self.area(of: $0.polygons))
        }
    }

    /// What changed hands between these labels and others on the same cells, by ascending `from`, then `to`.
    ///
    /// - Precondition: one label for each cell.
    /// - Complexity: as ``areas``.
    package func changes(to later: [Int32]) -> [ControlChange] {
        precondition(later.count == labels.count, "\(labels.count) cells need as many labels")
        struct Pair: Hashable {
            var from: Int32
            var to: Int32
        }
        var number: [Pair: Int32] = [:]
        var pairs: [Pair] = []
        let kinds = labels.indices.map { cell -> Int32 in
            let pair = Pair(from: labels[cell], to: later[cell])
            if pair.from == pair.to { return Tessellation.outside }
            if let known = number[pair] { return known }
            number[pair] = Int32(pairs.count)
            pairs.append(pair)
            return Int32(pairs.count - 1)
        }
        let edges = LabelledEdges(tessellation) { $0 < 0 ? Tessellation.outside : kinds[Int($0)] }
        return AreaTracer(edges).polygons().map { kind, polygons in
            let pair = pairs[Int(kind)]
            return ControlChange(
                from: pair.from, to: pair.to, polygons: polygons, areaInSquareMetres: Self.area(of: polygons))
        }
        .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The sum of the contributions of all edges of all rings; holes count negative by their direction.
    static func area(of polygons: [GridPolygon]) -> Double {
        var sum = 0.0
        for polygon in polygons {
            for ring in polygon.rings {
                for i in 1..<ring.count {
                    sum += AuthalicArea.contribution(from: ring[i - 1].coordinate, to: ring[i].coordinate)
                }
            }
        }
        return sum
    }
}
