package import Geometry

/// How much of the land of each label lies near a settlement with the same label.
///
/// Exact in an equal-area plane, and without a union of discs: a cell is shared out among the settlements of its label
/// that are within reach, each taking what is nearer to it than to the others and inside its disc.
package struct PopulatedLand: Sendable {
    package struct Settlement: Sendable {
        package let coordinate: Coordinate
        package let label: Int32

        package init(coordinate: Coordinate, label: Int32) {
            self.coordinate = coordinate
            self.label = label
        }
    }

    let tessellation: Tessellation
    let plane: EqualAreaPlane?
    /// The vertices in the plane.
    let vertices: [PlanePoint]
    /// The edges of cell i, with the cell on their left, are `edges[start[i]..<start[i + 1]]`.
    let start: [Int32]
    let edges: [(from: Int32, to: Int32)]
    private let cellAreas: [Double]

    /// - Complexity: O(edges).
    package init(_ tessellation: Tessellation) {
        self.tessellation = tessellation
        let coordinates = tessellation.vertices.map(\.coordinate)
        let plane = BoundingBox(coordinates).flatMap { try? EqualAreaPlane(centre: $0.centre) }
        self.plane = plane
        vertices = coordinates.map { plane?.forward($0) ?? PlanePoint(x: .nan, y: .nan) }
        var start = [Int32](repeating: 0, count: tessellation.cellCount + 1)
        for edge in tessellation.edges {
            for cell in [edge.left, edge.right] where cell >= 0 { start[Int(cell) + 1] += 1 }
        }
        for cell in 0..<tessellation.cellCount { start[cell + 1] += start[cell] }
        var fill = start
        var edges = [(from: Int32, to: Int32)](repeating: (0, 0), count: Int(start.last ?? 0))
        for edge in tessellation.edges {
            for (cell, from, to) in [(edge.left, edge.from, edge.to), (edge.right, edge.to, edge.from)] where cell >= 0
            {
                edges[Int(fill[Int(cell)])] = (from, to)
                fill[Int(cell)] += 1
            }
        }
        self.start = start
        self.edges = edges
        cellAreas = tessellation.cellAreasInSquareMetres
    }

    /// Square metres by label: the land with the label within `metres` of a settlement that has it, too. Labels without
    /// any are missing.
    ///
    /// - Parameter guess: for each cell a settlement that may reach all of it, or -1. Saves a search where it does, and
    ///   changes no result.
    /// - Precondition: a label for each cell.
    /// - Complexity: O(cells · settlements near each); for a cell that is only partly within reach, the square of these.
    package func areas(
        labels: [Int32], settlements: [Settlement], withinMetres metres: Double, guess: [Int32] = []
    ) -> [Int32: Double] {
        precondition(labels.count == tessellation.cellCount, "\(tessellation.cellCount) cells need as many labels")
        guard let plane else { return [:] }
        var near = DiscGrid(radius: metres)
        let spots = settlements.map { plane.forward($0.coordinate) ?? PlanePoint(x: .nan, y: .nan) }
        for (settlement, point) in zip(settlements, spots) { near.add(point, settlement.label) }
        var areas: [Int32: Double] = [:]
        for cell in 0..<tessellation.cellCount {
            var whole: PlanePoint?
            if !guess.isEmpty, guess[cell] >= 0, settlements[Int(guess[cell])].label == labels[cell] {
                whole = spots[Int(guess[cell])]
            }
            guard let area = area(of: cell, labels[cell], near, metres, guess: whole) else { continue }
            areas[labels[cell], default: 0] += area
        }
        return areas
    }

    /// The square metres of a cell within reach of a settlement with the label; nil where no settlement is near.
    ///
    /// - Parameter guess: a settlement with the label that may reach all of the cell.
    func area(of cell: Int, _ label: Int32, _ near: DiscGrid, _ metres: Double, guess: PlanePoint?) -> Double? {
        guard let (low, high) = box(of: cell) else { return nil }
        let sides = edges[Int(start[cell])..<Int(start[cell + 1])]
        // A disc that holds all corners of a cell holds the cell.
        func isWhole(_ centre: PlanePoint) -> Bool {
            sides.allSatisfy { Disc.square(vertices[Int($0.from)], centre) <= metres * metres }
        }
        if let guess, isWhole(guess) { return cellAreas[cell] }
        let centres = near.centres(label, low, high)
        guard !centres.isEmpty else { return nil }
        return centres.contains(where: isWhole)
            ? cellAreas[cell] : min(part(of: sides, near: centres, metres), cellAreas[cell])
    }

    /// The corners of the box around a cell; nil for one without edges.
    func box(of cell: Int) -> (low: PlanePoint, high: PlanePoint)? {
        let sides = edges[Int(start[cell])..<Int(start[cell + 1])]
        guard let first = sides.first.map({ vertices[Int($0.from)] }) else { return nil }
        var (low, high) = (first, first)
        for side in sides {
            let p = vertices[Int(side.from)]
            low = PlanePoint(x: min(low.x, p.x), y: min(low.y, p.y))
            high = PlanePoint(x: max(high.x, p.x), y: max(high.y, p.y))
        }
        return (low, high)
    }

    /// The part of a cell within reach of any centre. Each centre's share is convex and holds the centre, so it is the sum
    /// over the edges of what it has in common with the triangle of edge and centre, by the edge's direction.
    private func part(
        of sides: ArraySlice<(from: Int32, to: Int32)>, near centres: [PlanePoint], _ radius: Double
    ) -> Double {
        var sum = 0.0
        for (index, centre) in centres.enumerated() {
            for side in sides {
                let a = vertices[Int(side.from)]
                let b = vertices[Int(side.to)]
                let turn = (a.x - centre.x) * (b.y - centre.y) - (a.y - centre.y) * (b.x - centre.x)
                guard turn != 0 else { continue }
                var piece = turn > 0 ? [centre, a, b] : [centre, b, a]
                for (other, rival) in centres.enumerated() where other != index {
                    piece = Disc.nearer(to: centre, than: rival, piece)
                    if piece.isEmpty { break }
                }
                let area = Disc.area(of: piece, around: centre, radius)
                sum += turn > 0 ? area : -area
            }
        }
        return max(sum, 0)
    }
}
