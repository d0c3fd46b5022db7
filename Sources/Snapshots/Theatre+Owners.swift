package import Control
import Fronts
import Geometry

extension Theatre {
    /// How calls and lines were made: the calls by the control model, the lines by the votes of the places around.
    package static let method = Method(
        name: ControlModel.method.name, version: ControlModel.method.version,
        parameters: ControlModel.method.parameters.map { ($0.name, $0.value) } + [
            ("line", "local_plane"), ("line_bandwidth", "\(BorderVote.bandwidth)"),
            ("line_neighbours", "\(BorderVote.neighbours)"), ("line_sites_at", "\(BorderSites.partOfEdge)"),
        ])

    /// For each cell the cell of the place that it goes with: its own for that of a place, and one of the two beside it
    /// for the land half-way between them.
    func owners(_ labels: CellLabels, _ likely: LikelyLabels, by vote: inout BorderVote) -> [Int32] {
        let cells = tessellation.cellOfSite.prefix(drawn.count)
        let votes = likely.votes(labels)
        let places = vote.owners(
            sides: cells.map { votes[Int($0)] }, labels: cells.map { labels.labelOfCell[Int($0)] })
        var owners = (0..<Int32(tessellation.cellCount)).map { $0 }
        // Backwards, so that of two sites in one cell the first decides; the land of a place is its own.
        for index in places.indices.reversed() {
            let cell = tessellation.cellOfSite[drawn.count + index]
            if cell >= placeCellCount { owners[Int(cell)] = cells[Int(places[index])] }
        }
        return owners
    }

    /// The cells labelled by those of their owners.
    func regions(_ labelOfPlaceCell: [Int32], _ owners: [Int32]) -> ControlRegions {
        ControlRegions(tessellation: tessellation, labels: owners.map { labelOfPlaceCell[Int($0)] })
    }

    /// How much land each label has, as the sum of the cells that go with its places, and how much is beyond reach.
    func areasInSquareMetres(_ labels: CellLabels, _ owners: [Int32]) -> (ofLabels: [Double], beyondReach: Double) {
        let known = cells.areas(of: tessellation)
        var sums = [Double](repeating: 0, count: labels.holders.count)
        for (cell, area) in known.ofCells.enumerated() {
            sums[Int(labels.labelOfCell[Int(owners[cell])])] += area
        }
        return (sums, known.beyondReach)
    }

    /// How much land of an area goes with places that nobody reported, whose call follows their surroundings.
    /// O(edges of the tessellation).
    package func inferredAreaInSquareMetres(of area: Snapshot.ControlArea, in snapshot: Snapshot) -> Double {
        let labels = snapshot.labels
        let counts = (0..<placeCellCount).map { cell in
            labels.decidingState[cell].map {
                snapshot.places[$0].call.isInferred && Holder(snapshot.places[$0].call.status) == area.holder
            } ?? false
        }
        return zip(cells.areas(of: tessellation).ofCells, snapshot.ownerOfCell).reduce(0) {
            counts[Int($1.1)] ? $0 + $1.0 : $0
        }
    }
}
