/// The cells that matter where only the edges between different labels are asked for.
///
/// All edges of these are worked out, so whether they are convex, what the border cuts off them and what lies on either
/// side of their edges comes out as it does with all edges. An edge between two other cells is within the area or not as
/// they are, and separates nothing.
struct NeededCells {
    private(set) var isNeeded: [Bool]

    /// Needed are cells beside a different label, cells that are cut, and those that may meet the border.
    ///
    /// - Parameter labels: of the diagram's sites.
    init(_ diagram: VoronoiDiagram, region: TessellationRegion, labels: [Int32]) {
        isNeeded = diagram.isCut
        for edge in diagram.edges {
            if edge.right < 0 {
                isNeeded[Int(edge.left)] = true
            } else if labels[Int(edge.left)] != labels[Int(edge.right)] {
                isNeeded[Int(edge.left)] = true
                isNeeded[Int(edge.right)] = true
            }
        }
        guard let border = region.border else { return }
        let squares = BorderSquares(border, plane: region.plane, count: diagram.sites)
        let (x, y) = (diagram.x, diagram.y)
        for edge in diagram.edges where edge.right >= 0 {
            let (left, right) = (Int(edge.left), Int(edge.right))
            if isNeeded[left] && isNeeded[right] { continue }
            let (p, q) = (Int(edge.from), Int(edge.to))
            guard squares.mayMeet(x[p], y[p], x[q], y[q]) else { continue }
            isNeeded[left] = true
            isNeeded[right] = true
        }
    }

    /// Adds cells; false when all were needed already.
    mutating func add(_ isTouched: [Bool]) -> Bool {
        var grew = false
        for i in isNeeded.indices where isTouched[i] && !isNeeded[i] {
            isNeeded[i] = true
            grew = true
        }
        return grew
    }
}

extension VoronoiDiagram {
    /// Sets aside the edges between cells that are not needed.
    mutating func keep(_ needed: NeededCells) {
        var kept: [Edge] = []
        setAside.reserveCapacity(edges.count)
        for edge in edges {
            if edge.right < 0 || needed.isNeeded[Int(edge.left)] || needed.isNeeded[Int(edge.right)] {
                kept.append(edge)
            } else {
                setAside.append(edge)
            }
        }
        edges = kept
    }
}
