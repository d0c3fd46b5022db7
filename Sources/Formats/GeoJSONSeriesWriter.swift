package import Snapshots

/// Which places the GeoJSON of each moment of a series has.
package enum SeriesPlaces: String, CaseIterable, Sendable {
    /// Every one: each file is what `frontline snapshot` writes.
    case all
    /// Every one in the first; in the others those of which something else is said than in the moment before.
    case changed
    /// Areas and lines alone.
    case none
}

/// Writes the snapshots of a series one after the other.
package struct GeoJSONSeriesWriter {
    private let writer: GeoJSONWriter
    private let places: SeriesPlaces

    package init(_ theatre: Theatre, places: SeriesPlaces, styled: Bool) {
        writer = GeoJSONWriter(theatre, styled: styled)
        self.places = places
    }

    /// The file of a snapshot; `before` is the one of the moment before it.
    package mutating func bytes(of snapshot: Snapshot, after before: Snapshot?) -> [UInt8] {
        writer.bytes(of: snapshot)
    }
}
