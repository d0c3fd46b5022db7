internal import Geometry

/// Puts arcs between the same two labels together to lines.
struct ArcChains {
    private let arcs: [DrawnLines.DrawnArc]

    /// - Precondition: all have the smaller label on the left.
    init(_ arcs: [DrawnLines.DrawnArc]) {
        self.arcs = arcs
    }

    /// A line ends where other than one arc comes and one goes.
    ///
    /// - Complexity: O(n), plus sorting the lines.
    func fronts(left: Int32, right: Int32) -> [Front] {
        var going: [GridPoint: [Int]] = [:]
        var coming: [GridPoint: Int] = [:]
        for (i, arc) in arcs.enumerated() {
            going[arc.points[0], default: []].append(i)
            coming[arc.points.last!, default: 0] += 1
        }
        func isThrough(_ p: GridPoint) -> Bool { going[p]?.count == 1 && coming[p] == 1 }
        var taken = [Bool](repeating: false, count: arcs.count)
        func walk(from first: Int) -> [Int] {
            var chain = [first]
            taken[first] = true
            while isThrough(arcs[chain.last!].points.last!), let next = going[arcs[chain.last!].points.last!]?.first,
                !taken[next]
            {
                taken[next] = true
                chain.append(next)
            }
            return chain
        }
        var fronts: [Front] = []
        for i in arcs.indices where !isThrough(arcs[i].points[0]) {
            fronts.append(front(walk(from: i), isLoop: false, left, right))
        }
        for i in arcs.indices where !taken[i] { fronts.append(front(walk(from: i), isLoop: true, left, right)) }
        return PointOrder.sorted(fronts) { $0.points }
    }

    private func front(_ chain: [Int], isLoop: Bool, _ left: Int32, _ right: Int32) -> Front {
        var points = [arcs[chain[0]].points[0]]
        var cells: [Front.CellPair] = []
        var starts: [Int] = []
        for i in chain {
            for (pair, start) in zip(arcs[i].cells, arcs[i].cellStarts) where pair != cells.last {
                cells.append(pair)
                starts.append(points.count - 1 + start)
            }
            points += arcs[i].points.dropFirst()
        }
        if isLoop { Self.turn(&points, &cells, &starts) }
        return Front(
            left: left, right: right, points: points, cells: cells, cellStarts: starts,
            lengthInMetres: Geodesic.lengthInMetres(of: points.map(\.coordinate)))
    }

    /// Lets a loop begin at its smallest vertex.
    private static func turn(_ points: inout [GridPoint], _ cells: inout [Front.CellPair], _ starts: inout [Int]) {
        let last = points.count - 1
        let first = (0..<last).min { points[$0] < points[$1] }!
        guard first > 0 else { return }
        points = Array(points[first..<last] + points[..<first]) + [points[first]]
        // The pair that passes the new beginning is there first and, cut in two, last.
        let split = starts.lastIndex { $0 <= first }!
        var (turned, turnedStarts) = ([cells[split]], [0])
        for i in Array((split + 1)..<cells.count) + Array(0...split) {
            if i == split && starts[i] == first { continue }
            if turned.last == cells[i] { continue }
            turned.append(cells[i])
            turnedStarts.append(starts[i] > first ? starts[i] - first : starts[i] + last - first)
        }
        (cells, starts) = (turned, turnedStarts)
    }
}
