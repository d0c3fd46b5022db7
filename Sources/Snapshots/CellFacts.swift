import Fronts
import Geometry
import Synchronization

/// What is worked out about the cells of a tessellation once, when first asked for.
final class CellFacts: Sendable {
    private let areas = Mutex<(ofCells: [Double], beyondReach: Double)?>(nil)
    private let edges = Mutex<EdgesOfCells?>(nil)
    private let positions = Mutex<CellPositions?>(nil)
    private let distances = Mutex<[UInt64: Double]>([:])

    /// In square metres, with the land beyond reach of every place.
    func areas(of tessellation: Tessellation) -> (ofCells: [Double], beyondReach: Double) {
        areas.withLock { known in
            if let known { return known }
            let made = (tessellation.cellAreasInSquareMetres, tessellation.beyondReachAreaInSquareMetres)
            known = made
            return made
        }
    }

    func edges(of tessellation: Tessellation) -> EdgesOfCells {
        edges.withLock { known in
            if let known { return known }
            let made = EdgesOfCells(tessellation)
            known = made
            return made
        }
    }

    func positions(in theatre: Theatre) -> CellPositions {
        positions.withLock { known in
            if let known { return known }
            let made = CellPositions(
                theatre.tessellation.cellOfSite.prefix(theatre.drawn.count), theatre.placeCellCount)
            known = made
            return made
        }
    }

    /// Between the places at two positions, which face each other across many a line; measured the first time.
    func distanceInMetres(_ a: Int, _ b: Int, measure: () -> Double) -> Double {
        let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        if let known = distances.withLock({ $0[key] }) { return known }
        let distance = measure()
        distances.withLock { $0[key] = distance }
        return distance
    }
}

/// Which places have which cell, as positions among those drawn.
struct CellPositions: Sendable {
    /// Those of cell i are `positions[starts[i]..<starts[i + 1]]`, ascending.
    private let starts: [Int32]
    private let positions: [Int]

    init(_ cells: some Collection<Int32>, _ count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for cell in cells { starts[Int(cell) + 1] += 1 }
        for i in 0..<count { starts[i + 1] += starts[i] }
        var fill = starts
        var positions = [Int](repeating: 0, count: cells.count)
        for (position, cell) in cells.enumerated() {
            positions[Int(fill[Int(cell)])] = position
            fill[Int(cell)] += 1
        }
        (self.starts, self.positions) = (starts, positions)
    }

    /// None for a cell of the land half-way between two places.
    func ofCell(_ cell: Int32) -> ArraySlice<Int> {
        Int(cell) + 1 < starts.count ? positions[Int(starts[Int(cell)])..<Int(starts[Int(cell) + 1])] : []
    }
}
