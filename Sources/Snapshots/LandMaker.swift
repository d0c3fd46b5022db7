import Control
import Fronts
import Geometry
import Places
import Reports

/// Works out the land of one snapshot of a theatre after another, and takes over from each what is the same in the next.
package struct LandMaker: Sendable {
    private let theatre: Theatre
    private var populated: PopulatedMoments
    private let populatedReachInMetres: Double
    private let isSettlement: [Bool]
    private var inside: PlacesInside
    /// Labels that mean the same in all snapshots.
    private var holders = Interner<Holder>()

    /// - Complexity: O(edges of the tessellation).
    package init(_ theatre: Theatre, populatedReachInMetres: Double = Theatre.populatedReachInMetres) {
        let places = theatre.scenario.gazetteer.places
        self.theatre = theatre
        self.populatedReachInMetres = populatedReachInMetres
        populated = PopulatedMoments(
            PopulatedLand(theatre.tessellation), spots: theatre.drawn.map { places[$0].coordinate },
            withinMetres: populatedReachInMetres)
        isSettlement = theatre.drawn.map { places[$0].kind.isSettlement }
        inside = PlacesInside(theatre)
    }

    /// The land of a snapshot that the theatre made. One without polygons has no parts.
    package mutating func land(of snapshot: Snapshot) -> Land {
        Land(
            parts: Parts(snapshot, theatre, &inside), populatedAreas: populatedAreas(of: snapshot),
            populatedReachInMetres: populatedReachInMetres)
    }

    /// For each area of the snapshot the square metres within reach of a settlement that has the same call; nil for land
    /// out of reach of any place.
    ///
    /// Distances are those of the equal-area plane around the middle of the map, as the cells' are.
    private mutating func populatedAreas(of snapshot: Snapshot) -> [Double?] {
        let (labels, owners) = (snapshot.labels, snapshot.ownerOfCell)
        let number = labels.holders.map { Int32(holders.number($0)) }
        let numberOfCell = labels.labelOfCell.map { number[Int($0)] }
        let settled = snapshot.places.indices.map { position -> Int32 in
            let cell = Int(snapshot.places[position].cell)
            // Of two places on one spot the other one may decide what the cell is called.
            let isAsCalled =
                labels.decidingState[cell] == position
                || labels.holder(labels.labelOfCell[cell]) == Holder(snapshot.places[position].call.status)
            return isSettlement[position] && isAsCalled ? numberOfCell[cell] : -1
        }
        let areas = populated.areas(labels: owners.map { numberOfCell[Int($0)] }, settled: settled) {
            labels.decidingState[Int(owners[$0])]
        }
        return snapshot.areas.map { area in
            area.holder == .beyondReach
                ? nil : min(areas[Int32(holders.number(area.holder))] ?? 0, area.areaInSquareMetres)
        }
    }
}

extension Theatre {
    /// How far from a settlement land counts as populated where nothing else is asked: a walk of about an hour.
    package static let populatedReachInMetres = 5_000.0
}
