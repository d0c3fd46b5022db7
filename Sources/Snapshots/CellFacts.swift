import Fronts
import Geometry
import Synchronization

/// What is worked out about the cells of a tessellation once, when first asked for.
final class CellFacts: Sendable {
    private let areas = Mutex<(ofCells: [Double], beyondReach: Double)?>(nil)
    private let edges = Mutex<EdgesOfCells?>(nil)

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
}
