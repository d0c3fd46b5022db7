import Reports
import Rows
import Snapshots

extension GeoJSONWriter {
    /// A pocket or an exclave. It lies over the area of its holder, which has the same land.
    func feature(_ part: Snapshot.Part, _ snapshot: Snapshot) -> [UInt8] {
        write(id: part.id ?? "", at: snapshot) { json in
            json.multiPolygon([part.polygon])
        } properties: { json in
            json.key("feature_type")
            json.string(part.kind?.rawValue ?? "")
            json.key("feature_id")
            json.string(part.id ?? "")
            holder(part.holder, into: &json)
            PartJSON.write(part, into: &json)
            json.key("places")
            json.integer(part.places.count)
            json.key("place_ids")
            ids(part.places.map { snapshot.places[$0].placeIndex }, into: &json)
            times(snapshot, into: &json)
            if styled { Style.part(into: &json) }
            sources(HeaviestReports(part.places, in: snapshot, most: Self.sourcesShown), into: &json)
        }
    }
}
