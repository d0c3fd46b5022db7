import Geometry
import Places
import Rows
import Snapshots

/// A limit of what is read. The numbers are those that the readers go by.
struct Limit {
    let id: String
    let subject: String
    let value: Int
    let unit: String
    let beyond: String

    static let all = [
        Limit("file", "any file", FileBytes.limit, "bytes", "refused"),
        Limit("record", "row of a table, line of NDJSON", DelimitedReader.recordLimit, "bytes", "skipped"),
        Limit("json-depth", "JSON", JSONParser.depthLimit, "levels", "refused, or the line skipped"),
        Limit("json-file", "area.geojson, --boundary, scenario.json", JSONFile.limit, "bytes", "refused"),
        Limit("name-letters", "name of a place, actor, source", NameLimit.characters, "letters", "report skipped"),
        Limit("name-bytes", "name of a place, actor, source", NameLimit.bytes, "bytes", "report skipped"),
        Limit("map", "map of others", ForeignLimits.bytes, "bytes", "refused; --max-mb raises it"),
        Limit("map-most", "map of others with --max-mb", ForeignLimits.mostMegabytes, "MiB", "refused"),
        Limit("map-vertices", "feature of such a map", ForeignLimits.verticesOfFeature, "positions", "refused"),
        Limit("map-properties", "feature of such a map", ForeignLimits.propertiesOfFeature, "properties", "refused"),
        Limit("map-member", "name of a member in it", ForeignLimits.bytesOfMemberName, "bytes", "refused"),
        Limit(
            "map-collections", "collections of geometries in it", ForeignLimits.nestedCollections, "levels", "refused"),
        Limit("map-crossings", "edges of two maps", Overlay.crossingLimit, "crossings", "refused"),
        Limit("map-comparisons", "edges of two maps", Overlay.comparisonLimit, "comparisons", "refused"),
        Limit("map-layers", "holders over one spot", Overlay.layerLimit, "holders", "refused"),
        Limit("resolve-line", "line of resolve -", ResolveLine.limit, "bytes", "answered with an error"),
        Limit("locate-line", "line of locate -", LocateCommand.lineLimit, "bytes", "answered with an error"),
        Limit("locate-words", "phrase of locate", RelativeExpression.wordLimit, "words", "refused"),
        Limit(
            "locate-distance", "distance in a phrase", RelativeExpression.distanceLimitInKilometres, "km", "refused"),
    ]

    private init(_ id: String, _ subject: String, _ value: Int, _ unit: String, _ beyond: String) {
        self.id = id
        self.subject = subject
        self.value = value
        self.unit = unit
        self.beyond = beyond
    }

    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (key, text) in [("id", id), ("of", subject)] {
                json.key(key)
                json.string(text)
            }
            json.key("limit")
            json.integer(value)
            for (key, text) in [("unit", unit), ("beyond", beyond)] {
                json.key(key)
                json.string(text)
            }
        }
        return json.bytes + [0x0A]
    }
}
