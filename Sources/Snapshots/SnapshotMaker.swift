package import Control
import Fronts
import Geometry
package import Reports

/// Makes the snapshots of one theatre one after the other, and takes over from each what is the same in the next.
package struct SnapshotMaker {
    private let theatre: Theatre
    private var vote: BorderVote
    private var last: Snapshot?

    package init(_ theatre: Theatre) {
        self.theatre = theatre
        vote = BorderVote(theatre.borders)
    }

    /// Who held what at `at`: the very snapshot that the theatre makes of it alone. Without `draws` the areas have no
    /// polygons and there are no lines, for those who want figures alone.
    package mutating func snapshot(at: Moment, model: ControlModel, draws: Bool = true) -> Snapshot {
        snapshot(at: at, calls: model.calls(at: at), asKnownOn: model.asKnownOn, draws: draws)
    }

    /// The same with the calls of a model, one for each place of the gazetteer.
    package mutating func snapshot(
        at: Moment, calls: [Call], asKnownOn: Moment? = nil, draws: Bool = true
    ) -> Snapshot {
        let states = theatre.drawn.enumerated().map { position, index in
            Snapshot.PlaceState(
                placeIndex: index, call: calls[index], cell: theatre.tessellation.cellOfSite[position])
        }
        let labels = CellLabels(states: states, cellCount: theatre.placeCellCount)
        let likely = LikelyLabels(labels, states)
        let owners = theatre.owners(labels, likely, by: &vote)
        let blocks = theatre.blocks(states, after: last)
        let snapshot = Snapshot(
            at: at, asKnownOn: asKnownOn, method: Theatre.method, places: states, labels: labels, likely: likely,
            ownerOfCell: owners,
            areas: draws
                ? theatre.areas(labels, owners, states)
                : theatre.areas(
                    labels, owners, states, polygons: theatre.labelsOfLand(labels, owners).map { ($0, []) }),
            fronts: draws ? theatre.numbered(theatre.fronts(labels, likely, owners, states)) : [], blocks: blocks,
            digest: StateDigest.digest(theatre.head(at: at, asKnownOn: asKnownOn), blocks))
        last = snapshot
        return snapshot
    }
}

extension Theatre {
    /// The labels that have land, and beyond reach where there is such land.
    fileprivate func labelsOfLand(_ labels: CellLabels, _ owners: [Int32]) -> [Int32] {
        let sizes = areasInSquareMetres(labels, owners)
        return sizes.ofLabels.indices.filter { sizes.ofLabels[$0] > 0 }.map(Int32.init)
            + (sizes.beyondReach > 0 ? [Tessellation.beyondReach] : [])
    }
}
