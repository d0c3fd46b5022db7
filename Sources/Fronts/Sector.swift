package import Geometry

/// Connected land that went from one label to another, with the line between the two before and after.
///
/// Two cells are connected where they share an edge. Where the old line and the new one part and meet again, the land
/// between them is one sector; land that went elsewhere or did not change parts it from the next.
package struct Sector: Sendable {
    /// A straight part of a line.
    package struct Leg: Hashable, Sendable {
        package let from: GridPoint
        package let to: GridPoint
    }

    package let from: Int32
    package let to: Int32
    package let polygon: GridPolygon
    /// Ascending.
    package let cells: [Int32]
    /// The part of its border that was the line between the two labels: beyond it lay land that `to` had already.
    package let oldLine: [Leg]
    /// The part of its border that is the line between the two labels now: beyond it lies land that `from` still has.
    package let newLine: [Leg]
    /// True where some of its border is neither: other labels, unreachable land, the rim of the area.
    package let hasOtherBorder: Bool
    package let areaInSquareMetres: Double
}

extension ControlRegions {
    /// The sectors between these labels and later ones on the same cells, in the order of their lowest cells.
    ///
    /// - Parameters:
    ///   - edgesOfCells: of the same tessellation; worth keeping for more than one call.
    ///   - counts: whether land that went from one label to the other is wanted.
    /// - Complexity: O(cells), plus O(n log n) in the edges of the cells that changed.
    package func sectors(
        to later: [Int32], _ edgesOfCells: EdgesOfCells, where counts: (_ from: Int32, _ to: Int32) -> Bool
    ) -> [Sector] {
        precondition(later.count == labels.count, "\(labels.count) cells need as many labels")
        var number = [Int32](repeating: -1, count: labels.count)
        var changed: [Int32] = []
        for cell in labels.indices where labels[cell] != later[cell] && counts(labels[cell], later[cell]) {
            number[cell] = Int32(changed.count)
            changed.append(Int32(cell))
        }
        guard !changed.isEmpty else { return [] }
        func numberOf(_ cell: Int32) -> Int32 { cell < 0 ? -1 : number[Int(cell)] }
        func pair(_ cell: Int32) -> (Int32, Int32) { (labels[Int(cell)], later[Int(cell)]) }

        var parts = UnionFind(count: changed.count)
        let touched = edgesOfCells.of(changed)
        for index in touched {
            let edge = tessellation.edges[Int(index)]
            let (a, b) = (numberOf(edge.left), numberOf(edge.right))
            if a >= 0, b >= 0, pair(edge.left) == pair(edge.right) { parts.join(a, b) }
        }
        // A part is numbered by its lowest cell.
        var partOfLowest: [Int32: Int] = [:]
        var cells: [[Int32]] = []
        for (index, cell) in changed.enumerated() {
            let lowest = parts.find(Int32(index))
            if partOfLowest[lowest] == nil {
                partOfLowest[lowest] = cells.count
                cells.append([])
            }
            cells[partOfLowest[lowest]!].append(cell)
        }
        for (part, members) in cells.enumerated() { for cell in members { number[Int(cell)] = Int32(part) } }

        var borders = [Border](repeating: Border(), count: cells.count)
        for index in touched {
            let edge = tessellation.edges[Int(index)]
            let (left, right) = (numberOf(edge.left), numberOf(edge.right))
            guard left != right else { continue }
            let (a, b) = (tessellation.vertices[Int(edge.from)], tessellation.vertices[Int(edge.to)])
            let share = tessellation.contribution(of: edge)
            for (part, inner, outer, sign) in [(left, edge.left, edge.right, 1.0), (right, edge.right, edge.left, -1)]
            where part >= 0 {
                let (from, to) = pair(inner)
                borders[Int(part)].add(
                    Sector.Leg(from: sign > 0 ? a : b, to: sign > 0 ? b : a),
                    wasLine: outer >= 0 && labels[Int(outer)] == to, isLine: outer >= 0 && later[Int(outer)] == from,
                    share: sign * share)
            }
        }
        let traced = AreaTracer(
            LabelledEdges(tessellation, among: touched) {
                let part = numberOf($0)
                return part < 0 ? Tessellation.outside : part
            }
        ).polygons()
        return traced.map { part, polygons in
            let border = borders[Int(part)]
            let (from, to) = pair(cells[Int(part)][0])
            return Sector(
                from: from, to: to, polygon: polygons[0], cells: cells[Int(part)], oldLine: border.old,
                newLine: border.new, hasOtherBorder: border.hasOther, areaInSquareMetres: border.area)
        }
    }

    /// What is gathered along the border of a sector; its land lies on the left of each leg.
    private struct Border {
        var old: [Sector.Leg] = []
        var new: [Sector.Leg] = []
        var hasOther = false
        var area = 0.0

        mutating func add(_ leg: Sector.Leg, wasLine: Bool, isLine: Bool, share: Double) {
            if wasLine { old.append(leg) }
            if isLine { new.append(leg) }
            hasOther = hasOther || !(wasLine || isLine)
            area += share
        }
    }
}
