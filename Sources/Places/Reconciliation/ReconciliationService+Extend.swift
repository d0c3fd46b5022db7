import Geometry
import Rows

extension ReconciliationService {
    /// The properties that can be fetched for places of a type: `{"properties": […], "type": …, "limit": …}`.
    package func proposeProperties(type: String, limit: Int? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("properties")
            json.array { json in
                let all = ReconciliationProperty.allCases.filter(\.isColumn)
                for one in all.prefix(max(0, limit ?? all.count)) { named(one.rawValue, one.name, &json) }
            }
            json.key("type")
            json.string(type)
            if let limit {
                json.key("limit")
                json.integer(limit)
            }
        }
        return json.bytes
    }

    /// The answer to a data extension query `{"ids": […], "properties": [{"id": …}]}`: `{"meta": […], "rows": {id:
    /// {property: [values]}}}`. A property or an id that is not known gives empty values.
    package func extend(_ bytes: [UInt8]) throws(ReconciliationFact) -> [UInt8] {
        let value = try parse(bytes)
        guard let ids = value["ids"]?.array else { throw .notAnExtension(reason: "it has no array \"ids\"") }
        guard let properties = value["properties"]?.array else {
            throw .notAnExtension(reason: "it has no array \"properties\"")
        }
        guard ids.count <= settings.extensionLimit else {
            throw .tooManyEntities(count: ids.count, limit: settings.extensionLimit)
        }
        var columns: [String] = []
        for property in properties.prefix(64) {
            guard let id = property["id"]?.string else { throw .notAnExtension(reason: "a property has no \"id\"") }
            if !columns.contains(id) { columns.append(id) }
        }
        var rows: [String] = []
        var known: Set<String> = []
        for id in ids {
            guard let text = id.string else { throw .notAnExtension(reason: "an id is no text") }
            if known.insert(text).inserted { rows.append(text) }
        }
        var json = JSONWriter()
        json.object { json in
            json.key("meta")
            json.array { json in
                for id in columns { named(id, ReconciliationProperty(rawValue: id)?.name ?? id, &json) }
            }
            json.key("rows")
            json.object { json in
                for id in rows {
                    json.key(id)
                    json.object { json in
                        for column in columns {
                            json.key(column)
                            json.array { json in
                                guard let place = gazetteer.place(id: id),
                                    let property = ReconciliationProperty(rawValue: column)
                                else { return }
                                values(property, of: place, &json)
                            }
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    private func values(_ property: ReconciliationProperty, of place: Place, _ json: inout JSONWriter) {
        func cell(_ key: String, _ write: (inout JSONWriter) -> Void) {
            json.object { json in
                json.key(key)
                write(&json)
            }
        }
        switch property {
        case .longitude: cell("float") { $0.number(place.coordinate.longitude, decimals: 7) }
        case .latitude: cell("float") { $0.number(place.coordinate.latitude, decimals: 7) }
        case .kind: cell("str") { $0.string(place.kind.rawValue) }
        case .admin: if let parent = place.parent { cell("str") { $0.string(parent) } }
        case .names: for name in place.names { cell("str") { $0.string(name.text) } }
        case .population: if let people = place.population { cell("int") { $0.integer(people) } }
        case .ids: for id in place.otherIDs { cell("str") { $0.string(id) } }
        case .uncertainty: cell("float") { $0.number(place.uncertaintyInMetres, decimals: 1) }
        case .near, .within, .hint: break
        }
    }

    /// A small HTML page on a place for an `iframe`. Every text is escaped; no scripts, no requests to others.
    package func preview(id: String) throws(ReconciliationFact) -> String {
        guard let place = gazetteer.place(id: id) else { throw .unknownEntity(id: id) }
        let names = place.names.dropFirst().prefix(8).map { Self.escaped($0.text) }.joined(separator: ", ")
        let point =
            "\(Decimals.shortest(place.coordinate.longitude, decimals: 5)), "
            + Decimals.shortest(place.coordinate.latitude, decimals: 5)
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(place.name))</title></head>
            <body><p><strong><bdi>\(Self.escaped(place.name))</bdi></strong> (\(Self.escaped(place.id)))</p>
            <p>\(Self.escaped(description(place)))</p>
            <p>\(point)</p>
            <p><bdi>\(names)</bdi></p></body></html>

            """
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in printable(text).unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
