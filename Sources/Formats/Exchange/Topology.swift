import Geometry

/// Rings and lines cut into arcs, each of which is kept once, however many areas and lines run along it.
///
/// Nothing is matched: areas that are neighbours have the very same vertices, so the arcs found here are those of which
/// they were made (`Arcs` in Fronts). An arc ends where other lines join or leave; Bostock, "How To Infer Topology", 2013.
struct Topology {
    /// From the smaller of their two ends, or second vertices where the ends are one.
    private(set) var arcs: [[GridPoint]] = []
    private var numbers: [[GridPoint]: Int] = [:]
    private var passages: [GridPoint: Passage] = [:]

    /// How the lines so far pass a vertex.
    private struct Passage {
        /// The vertices before and after, the smaller first.
        let neighbours: (GridPoint, GridPoint)
        var isJunction: Bool
    }

    /// All rings and lines must be known before the first is cut.
    init(rings: some Sequence<[GridPoint]>, lines: some Sequence<[GridPoint]>) {
        for ring in rings {
            let count = ring.count - 1
            for i in 0..<max(0, count) { pass(ring[i], ring[(i + count - 1) % count], ring[i + 1]) }
        }
        for line in lines {
            for i in line.indices.dropFirst().dropLast() { pass(line[i], line[i - 1], line[i + 1]) }
            for end in [line.first, line.last].compactMap({ $0 }) { join(end) }
        }
    }

    private mutating func pass(_ point: GridPoint, _ before: GridPoint, _ after: GridPoint) {
        let neighbours = before < after ? (before, after) : (after, before)
        guard let known = passages[point] else {
            passages[point] = Passage(neighbours: neighbours, isJunction: false)
            return
        }
        if known.neighbours != neighbours { passages[point]?.isJunction = true }
    }

    private mutating func join(_ point: GridPoint) {
        if passages[point] == nil { passages[point] = Passage(neighbours: (point, point), isJunction: true) }
        passages[point]?.isJunction = true
    }

    private func isJunction(_ point: GridPoint) -> Bool { passages[point]?.isJunction ?? false }

    /// The arcs of a closed ring, one after the other: the number of an arc, or its complement where it is walked
    /// backwards. The ring may begin at another of its vertices.
    mutating func cut(ring: [GridPoint]) -> [Int] {
        guard let first = ring.dropLast().firstIndex(where: isJunction) else { return [number(of: ring)] }
        return cut(line: Array(ring[first...] + ring[1..<(first + 1)]))
    }

    /// The arcs of a line.
    mutating func cut(line: [GridPoint]) -> [Int] {
        var numbers: [Int] = []
        var start = line.startIndex
        for i in line.indices.dropFirst() where i == line.endIndex - 1 || isJunction(line[i]) {
            numbers.append(number(of: Array(line[start...i])))
            start = i
        }
        return numbers
    }

    private mutating func number(of arc: [GridPoint]) -> Int {
        let last = arc.count - 1
        let isBackwards = arc[last] < arc[0] || (arc[last] == arc[0] && arc[last - 1] < arc[1])
        let kept = isBackwards ? arc.reversed() : arc
        let number = numbers[kept] ?? arcs.count
        if number == arcs.count {
            arcs.append(kept)
            numbers[kept] = number
        }
        return isBackwards ? ~number : number
    }
}
