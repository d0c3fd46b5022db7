package import Places
import Rows

/// What is in a gazetteer, as one JSON object.
package enum SummaryJSON {
    package static func object(_ summary: GazetteerSummary, files: [String]) -> [UInt8] {
        var json = JSONWriter()
        func counts(_ key: String, _ counts: [(name: String, count: Int)], _ json: inout JSONWriter) {
            json.key(key)
            json.object { json in
                for (name, count) in counts {
                    json.key(name)
                    json.integer(count)
                }
            }
        }
        json.object { json in
            json.key("files")
            json.array { json in for file in files { json.string(file) } }
            for (key, value) in [
                ("places", summary.places), ("names", summary.names), ("shared_names", summary.sharedNames),
                ("doubtful_names", summary.doubtfulNames), ("merged_rows", summary.merged),
                ("double_places", summary.doubles), ("bytes", summary.bytes),
            ] {
                json.key(key)
                json.integer(value)
            }
            json.key("digest")
            json.string(summary.digest)
            counts("kinds", summary.kinds, &json)
            counts("languages", summary.languages, &json)
            counts("listed_by", summary.gazetteers, &json)
            json.key("notes")
            json.array { json in for note in summary.notes { json.string(note) } }
        }
        return json.bytes + [0x0A]
    }
}
