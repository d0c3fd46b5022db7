import Control
import Geometry
import Places
import Reports
import Rows
import Snapshots

extension GeoJSONWriter {
    func describe(_ place: Place, into json: inout JSONWriter) {
        json.key("place_id")
        json.string(place.id)
        json.key("name")
        json.string(place.name)
        if let arabic = place.names.first(where: { $0.language == "ar" }) {
            json.key("name_ar")
            json.string(arabic.text)
        }
        json.key("kind")
        json.string(place.kind.rawValue)
        json.key("uncertainty_m")
        json.number(place.uncertaintyInMetres, decimals: 0)
    }

    func holder(_ holder: Holder, into json: inout JSONWriter) {
        json.key("status")
        json.string(holder.status)
        switch holder {
        case .held(let side):
            json.key("holder")
            json.string(side)
            json.key("name")
            json.string(theatre.scenario.actors.lead(ofSide: side)?.name ?? side)
        case .contested(let sides):
            json.key("holders")
            json.array { json in for side in sides { json.string(side) } }
        case .unknown, .beyondReach: break
        }
    }

    func call(_ call: Call, into json: inout JSONWriter) {
        let status = Holder(call.status)
        json.key("status")
        json.string(status.status)
        switch call.status {
        case .held(let side, let actor):
            json.key("holder")
            json.string(side)
            json.key("actor")
            json.string(actor)
        case .contested(let sides):
            json.key("holders")
            json.array { json in for side in sides { json.string(side) } }
        case .unknown:
            if let likely = call.likeliestSide {
                json.key("likely")
                json.string(likely)
            }
        }
        json.key("probability")
        json.number(call.probability, decimals: 2)
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
        let overruled = call.basis.filter { $0.role == .overruled }.map {
            theatre.scenario.log.reports[$0.reportIndex].id
        }
        if !overruled.isEmpty {
            json.key("overruled")
            json.array { json in for id in Set(overruled).sorted() { json.string(id) } }
        }
    }

    /// The moment in the way of JSON-FG.
    func time(_ snapshot: Snapshot, into json: inout JSONWriter) {
        json.key("time")
        json.object { json in
            json.key(snapshot.at.isDay ? "date" : "timestamp")
            json.string(snapshot.at.text)
        }
    }

    /// The moment as plain properties: QGIS and kepler.gl read nothing else.
    func times(_ snapshot: Snapshot, into json: inout JSONWriter) {
        json.key("as_of")
        json.string(snapshot.at.text)
        json.key("valid_from")
        json.string(snapshot.at.start.timestamp)
        json.key("valid_to")
        json.string(snapshot.at.end.timestamp)
    }

    func period(_ difference: Difference, into json: inout JSONWriter) {
        json.key("as_of")
        json.string(difference.to.at.text)
        json.key("valid_from")
        json.string(difference.from.at.end.timestamp)
        json.key("valid_to")
        json.string(difference.to.at.end.timestamp)
    }

    func ids(_ placeIndices: [Int], into json: inout JSONWriter) {
        json.array { json in
            for id in placeIndices.map({ theatre.scenario.gazetteer.places[$0].id }).sorted() { json.string(id) }
        }
    }

    /// The reports behind the feature in the shape of Overture's `sources` (docs.overturemaps.org, SourceItem).
    func sources(_ reports: [Int], into json: inout JSONWriter) {
        json.key("sources")
        json.array { json in for index in reports { source(index, confidence: nil, into: &json) } }
    }

    /// The heaviest of the reports behind the places, and how many there are: `frontline why` with the feature's id has all.
    func sources(_ behind: HeaviestReports, into json: inout JSONWriter) {
        json.key("report_count")
        json.integer(behind.count)
        sources(behind.reports, into: &json)
    }

    static let sourcesShown = 50

    func sources(_ basis: [Weighing], into json: inout JSONWriter) {
        json.key("sources")
        json.array { json in
            for weighing in basis where weighing.role == .carried {
                source(weighing.reportIndex, confidence: weighing.weight, into: &json)
            }
        }
    }

    private func source(_ index: Int, confidence: Double?, into json: inout JSONWriter) {
        let report = theatre.scenario.log.reports[index]
        json.object { json in
            json.key("property")
            json.string("")
            json.key("dataset")
            json.string(report.source)
            json.key("record_id")
            json.string(report.id)
            json.key("update_time")
            json.string(report.publishedAt.start.timestamp)
            if let confidence {
                json.key("confidence")
                json.number(min(confidence, 1), decimals: 2)
            }
        }
    }
}
