import Control
package import Fronts

extension Theatre {
    /// The land that goes with places of whose holder reports speak themselves, by holder, sorted: what is left of an area
    /// follows its surroundings.
    ///
    /// As the cells have it, also where the lines of the snapshot were drawn anew. O(edges of the tessellation).
    package func reportedLand(_ snapshot: Snapshot) -> [(holder: Holder, polygons: [GridPolygon])] {
        let labels = snapshot.labels
        let others = Int32(labels.holders.count)
        let reported = labels.labelOfCell.indices.map { cell -> Int32 in
            guard let state = labels.decidingState[cell], snapshot.places[state].call.isReported,
                !labels.holder(labels.labelOfCell[cell]).sides.isEmpty
            else { return others }
            return labels.labelOfCell[cell]
        }
        return regions(reported, snapshot.ownerOfCell).areas.filter { $0.label >= 0 && $0.label < others }
            .map { (labels.holder($0.label), $0.polygons) }.sorted { $0.holder < $1.holder }
    }
}
