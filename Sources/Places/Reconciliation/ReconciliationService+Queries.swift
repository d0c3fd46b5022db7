import Geometry
import Rows

extension ReconciliationService {
    /// The answer to a query batch: `{"q0": {"result": […]}, …}` for version 0.2, `{"results": [{"candidates": […]}]}`
    /// where the batch is one of the 1.0 draft. Every query is answered by itself.
    ///
    /// Throws: too large, no JSON, no batch, too many queries, a query with a field that the schema has not.
    package func answer(batch bytes: [UInt8]) throws(ReconciliationFact) -> [UInt8] {
        let value = try parse(bytes)
        guard let members = value.members else { throw .notABatch }
        var json = JSONWriter()
        if members.count == 1, members[0].key == "queries", let list = members[0].value.array {
            try check(list.count)
            var queries: [ReconciliationQuery] = []
            for (index, one) in list.enumerated() {
                queries.append(try ReconciliationQuery(draft: one, key: String(index), limit: settings.candidateLimit))
            }
            json.object { json in
                json.key("results")
                json.array { json in
                    for query in queries {
                        json.object { json in
                            json.key("candidates")
                            json.array { json in for one in candidates(query) { write(one, isDraft: true, &json) } }
                        }
                    }
                }
            }
            return json.bytes
        }
        try check(members.count)
        var queries: [(key: String, query: ReconciliationQuery)] = []
        for (key, value) in members {
            queries.append((key, try ReconciliationQuery(version02: value, key: key, limit: settings.candidateLimit)))
        }
        json.object { json in
            for (key, query) in queries {
                json.key(key)
                json.object { json in
                    json.key("result")
                    json.array { json in for one in candidates(query) { write(one, isDraft: false, &json) } }
                }
            }
        }
        return json.bytes
    }

    func parse(_ bytes: [UInt8]) throws(ReconciliationFact) -> JSONValue {
        guard bytes.count <= settings.requestLimitInBytes else {
            throw .tooLarge(bytes: bytes.count, limit: settings.requestLimitInBytes)
        }
        do throws(JSONError) {
            return try JSONParser.parse(bytes[...])
        } catch {
            throw .notJSON(reason: error.reason, column: error.offset + 1)
        }
    }

    private func check(_ count: Int) throws(ReconciliationFact) {
        guard count <= settings.batchLimit else { throw .tooManyQueries(count: count, limit: settings.batchLimit) }
    }

    private func write(_ one: Candidate, isDraft: Bool, _ json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(one.place.id)
            json.key("name")
            json.string(one.place.name)
            json.key("description")
            json.string(description(one.place))
            json.key("type")
            json.array { json in
                for (id, name) in [(one.place.kind.rawValue, Self.typeName(one.place.kind)), Self.anyPlace] {
                    json.object { json in
                        json.key("id")
                        json.string(id)
                        json.key("name")
                        json.string(name)
                    }
                }
            }
            json.key("score")
            json.number(one.score, decimals: 2)
            json.key("match")
            json.bool(one.isMatch)
            json.key("features")
            json.array { json in
                for feature in one.features {
                    json.object { json in
                        json.key("id")
                        json.string(feature.id)
                        if isDraft {
                            json.key("name")
                            json.string(feature.name)
                        }
                        json.key("value")
                        json.number(feature.value, decimals: 4)
                    }
                }
            }
        }
    }

    /// "village, Aazaz; 10.7 km E of Aazaz".
    func description(_ place: Place) -> String {
        let position = RelativePosition(of: place.coordinate, in: gazetteer, itself: place.id)
        return ([place.kind.rawValue, place.parent].compactMap { $0 }.joined(separator: ", "))
            + (position.town.map { "; \($0.text)" } ?? "")
    }
}
