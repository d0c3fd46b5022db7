package import Geometry

/// Regions with their lines smoothed: areas and fronts made of the same arcs.
///
/// Where nothing could be moved safely a line is as it was. Neighbours share every edge to the last digit; junctions and
/// the borders of the area of interest and of what is within reach stay where they are; no label's area changes by more
/// than ``Smoothing/greatestChangeOfArea``; every place is in an area of the label of its cell.
package struct DrawnLines: Sendable {
    private let arcs: [DrawnArc]

    struct DrawnArc: Sendable {
        let points: [GridPoint]
        let left: Int32
        let right: Int32
        /// The cells along it as they were, and at which of the points each two begin.
        let cells: [Front.CellPair]
        let cellStarts: [Int]
    }

    /// Smooths the lines between all labels of the regions.
    ///
    /// - Parameters:
    ///   - places: what must stay on its side.
    ///   - placeOfCell: for each cell the place that its land goes with, as an index into the places.
    /// - Assumptions: as for ``Tessellation``.
    /// - Complexity: O(n log n) in the edges between labels, plus O(places).
    package init(_ regions: ControlRegions, places: [Coordinate], placeOfCell: [Int32], _ smoothing: Smoothing) {
        let labels = regions.labels
        let tessellation = regions.tessellation
        let source = Arcs(LabelledEdges(tessellation) { $0 < 0 ? $0 : labels[Int($0)] })
        let plane = BoundingBox(source.labels.points.map(\.coordinate)).flatMap {
            try? EqualAreaPlane(centre: $0.centre)
        }
        guard let plane else {
            arcs = []
            return
        }
        func spacing(_ edge: Int32) -> Double? {
            let cells = tessellation.edges[Int(source.labels.source[Int(edge)])]
            guard cells.left >= 0, cells.right >= 0,
                let a = plane.forward(places[Int(placeOfCell[Int(cells.left)])]),
                let b = plane.forward(places[Int(placeOfCell[Int(cells.right)])])
            else { return nil }
            return max(SampledArc.length(a, b), 1)
        }
        var redrawing = Redrawing(
            source, plane: plane, places: places.map { GridPoint($0) }, smoothing, spacing: spacing)
        redrawing.run()
        arcs = zip(source.arcs, redrawing.arcs).map { arc, drawn in
            var cells: [Front.CellPair] = []
            var starts: [Int] = []
            for (i, e) in arc.edges.enumerated() {
                let edge = tessellation.edges[Int(source.labels.source[Int(e)])]
                let isForward = source.labels.from[Int(e)] == arc.vertices[i]
                let pair =
                    isForward
                    ? Front.CellPair(left: edge.left, right: edge.right)
                    : Front.CellPair(left: edge.right, right: edge.left)
                if pair == cells.last { continue }
                cells.append(pair)
                starts.append(drawn.position(ofEdge: i))
            }
            return DrawnArc(points: drawn.points, left: arc.left, right: arc.right, cells: cells, cellStarts: starts)
        }
    }

    /// The areas of labels made of the regions' own.
    ///
    /// - Parameter label: for each label of the regions the one it is drawn as, 0 or more; several may be drawn as one.
    /// - Complexity: O(n log n) in the edges of the lines.
    package func areas(as label: (Int32) -> Int32 = { $0 }) -> [ControlArea] {
        var number: [GridPoint: Int32] = [:]
        var edges = LabelledEdges()
        for arc in arcs {
            let (left, right) = (
                arc.left < 0 ? arc.left : label(arc.left), arc.right < 0 ? arc.right : label(arc.right)
            )
            guard left != right else { continue }
            edges.append(arc.points, left: left, right: right, &number)
        }
        return AreaTracer(edges).polygons().map {
            ControlArea(
                label: $0.label, polygons: $0.polygons, areaInSquareMetres: ControlRegions.area(of: $0.polygons))
        }
    }

    /// The lines between hostile labels, as ``ControlRegions/fronts(hostile:)``.
    ///
    /// - Parameter label: for each label of the regions the one it is drawn as, 0 or more.
    package func fronts(as label: (Int32) -> Int32 = { $0 }, hostile: (Int32, Int32) -> Bool) -> [Front] {
        struct Pair: Hashable {
            var left: Int32
            var right: Int32
        }
        var groups: [Pair: [DrawnArc]] = [:]
        for arc in arcs where arc.left >= 0 && arc.right >= 0 {
            let (left, right) = (label(arc.left), label(arc.right))
            guard left != right else { continue }
            let forward = left < right
            groups[Pair(left: min(left, right), right: max(left, right)), default: []]
                .append(forward ? arc : arc.reversed)
        }
        return groups.keys.sorted { ($0.left, $0.right) < ($1.left, $1.right) }.filter { hostile($0.left, $0.right) }
            .flatMap { pair in ArcChains(groups[pair]!).fronts(left: pair.left, right: pair.right) }
    }
}

extension DrawnLines.DrawnArc {
    /// The same walked the other way.
    var reversed: DrawnLines.DrawnArc {
        // Where a pair began, it now ends: each begins where the one after it did.
        let last = points.count - 1
        let ends = cellStarts.dropFirst() + [last]
        return DrawnLines.DrawnArc(
            points: points.reversed(), left: right, right: left,
            cells: cells.reversed().map { Front.CellPair(left: $0.right, right: $0.left) },
            cellStarts: ends.reversed().map { last - $0 })
    }
}

extension RedrawnArc {
    /// The point nearest to where an edge of the arc began, along the arc.
    func position(ofEdge edge: Int) -> Int {
        guard let samples else { return edge }
        let sample = samples.firstSample(ofEdge: edge)
        var (low, high) = (0, kept.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if kept[middle] <= sample { low = middle } else { high = middle }
        }
        let way = samples.along[sample]
        return way - samples.along[kept[low]] <= samples.along[kept[high]] - way ? low : high
    }
}
