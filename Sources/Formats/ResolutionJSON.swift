import Geometry
package import Places
import Rows

/// A resolution as one line of NDJSON.
package enum ResolutionJSON {
    /// `{"name":…,"status":…,"reason":…,"candidates":[{"id":…,"ids":[…],"name":…,"kind":…,"lon":…,"lat":…,"trace":…}]}`
    package static func line(_ name: String, _ resolution: Resolution, in gazetteer: Gazetteer, limit: Int) -> [UInt8] {
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
                for candidate in resolution.candidates.prefix(limit) {
                    write(candidate, gazetteer.places[candidate.placeIndex], into: &json)
                }
            }
            if !resolution.suggestions.isEmpty {
                json.key("did_you_mean")
                json.array { json in
                    for suggestion in resolution.suggestions {
                        json.object { json in
                            json.key("name")
                            json.string(suggestion.name)
                            json.key("id")
                            json.string(gazetteer.places[suggestion.placeIndex].id)
                        }
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }

    private static func write(_ candidate: Resolution.Candidate, _ place: Place, into json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(place.id)
            json.key("ids")
            json.array { json in for id in [place.id] + place.otherIDs { json.string(id) } }
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
            if let distance = candidate.distanceToContextInMetres {
                json.key("distance_to_context_km")
                json.number(distance / 1000, decimals: 3)
            }
            json.key("trace")
            json.array { json in
                json.string("\(candidate.spelling.text)\(candidate.spelling.language.map { "@\($0)" } ?? "")")
                json.string(candidate.rule.sentence)
            }
        }
    }
}
