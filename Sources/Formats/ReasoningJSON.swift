import Control
import Places
import Reports
import Rows
import Snapshots

/// The reasoning behind a call as one JSON object.
package enum ReasoningJSON {
    package static func object(_ reasoning: Reasoning) -> [UInt8] {
        let scenario = reasoning.scenario
        let call = reasoning.call
        let holder = Holder(call.status)
        var json = JSONWriter()
        json.object { json in
            json.key("place_id")
            json.string(scenario.gazetteer.places[call.placeIndex].id)
            json.key("name")
            json.string(scenario.gazetteer.places[call.placeIndex].name)
            json.key("at")
            json.string(reasoning.at.text)
            json.key("known_at")
            if let known = reasoning.asKnownOn { json.string(known.text) } else { json.null() }
            json.key("method")
            json.string(ControlModel.method.label)
            json.key("status")
            json.string(holder.status)
            json.key("holders")
            json.array { json in for side in holder.sides { json.string(side) } }
            json.key("probability")
            json.number(call.probability, decimals: 3)
            json.key("inferred")
            json.bool(call.isInferred)
            if let since = call.since {
                json.key("since")
                json.string(since.text)
            }
            if let last = call.lastReportAt {
                json.key("last_report")
                json.string(last.text)
            }
            json.key("reports")
            json.array { json in for weighing in reasoning.weighings { write(weighing, scenario, into: &json) } }
            json.key("sides")
            json.array { json in for side in reasoning.explanation.sides { write(side, into: &json) } }
            json.key("surroundings")
            json.array { json in
                for neighbour in reasoning.explanation.neighbours { write(neighbour, scenario, into: &json) }
            }
        }
        return json.bytes + [0x0A]
    }

    private static func write(_ weighing: Weighing, _ scenario: Scenario, into json: inout JSONWriter) {
        let report = scenario.log.reports[weighing.reportIndex]
        json.object { json in
            for (key, text) in [
                ("id", report.id), ("role", weighing.role.rawValue), ("valid_from", report.validFrom.text),
                ("published_at", report.publishedAt.text), ("recorded_at", report.recordedAt.text),
                ("source", report.source), ("claim", report.claim.word), ("reason", weighing.reason),
            ] {
                json.key(key)
                json.string(text)
            }
            json.key("actors")
            json.array { json in for actor in report.claim.actors { json.string(actor) } }
            for (key, text) in [("via", report.via), ("extent", report.extent?.rawValue), ("url", report.url)] {
                guard let text else { continue }
                json.key(key)
                json.string(text)
            }
            json.key("reliability")
            json.string((scenario.sources[report.source]?.reliability ?? .f).rawValue)
            json.key("credibility")
            json.integer(report.credibility.rawValue)
            json.key("weight")
            json.number(weighing.weight, decimals: 3)
        }
    }

    private static func write(_ side: Explanation.Side, into json: inout JSONWriter) {
        json.object { json in
            json.key("side")
            json.string(side.side)
            json.key("by_reports")
            json.number(side.byReports, decimals: 3)
            json.key("pull")
            json.number(side.pull, decimals: 3)
            json.key("probability")
            json.number(side.chance, decimals: 3)
        }
    }

    private static func write(_ neighbour: Explanation.Neighbour, _ scenario: Scenario, into json: inout JSONWriter) {
        json.object { json in
            json.key("place_id")
            json.string(scenario.gazetteer.places[neighbour.placeIndex].id)
            json.key("side")
            json.string(neighbour.side)
            json.key("probability")
            json.number(neighbour.chance, decimals: 3)
            json.key("distance_km")
            json.number(neighbour.distanceInKilometres, decimals: 2)
            json.key("part")
            json.number(neighbour.part, decimals: 3)
        }
    }
}
