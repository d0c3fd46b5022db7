import Control
import Places
import Reports
import Rows
import Snapshots

/// The reasoning behind an area or a line as one JSON object, with all places and all reports.
package enum FeatureReasoningJSON {
    package static func object(_ reasoning: FeatureReasoning) -> [UInt8] {
        let snapshot = reasoning.snapshot
        let behind = ReportsBehind(reasoning.places, in: snapshot)
        var json = JSONWriter()
        json.object { json in
            json.key("id")
            json.string(reasoning.id)
            json.key("at")
            json.string(snapshot.at.text)
            json.key("known_at")
            if let known = snapshot.asKnownOn { json.string(known.text) } else { json.null() }
            json.key("method")
            json.string(snapshot.method.label)
            json.key("digest")
            json.string(snapshot.digest)
            switch reasoning.feature {
            case .area(let area): write(area, reasoning, into: &json)
            case .front(let front): write(front, reasoning, into: &json)
            case .part(let part): write(part, reasoning, into: &json)
            }
            for (key, entries) in [("carried", behind.carried), ("overruled", behind.overruled)] {
                json.key(key)
                json.array { json in for entry in entries { write(entry, reasoning, into: &json) } }
            }
        }
        return json.bytes + [0x0A]
    }

    private static func write(
        _ area: Snapshot.ControlArea, _ reasoning: FeatureReasoning, into json: inout JSONWriter
    ) {
        json.key("feature_type")
        json.string("control_area")
        json.key("status")
        json.string(area.holder.status)
        json.key("holders")
        json.array { json in for side in area.holder.sides { json.string(side) } }
        json.key("area_km2")
        json.number(area.areaInSquareMetres / 1e6, decimals: 3)
        json.key("inferred_km2")
        json.number(
            reasoning.theatre.inferredAreaInSquareMetres(of: area, in: reasoning.snapshot) / 1e6, decimals: 3)
        json.key("places")
        // Those that tell most first, then the rest.
        let telling = reasoning.mostTelling
        let rest = area.places.filter { !Set(telling).contains($0) }
        write(telling + rest, reasoning, into: &json)
    }

    private static func write(
        _ front: Snapshot.FrontLine, _ reasoning: FeatureReasoning, into json: inout JSONWriter
    ) {
        json.key("feature_type")
        json.string((front.isCertain ? "" : "likely_") + (front.segment == nil ? "front_line" : "front_segment"))
        json.key("left")
        json.string(front.left)
        json.key("right")
        json.string(front.right)
        json.key("length_km")
        json.number(front.lengthInMetres / 1000, decimals: 3)
        if let doubt = Doubt(front) { write(doubt, into: &json) }
        json.key("facing")
        json.array { json in
            for pair in front.facing {
                json.object { json in
                    json.key("left")
                    json.string(id(pair.left, reasoning))
                    json.key("right")
                    json.string(id(pair.right, reasoning))
                    json.key("distance_km")
                    json.number(pair.distanceInMetres / 1000, decimals: 3)
                    write(Doubt(pair), into: &json)
                }
            }
        }
        json.key("left_places")
        write(front.leftPlaces, reasoning, into: &json)
        json.key("right_places")
        write(front.rightPlaces, reasoning, into: &json)
    }

    private static func write(_ part: Snapshot.Part, _ reasoning: FeatureReasoning, into json: inout JSONWriter) {
        json.key("feature_type")
        json.string(part.kind?.rawValue ?? "")
        json.key("holders")
        json.array { json in for side in part.holder.sides { json.string(side) } }
        PartJSON.write(part, into: &json)
        json.key("places")
        write(part.places, reasoning, into: &json)
    }

    /// Half of the line lies within the one of the true line, nine tenths within the other.
    static func write(_ doubt: Doubt, into json: inout JSONWriter) {
        json.key("doubt_half_km")
        json.number(doubt.halfInMetres / 1000, decimals: 3)
        json.key("doubt_nine_in_ten_km")
        json.number(doubt.nineInTenInMetres / 1000, decimals: 3)
    }

    private static func id(_ place: Int, _ reasoning: FeatureReasoning) -> String {
        reasoning.theatre.scenario.gazetteer.places[reasoning.snapshot.places[place].placeIndex].id
    }

    private static func write(_ places: [Int], _ reasoning: FeatureReasoning, into json: inout JSONWriter) {
        json.array { json in
            for place in places {
                let call = reasoning.snapshot.places[place].call
                json.object { json in
                    json.key("place_id")
                    json.string(id(place, reasoning))
                    json.key("name")
                    json.string(reasoning.name(place))
                    json.key("status")
                    json.string(Holder(call.status).status)
                    json.key("holders")
                    json.array { json in for side in Holder(call.status).sides { json.string(side) } }
                    if call.status == .unknown, let likely = call.likeliestSide {
                        json.key("likely")
                        json.string(likely)
                    }
                    json.key("probability")
                    json.number(call.probability, decimals: 3)
                    json.key("inferred")
                    json.bool(call.isInferred)
                    for (key, moment) in [("since", call.since), ("last_report", call.lastReportAt)] {
                        guard let moment else { continue }
                        json.key(key)
                        json.string(moment.text)
                    }
                }
            }
        }
    }

    private static func write(
        _ entry: ReportsBehind.Entry, _ reasoning: FeatureReasoning, into json: inout JSONWriter
    ) {
        let report = reasoning.theatre.scenario.log.reports[entry.reportIndex]
        json.object { json in
            for (key, text) in [
                ("id", report.id), ("source", report.source), ("valid_from", report.validFrom.text),
                ("published_at", report.publishedAt.text), ("recorded_at", report.recordedAt.text),
                ("claim", report.claim.word), ("reason", entry.reason),
            ] {
                json.key(key)
                json.string(text)
            }
            json.key("actors")
            json.array { json in for actor in report.claim.actors { json.string(actor) } }
            json.key("weight")
            json.number(entry.weight, decimals: 3)
            json.key("places")
            json.array { json in for place in entry.places { json.string(id(place, reasoning)) } }
        }
    }
}
