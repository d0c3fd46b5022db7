import Control
import Snapshots

/// How many reports carried the calls on several places, and the heaviest of them: what a file has of
/// ``ReportsBehind``, without the rest.
struct HeaviestReports {
    let count: Int
    /// The heaviest first; of equals the first in the log.
    let reports: [Int]

    /// `places` are indices into the places of the snapshot.
    /// - Complexity: O(reports of the places · log of the same).
    init(_ places: [Int], in snapshot: Snapshot, most: Int) {
        var carried: [(report: Int, weight: Double)] = []
        for place in places {
            for weighing in snapshot.places[place].call.basis where weighing.role == .carried {
                carried.append((weighing.reportIndex, weighing.weight))
            }
        }
        // A report speaks of one place as a rule, so few are met twice: sorted, its best weight comes first.
        carried.sort { ($0.report, $1.weight) < ($1.report, $0.weight) }
        var heaviest: [(report: Int, weight: Double)] = []
        var (count, last) = (0, -1)
        for one in carried where one.report != last {
            last = one.report
            count += 1
            // Those met before have lower numbers, so among equals they stay before it.
            if heaviest.count == most, heaviest[most - 1].weight >= one.weight { continue }
            var position = heaviest.count
            while position > 0, heaviest[position - 1].weight < one.weight { position -= 1 }
            heaviest.insert(one, at: position)
            if heaviest.count > most { heaviest.removeLast() }
        }
        self.count = count
        reports = heaviest.map(\.report)
    }
}
