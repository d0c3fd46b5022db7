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
        let squares = region.border.map { BorderSquares($0, plane: region.plane, count: diagram.sites) }
        let (x, y) = (diagram.x, diagram.y)
        let places = squares.map { squares in x.indices.map { squares.place(of: x[$0], y[$0]) } } ?? []
        isNeeded.withUnsafeMutableBufferPointer { isNeeded in
            for edge in diagram.edges {
                let left = Int(edge.left)
                guard edge.right >= 0 else {
                    isNeeded[left] = true
                    continue
                }
                let right = Int(edge.right)
                if labels[left] == labels[right] {
                    guard let squares, !(isNeeded[left] && isNeeded[right]) else { continue }
                    let (p, q) = (Int(edge.from), Int(edge.to))
                    if places[p].isAway(places[q]) { continue }
                    guard squares.mayMeet(x[p], y[p], x[q], y[q]) else { continue }
                }
                isNeeded[left] = true
                isNeeded[right] = true
            }
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
        let all = edges
        let isNeeded = needed.isNeeded
        setAside = [Edge](unsafeUninitializedCapacity: all.count) { aside, asideCount in
            edges = [Edge](unsafeUninitializedCapacity: all.count) { kept, keptCount in
                for edge in all {
                    if edge.right < 0 || isNeeded[Int(edge.left)] || isNeeded[Int(edge.right)] {
                        kept[keptCount] = edge
                        keptCount += 1
                    } else {
                        aside[asideCount] = edge
                        asideCount += 1
                    }
                }
            }
        }
    }
}
