extension Tessellation {
    /// The area of each cell in square metres, as the sum of its edges' contributions; 0 for a cell without edges.
    ///
    /// Together with ``beyondReachAreaInSquareMetres`` they sum up to ``areaInSquareMetres``.
    ///
    /// - Complexity: O(edges).
    package var cellAreasInSquareMetres: [Double] {
        var areas = [Double](repeating: 0, count: cellCount)
        for edge in edges {
            let share = contribution(of: edge)
            if edge.left >= 0 { areas[Int(edge.left)] += share }
            if edge.right >= 0 { areas[Int(edge.right)] -= share }
        }
        return areas
    }

    /// The area that lies in the area of interest but out of reach of every site, in square metres.
    package var beyondReachAreaInSquareMetres: Double {
        area { $0 == Self.beyondReach }
    }

    /// The area of all that is not outside, in square metres.
    package var areaInSquareMetres: Double {
        area { $0 != Self.outside }
    }

    private func area(where belongs: (Int32) -> Bool) -> Double {
        var sum = 0.0
        for edge in edges {
            let (left, right) = (belongs(edge.left), belongs(edge.right))
            if left != right { sum += left ? contribution(of: edge) : -contribution(of: edge) }
        }
        return sum
    }

    /// The share of an edge in the area on its left, in square metres.
    package func contribution(of edge: Edge) -> Double {
        AuthalicArea.contribution(
            from: vertices[Int(edge.from)].coordinate, to: vertices[Int(edge.to)].coordinate)
    }

    /// Which cells share an edge with which.
    ///
    /// - Complexity: O(edges), plus sorting the few neighbours of each cell.
    package var neighbours: Neighbours {
        var starts = [Int32](repeating: 0, count: cellCount + 1)
        for edge in edges where edge.left >= 0 && edge.right >= 0 {
            starts[Int(edge.left) + 1] += 1
            starts[Int(edge.right) + 1] += 1
        }
        for i in 0..<cellCount { starts[i + 1] += starts[i] }
        var fill = starts
        var all = [Int32](repeating: 0, count: Int(starts[cellCount]))
        for edge in edges where edge.left >= 0 && edge.right >= 0 {
            all[Int(fill[Int(edge.left)])] = edge.right
            fill[Int(edge.left)] += 1
            all[Int(fill[Int(edge.right)])] = edge.left
            fill[Int(edge.right)] += 1
        }
        // A border of several edges names its neighbour several times.
        var cells: [Int32] = []
        cells.reserveCapacity(all.count)
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(cellCount + 1)
        for cell in 0..<cellCount {
            var last: Int32 = -1
            for other in all[Int(starts[cell])..<Int(starts[cell + 1])].sorted() where other != last {
                cells.append(other)
                last = other
            }
            offsets.append(Int32(cells.count))
        }
        return Neighbours(offsets: offsets, cells: cells)
    }

    /// The neighbours of cell i are `cells[offsets[i]..<offsets[i + 1]]`, ascending.
    package struct Neighbours: Hashable, Sendable {
        package let offsets: [Int32]
        package let cells: [Int32]

        package func of(_ cell: Int32) -> ArraySlice<Int32> {
            cells[Int(offsets[Int(cell)])..<Int(offsets[Int(cell) + 1])]
        }
    }
}

/// The share in areas and the length of each edge of a tessellation, for many moments on the same cells.
///
/// Working them out takes as long as some ten moments' areas and fronts; with them a moment takes a third of the time.
package struct EdgeMeasures: Sendable {
    /// In square metres; see ``Tessellation/contribution(of:)``.
    package let shares: [Double]
    /// Geodesic.
    package let lengthsInMetres: [Double]

    /// - Complexity: O(edges), about 0.2 µs each.
    package init(_ tessellation: Tessellation) {
        shares = tessellation.edges.map { tessellation.contribution(of: $0) }
        lengthsInMetres = tessellation.edges.map { edge in
            Geodesic.lengthInMetres(of: [
                tessellation.vertices[Int(edge.from)].coordinate, tessellation.vertices[Int(edge.to)].coordinate,
            ])
        }
    }
}
