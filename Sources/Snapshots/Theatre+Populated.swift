import Control
import Fronts
import Geometry
import Places
import Reports

extension Theatre {
    /// How far from a settlement land counts as populated where nothing else is asked: a walk of about an hour.
    package static let populatedReachInMetres = 5_000.0

    /// For each area of the snapshot the square metres within `metres` of a settlement that has the same call; nil for
    /// land out of reach of any place.
    ///
    /// Distances are those of the equal-area plane around the middle of the map, as the cells' are.
    /// - Complexity: O(edges of the tessellation); more where much land is only partly within reach.
    func populatedAreas(
        of snapshot: Snapshot, in populated: PopulatedLand, withinMetres metres: Double
    ) -> [Double?] {
        let labels = snapshot.labels
        let places = scenario.gazetteer.places
        // By the cells of places.
        var settlementOfCell = [Int32](repeating: -1, count: placeCellCount)
        var settlements: [PopulatedLand.Settlement] = []
        for state in snapshot.places {
            let label = labels.labelOfCell[Int(state.cell)]
            let place = places[state.placeIndex]
            // Of two places on one spot the other one may decide what the cell is called.
            guard place.kind.isSettlement, labels.holder(label) == Holder(state.call.status) else { continue }
            settlementOfCell[Int(state.cell)] = Int32(settlements.count)
            settlements.append(PopulatedLand.Settlement(coordinate: place.coordinate, label: label))
        }
        let areas = populated.areas(
            labels: regions(labels.labelOfCell, snapshot.ownerOfCell).labels, settlements: settlements,
            withinMetres: metres, guess: snapshot.ownerOfCell.map { settlementOfCell[Int($0)] })
        var ofHolder: [Holder: Double] = [:]
        for (label, area) in areas { ofHolder[labels.holder(label)] = area }
        return snapshot.areas.map { area in
            area.holder == .beyondReach ? nil : min(ofHolder[area.holder] ?? 0, area.areaInSquareMetres)
        }
    }
}
