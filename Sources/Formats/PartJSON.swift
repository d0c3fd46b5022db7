import Rows
import Snapshots

/// The keys of a part, the same in all JSON.
enum PartJSON {
    /// `encirclement`, `encircled_by`.
    static func write(_ enclosure: Snapshot.Enclosure, into json: inout JSONWriter) {
        json.key("encirclement")
        json.string(enclosure.status.rawValue)
        // A text, not an array: QGIS filters by it.
        json.key(enclosure.status == .encircled ? "encircled_by" : "hostile_beside")
        json.string(KeyList.text(enclosure.by))
    }

    /// `encirclement` to `area_km2`.
    static func write(_ part: Snapshot.Part, into json: inout JSONWriter) {
        if let enclosure = part.enclosure { write(enclosure, into: &json) }
        json.key("around")
        json.array { json in
            for (holder, metres) in part.around {
                json.object { json in
                    json.key("holder")
                    json.string(holder.key)
                    json.key("km")
                    json.number(metres / 1000, decimals: 3)
                }
            }
        }
        json.key("border_km")
        json.number(part.borderInMetres / 1000, decimals: 3)
        json.key("depth")
        json.integer(part.depth)
        json.key("area_km2")
        json.number(part.areaInSquareMetres / 1e6, decimals: 3)
    }
}
