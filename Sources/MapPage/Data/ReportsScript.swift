import Formats
import Places
import Reports
import Rows
import Snapshots

/// `data/reports.js`: each report once, and the sources with their grades.
///
/// Reports that no place was found for are left out: they are on no map.
struct ReportsScript {
    /// By the index in the log, the number in the file.
    let numbers: [Int: Int]
    private let theatre: Theatre
    private let reports: [Int]

    init(_ theatre: Theatre, _ record: MapRecord) {
        self.theatre = theatre
        let log = theatre.scenario.log
        let behind = Set(record.reasons.flatMap { $0.values.flatMap { $0.map(\.report) } })
        let drawn = Set(theatre.drawn)
        reports = log.reports.indices.filter { index in
            behind.contains(index) || (log.placements[index].placeIndex.map(drawn.contains) ?? false)
        }
        numbers = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1, $0) })
    }

    var bytes: [UInt8] {
        let scenario = theatre.scenario
        let position = Dictionary(uniqueKeysWithValues: theatre.drawn.enumerated().map { ($1, $0) })
        let sources = Set(reports.map { scenario.log.reports[$0].source }).sorted()
        let sourceNumber = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
        return DataScript.bytes("reports") { json in
            json.key("sources")
            json.array { json in
                for id in sources {
                    let source = scenario.sources[id]
                    json.array { json in
                        json.string(source?.name ?? id)
                        json.string(source?.kind ?? "")
                        json.string((source?.reliability ?? .f).rawValue)
                        json.optional(source?.leaning.map { HolderText.text(.held(side: $0), scenario.actors) })
                    }
                }
            }
            json.key("columns")
            json.array { json in for column in Self.columns { json.string(column) } }
            json.key("reports")
            json.array { json in
                for index in reports {
                    let report = scenario.log.reports[index]
                    let place = scenario.log.placements[index].placeIndex.flatMap { position[$0] }
                    json.line()
                    json.array { json in
                        write(report, place: place ?? -1, source: sourceNumber[report.source] ?? 0, into: &json)
                    }
                }
            }
        }
    }

    private static let columns = [
        "id", "place", "valid_from", "valid_to", "published_at", "recorded_at", "claim", "actors", "extent", "source",
        "via",
        "credibility", "url", "as_written", "text",
    ]

    private func write(_ report: Report, place: Int, source: Int, into json: inout JSONWriter) {
        json.string(report.id)
        json.integer(place)
        json.string(report.validFrom.text)
        json.optional(report.validTo?.text)
        json.string(report.publishedAt.text)
        json.string(report.recordedAt.text)
        json.string(report.claim.word)
        json.array { json in
            for actor in report.claim.actors { json.string(theatre.scenario.actors[actor]?.name ?? actor) }
        }
        json.optional(report.extent?.rawValue)
        json.integer(source)
        json.optional(report.via.map { theatre.scenario.sources[$0]?.name ?? $0 })
        json.integer(report.credibility.rawValue)
        json.optional(report.url)
        json.string(report.place)
        json.optional(report.evidence ?? report.note)
    }
}
