import Rows

extension ReconciliationService {
    /// The service manifest of version 0.2, with the fields that the 1.0 draft adds (`standardizedScore`). Parts that need
    /// the service's address are left out where `Settings.address` is nil.
    package var manifest: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("versions")
            json.array { json in for version in ["0.2", "1.0-draft"] { json.string(version) } }
            json.key("name")
            json.string(settings.name)
            json.key("identifierSpace")
            json.string((settings.address ?? "urn:frontline") + "/place/")
            json.key("schemaSpace")
            json.string("https://schema.org/Place")
            json.key("batchSize")
            json.integer(settings.batchLimit)
            json.key("standardizedScore")
            json.bool(true)
            json.key("defaultTypes")
            json.array { json in
                for (id, name) in [Self.anyPlace] + kinds.map({ ($0.rawValue, Self.typeName($0)) }) {
                    named(id, name, &json)
                }
            }
            guard let address = settings.address else { return }
            json.key("view")
            json.object { json in
                json.key("url")
                json.string(address + "/place/{{id}}")
            }
            json.key("preview")
            json.object { json in
                json.key("url")
                json.string(address + "/preview?id={{id}}")
                json.key("width")
                json.integer(360)
                json.key("height")
                json.integer(160)
            }
            json.key("suggest")
            json.object { json in
                for what in ["entity", "property", "type"] {
                    json.key(what)
                    path("/suggest/\(what)", address, &json)
                }
            }
            json.key("extend")
            json.object { json in
                json.key("propose_properties")
                path("/properties", address, &json)
                json.key("property_settings")
                json.array { _ in }
            }
        }
        return json.bytes
    }

    private func path(_ path: String, _ address: String, _ json: inout JSONWriter) {
        json.object { json in
            json.key("service_url")
            json.string(address)
            json.key("service_path")
            json.string(path)
        }
    }

    /// The kinds that the gazetteer has, in the order of their declaration.
    var kinds: [PlaceKind] {
        let present = Set(gazetteer.places.map(\.kind))
        return PlaceKind.allCases.filter(present.contains)
    }

    func named(_ id: String, _ name: String, _ json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(id)
            json.key("name")
            json.string(name)
        }
    }
}
