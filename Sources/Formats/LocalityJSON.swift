import Geometry
package import Places
package import Rows

/// A locality as one line of JSON, and as GeoJSON.
package enum LocalityJSON {
    /// At most so many places inside are written for each reading.
    static let insideLimit = 20

    /// `{"expression":…,"status":…,"lon":…,"lat":…,"radius_m":…,"kind":…,…,"readings":[…]}`
    package static func line(_ locality: Locality, in gazetteer: Gazetteer) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("expression")
            json.string(locality.expression.text)
            json.key("status")
            json.string(locality.status.rawValue)
            if let best = locality.best(in: gazetteer) {
                json.key("lon")
                json.number(best.coordinate.longitude, decimals: 7)
                json.key("lat")
                json.number(best.coordinate.latitude, decimals: 7)
                json.key("radius_m")
                json.number(best.radiusInMetres.rounded(.up), decimals: 0)
                if let index = best.placeIndex { place("place", index, gazetteer, &json) }
            }
            json.key("reason")
            json.string(locality.reason)
            json.key("understood")
            understood(locality.expression, &json)
            json.key("readings")
            json.array { json in
                for reading in locality.readings {
                    json.object { json in properties(reading, locality, gazetteer, &json) }
                }
            }
        }
        return json.bytes + [0x0A]
    }

    /// A line that is no expression: `{"expression":…,"status":"error","code":…,"message":…}`.
    package static func error(_ text: String, _ fact: any ProblemFact) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("expression")
            json.string(printable(text))
            json.key("status")
            json.string("error")
            json.key("code")
            json.string(fact.code)
            json.key("message")
            json.string(fact.sentence)
        }
        return json.bytes + [0x0A]
    }

    static func properties(
        _ reading: Locality.Reading, _ locality: Locality, _ gazetteer: Gazetteer, _ json: inout JSONWriter
    ) {
        json.key("probability")
        json.number(reading.probability, decimals: 3)
        json.key("centre")
        json.array { json in
            json.number(reading.region.centre.longitude, decimals: 7)
            json.number(reading.region.centre.latitude, decimals: 7)
        }
        json.key("enclosing_radius_m")
        json.number(reading.region.enclosingRadiusInMetres.rounded(.up), decimals: 0)
        json.key("area_km2")
        json.number(reading.region.areaInSquareMetres / 1e6, decimals: 1)
        json.key("anchors")
        json.array { json in for index in reading.anchors { json.string(gazetteer.places[index].id) } }
        json.key("rule")
        json.object { json in
            json.key("name")
            json.string(reading.region.rule.name)
            json.key("sentence")
            json.string(reading.region.rule.sentence)
            json.key("source")
            json.string(reading.region.rule.source)
            for number in reading.region.rule.numbers {
                json.key(number.name)
                json.number(number.value, decimals: 1)
            }
        }
        if let named = reading.named {
            json.key("named")
            json.object { json in
                switch named {
                case .inside(let index):
                    json.key("status")
                    json.string("inside")
                    place("place", index, gazetteer, &json)
                case .contradiction(let index, let outside):
                    json.key("status")
                    json.string("contradiction")
                    place("place", index, gazetteer, &json)
                    json.key("outside_m")
                    json.number(outside, decimals: 0)
                    json.key("message")
                    json.string(LocalityText.contradiction(index, reading, locality, gazetteer))
                case .unknown(let reason):
                    json.key("status")
                    json.string("unknown")
                    json.key("message")
                    json.string(reason)
                }
            }
        }
        json.key("inside_count")
        json.integer(reading.inside.count)
        json.key("inside")
        json.array { json in
            for one in reading.inside.prefix(insideLimit) {
                let place = gazetteer.places[one.placeIndex]
                json.object { json in
                    json.key("id")
                    json.string(place.id)
                    json.key("name")
                    json.string(place.name)
                    json.key("distance_km")
                    json.number(one.distanceToCentreInMetres / 1000, decimals: 3)
                    json.key("probability")
                    json.number(one.probability, decimals: 3)
                }
            }
        }
    }

    private static func place(_ key: String, _ index: Int, _ gazetteer: Gazetteer, _ json: inout JSONWriter) {
        let place = gazetteer.places[index]
        json.key(key)
        json.object { json in
            json.key("id")
            json.string(place.id)
            json.key("name")
            json.string(place.name)
        }
    }
}
