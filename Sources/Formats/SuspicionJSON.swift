package import Places
package import Reports
import Rows

/// Patterns in the reports as lines of NDJSON, with all rows concerned.
package enum SuspicionJSON {
    package static func line(_ suspicion: Suspicion, _ gazetteer: Gazetteer) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("effect")
            json.string("suspicious")
            json.key("code")
            json.string(suspicion.kind.rawValue)
            json.key("names")
            json.array { json in for name in suspicion.names { json.string(name) } }
            if let model = suspicion.model {
                json.key("model")
                json.string(model)
            }
            json.key("count")
            json.integer(suspicion.count)
            json.key("places")
            json.array { json in for place in suspicion.places { json.string(gazetteer.places[place].id) } }
            json.key("rows")
            json.array { json in
                for row in suspicion.rows {
                    json.object { json in
                        json.key("file")
                        json.string(row.file)
                        json.key("line")
                        json.integer(row.line)
                        if let id = row.id {
                            json.key("id")
                            json.string(id)
                        }
                    }
                }
            }
            json.key("message")
            json.string(suspicion.sentence)
            json.key("way_out")
            json.string(suspicion.wayOut)
        }
        return json.bytes + [0x0A]
    }
}
