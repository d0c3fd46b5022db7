import Geometry

/// Makes a ring of the file one of an overlay: open, no vertex twice in a row, no spikes.
struct RingCleaner {
    /// The ring, if it has an inside left.
    private(set) var ring: [GridPoint] = []

    enum Outcome: Equatable {
        case kept
        /// Fewer than four positions in the file.
        case short
        /// No inside, or none on the grid.
        case flat
    }

    /// What was done to the last ring.
    private(set) var wasUnclosed = false
    private(set) var spikes = 0

    /// - Complexity: O(n).
    mutating func clean(_ positions: ArraySlice<GridPoint>) -> Outcome {
        ring.removeAll(keepingCapacity: true)
        (wasUnclosed, spikes) = (false, 0)
        guard positions.count >= 4 else { return .short }
        wasUnclosed = positions.first != positions.last
        for p in positions {
            if p == ring.last { continue }
            if ring.count >= 2, ring[ring.count - 2] == p {
                // Out and back the same way.
                ring.removeLast()
                spikes += 1
            } else {
                ring.append(p)
            }
        }
        if ring.count > 1, ring.first == ring.last { ring.removeLast() }
        // The same across the seam.
        while ring.count >= 3, ring[1] == ring[ring.count - 1] {
            ring.removeFirst()
            ring.removeLast()
            spikes += 1
        }
        return ring.count < 3 || isFlat ? .flat : .kept
    }

    /// All vertices on one line.
    private var isFlat: Bool {
        ring.allSatisfy { GridPoint.orientation(ring[0], ring[1], $0) == 0 }
    }
}
