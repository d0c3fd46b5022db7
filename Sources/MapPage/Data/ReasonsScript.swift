import Control
import Reports
import Rows
import Snapshots

/// `data/reasons.js`: for each place its reports with their part in the call, from moment to moment, and since when it is
/// held.
enum ReasonsScript {
    /// What is said of a report at a place for a while.
    private struct Part: Hashable {
        let role: Weighing.Role
        let weight: Int
        let reason: Int
    }

    /// - Parameter numbers: of the reports, in their own file.
    static func bytes(_ record: MapRecord, reports numbers: [Int: Int]) -> [UInt8] {
        var sentences = Numbering<String>()
        var parts = Numbering<Part>()
        var texts = Numbering<String>()
        var (reasons, dates) = (Packed(), Packed())
        for place in record.reasons.indices {
            let ofReports = timelines(record.reasons[place]) { weighed in
                parts.number(
                    Part(
                        role: weighed.role, weight: weighed.weight, reason: sentences.number(weighed.cause.sentence)))
            }
            reasons.add(ofReports.count)
            for (report, timeline) in ofReports {
                reasons.add(numbers[report] ?? 0)
                // 0 where the report has no part.
                reasons.add(timeline) { $0.add($1.map { $0 + 1 } ?? 0) }
            }
            dates.add(record.dates[place]) { packed, dates in
                for date in [dates.since, dates.lastReport] {
                    packed.add(date.map { texts.number($0.text) + 1 } ?? 0)
                }
            }
        }
        return DataScript.bytes("reasons") { json in
            json.key("sentences")
            json.array { json in for sentence in sentences.values { json.string(sentence) } }
            json.key("roles")
            json.array { json in for role in roles { json.string(role.rawValue) } }
            json.key("parts")
            json.array { json in
                for part in parts.values {
                    json.array { json in
                        json.integer(roles.firstIndex(of: part.role) ?? 0)
                        json.integer(part.weight)
                        json.integer(part.reason)
                    }
                }
            }
            json.key("texts")
            json.array { json in for text in texts.values { json.string(text) } }
            json.packed("reasons", reasons)
            json.packed("dates", dates)
        }
    }

    private static let roles: [Weighing.Role] = [.carried, .overruled, .discounted, .context]

    /// From the reports of each moment to the moments of each report, by their order in the log. A report that a place has
    /// twice, by itself and as part of a canton, has two.
    private static func timelines(
        _ timeline: Timeline<[WeighedReport]>, number: (WeighedReport) -> Int
    ) -> [(report: Int, timeline: Timeline<Int?>)] {
        struct Key: Hashable {
            let report: Int
            let occurrence: Int
        }
        var found: [Key: Timeline<Int?>] = [:]
        for (start, weighed) in zip(timeline.starts, timeline.values) {
            var counts: [Int: Int] = [:]
            var present: Set<Key> = []
            for one in weighed {
                let key = Key(report: one.report, occurrence: counts[one.report, default: 0])
                counts[one.report, default: 0] += 1
                present.insert(key)
                found[key, default: Timeline()].note(number(one), from: Int(start))
            }
            for key in found.keys where !present.contains(key) { found[key]?.note(nil, from: Int(start)) }
        }
        return found.sorted { ($0.key.report, $0.key.occurrence) < ($1.key.report, $1.key.occurrence) }
            .map { ($0.key.report, $0.value) }
    }
}
