import Rows

extension ReconciliationService {
    /// At most so many suggestions at once.
    static let suggestionLimit = 20
    /// A longer prefix is nobody's typing.
    static let prefixLimit = 200

    /// Places one of whose names begins with `prefix`, or whose id is it: `{"result": [{"id", "name", "description",
    /// "notable"}]}`. Sorted by how well known they are; `cursor` skips so many.
    ///
    /// - Complexity: O(log n + hits) in the names.
    package func suggestEntities(prefix: String, cursor: Int = 0) -> [UInt8] {
        var found: [(place: Place, matched: String, weight: Int)] = []
        if let place = gazetteer.place(id: prefix) { found.append((place, place.name, .max)) }
        for hit in prefix.utf8.count <= Self.prefixLimit ? prefixes.places(beginning: prefix) : [] {
            let place = gazetteer.places[hit.place]
            guard place.id != found.first?.place.id else { continue }
            found.append((place, place.names[hit.name].text, place.population ?? (place.kind.isTown ? 10_000 : 0)))
        }
        found.sort { ($1.weight, $0.place.name, $0.place.id) < ($0.weight, $1.place.name, $1.place.id) }
        return list(
            found.dropFirst(max(0, cursor)).prefix(Self.suggestionLimit).map { one in
                let also = one.matched == one.place.name ? "" : "\(one.matched): "
                return (one.place.id, one.place.name, also + description(one.place), one.place.kind)
            })
    }

    /// Hints and columns whose id or name begins with `prefix`.
    package func suggestProperties(prefix: String) -> [UInt8] {
        let lower = prefix.lowercased()
        return list(
            ReconciliationProperty.allCases.filter {
                $0.rawValue.hasPrefix(lower) || $0.name.lowercased().hasPrefix(lower)
            }
            .map { ($0.rawValue, $0.name, nil, nil) })
    }

    /// Kinds of places whose name begins with `prefix`.
    package func suggestTypes(prefix: String) -> [UInt8] {
        let lower = prefix.lowercased()
        let types = [Self.anyPlace] + kinds.map { ($0.rawValue, Self.typeName($0)) }
        return list(types.filter { $0.0.hasPrefix(lower) }.map { ($0.0, $0.1, nil, nil) })
    }

    private func list(_ items: [(id: String, name: String, description: String?, kind: PlaceKind?)]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("result")
            json.array { json in
                for item in items {
                    json.object { json in
                        json.key("id")
                        json.string(item.id)
                        json.key("name")
                        json.string(item.name)
                        if let description = item.description {
                            json.key("description")
                            json.string(description)
                        }
                        if let kind = item.kind {
                            json.key("notable")
                            json.array { json in named(kind.rawValue, Self.typeName(kind), &json) }
                        }
                    }
                }
            }
        }
        return json.bytes
    }
}
