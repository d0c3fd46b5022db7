import Fronts

/// Works out the land of one snapshot of a theatre after another: what all of them share is done once.
package struct LandMaker: Sendable {
    private let theatre: Theatre
    private let populated: PopulatedLand
    private let populatedReachInMetres: Double

    /// - Complexity: O(edges of the tessellation).
    package init(_ theatre: Theatre, populatedReachInMetres: Double = Theatre.populatedReachInMetres) {
        self.theatre = theatre
        populated = PopulatedLand(theatre.tessellation)
        self.populatedReachInMetres = populatedReachInMetres
    }

    /// The land of a snapshot that the theatre made. One without polygons has no parts.
    package func land(of snapshot: Snapshot) -> Land {
        Land(
            parts: Parts(snapshot, theatre),
            populatedAreas: theatre.populatedAreas(of: snapshot, in: populated, withinMetres: populatedReachInMetres),
            populatedReachInMetres: populatedReachInMetres)
    }
}
