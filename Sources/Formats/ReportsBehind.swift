import Control
import Snapshots

/// The reports behind the calls on several places, each once, the heaviest first.
struct ReportsBehind {
    struct Entry {
        let reportIndex: Int
        /// The greatest that it has for any of the places, with its reason there.
        let weight: Double
        let reason: String
        /// The places for which it has this role, as indices into the snapshot's places.
        var places: [Int]
    }

    let carried: [Entry]
    let overruled: [Entry]

    /// `places` are indices into the places of the snapshot.
    init(_ places: [Int], in snapshot: Snapshot) {
        func entries(_ role: Weighing.Role) -> [Entry] {
            var entryOfReport: [Int: Int] = [:]
            var entries: [Entry] = []
            for place in places {
                for weighing in snapshot.places[place].call.basis where weighing.role == role {
                    guard let known = entryOfReport[weighing.reportIndex] else {
                        entryOfReport[weighing.reportIndex] = entries.count
                        entries.append(
                            Entry(
                                reportIndex: weighing.reportIndex, weight: weighing.weight, reason: weighing.reason,
                                places: [place]))
                        continue
                    }
                    let isHeavier = weighing.weight > entries[known].weight
                    entries[known] = Entry(
                        reportIndex: weighing.reportIndex, weight: max(weighing.weight, entries[known].weight),
                        reason: isHeavier ? weighing.reason : entries[known].reason,
                        places: entries[known].places + (entries[known].places.last == place ? [] : [place]))
                }
            }
            return entries.sorted { ($1.weight, $0.reportIndex) < ($0.weight, $1.reportIndex) }
        }
        carried = entries(.carried)
        overruled = entries(.overruled)
    }
}
