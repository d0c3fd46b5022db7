import Geometry
package import Places
import Rows

/// A resolution as one line of NDJSON.
package enum ResolutionJSON {
    /// `{"name":…,"status":…,"reason":…,"candidates":[{"id":…,"ids":[…],"name":…,"lon":…,"lat":…,"probability":…,"trace":[…]}]}`
    package static func line(_ name: String, _ resolution: Resolution, by resolver: Resolver, limit: Int) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("name")
            json.string(name)
            json.key("status")
            json.string(resolution.status.rawValue)
            json.key("reason")
            json.string(resolution.reason)
            json.key("candidates")
            json.array { json in
                for candidate in resolution.candidates.prefix(limit) { write(candidate, name, resolver, into: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(
        _ candidate: Resolution.Candidate, _ name: String, _ resolver: Resolver, into json: inout JSONWriter
    ) {
        let place = resolver.gazetteer.card(at: candidate.placeIndex)
        json.object { json in
            json.key("id")
            json.string(place.ids[0])
            json.key("ids")
            json.array { json in
                for id in ids(place, candidate, resolver.gazetteer) { json.string(id) }
            }
            json.key("name")
            json.string(place.name)
            json.key("kind")
            json.string(place.kind.rawValue)
            json.key("lon")
            json.number(place.coordinate.longitude, decimals: 7)
            json.key("lat")
            json.number(place.coordinate.latitude, decimals: 7)
            json.key("uncertainty_m")
            json.number(place.uncertaintyInMetres, decimals: 0)
            json.key("probability")
            json.number(candidate.probability, decimals: 4)
            if let distance = candidate.distanceToContextInMetres {
                json.key("distance_to_context_km")
                json.number(distance / 1000, decimals: 3)
            }
            json.key("spelling")
            json.string("\(candidate.spelling.text)\(candidate.spelling.language.map { "@\($0)" } ?? "")")
            json.key("trace")
            json.array { json in
                json.string(candidate.rule.sentence)
                guard candidate.rule == .spelling else { return }
                for step in resolver.trace(name, candidate).told { json.string(step) }
            }
        }
    }

    /// All ids of the place and of its other listings, its own first.
    private static func ids(_ place: PlaceCard, _ candidate: Resolution.Candidate, _ gazetteer: Gazetteer) -> [String] {
        var ids = place.ids
        for index in candidate.otherIndices {
            for id in gazetteer.card(at: index).ids where !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
