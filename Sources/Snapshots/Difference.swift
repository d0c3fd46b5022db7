package import Control
package import Fronts

/// What changed between two snapshots of one theatre.
package struct Difference: Sendable {
    package let from: Snapshot
    package let to: Snapshot
    /// Places that another side holds now, or that became contested, known or unknown; sorted by id.
    package let places: [PlaceChange]
    /// Land by who lost and who gained it, sorted.
    package let transfers: [Transfer]
    /// Where the line moved, sector by sector, largest first.
    package let advances: [Advance]
    /// One for each pair of sides that has a front between held land in either snapshot, sorted.
    package let lines: [LineChange]

    /// Land may move with no call changing: where an unknown place is likelier another's, the line beside it shifts.
    package var isEmpty: Bool { places.isEmpty && transfers.isEmpty }

    package struct PlaceChange: Sendable {
        package let placeIndex: Int
        package let before: Call
        package let after: Call
        /// The reports that made the change, heaviest first.
        package let reports: [Int]

        /// True where one side held the place and another one does now.
        package var changedHands: Bool {
            guard case .held(let old, _) = before.status, case .held(let new, _) = after.status else { return false }
            return old != new
        }
    }

    package struct Transfer: Sendable {
        package let from: Holder
        package let to: Holder
        package let polygons: [GridPolygon]
        package let areaInSquareMetres: Double
        /// The reports that changed the places in it.
        package let reports: [Int]
    }

    /// The front between two sides as a whole; ``advances`` tell where it moved.
    package struct LineChange: Sendable {
        /// In the order of their ids.
        package let left: String
        package let right: String
        package let lengthBeforeInMetres: Double
        package let lengthAfterInMetres: Double
        /// Land that passed straight from one to the other.
        package let gainedByLeftInSquareMetres: Double
        package let gainedByRightInSquareMetres: Double
    }

    /// Gains and losses of each side in square metres, sorted by side. Land that becomes contested is lost, and land
    /// that was contested gained.
    package var balance: [(side: String, gained: Double, lost: Double)] {
        var gained: [String: Double] = [:]
        var lost: [String: Double] = [:]
        for transfer in transfers {
            if let side = transfer.to.side { gained[side, default: 0] += transfer.areaInSquareMetres }
            if let side = transfer.from.side { lost[side, default: 0] += transfer.areaInSquareMetres }
        }
        return Set(gained.keys).union(lost.keys).sorted().map { ($0, gained[$0] ?? 0, lost[$0] ?? 0) }
    }
}
