import Control
import Snapshots

/// How many reports carried the calls on several places, and the heaviest of them: what a file has of
/// ``ReportsBehind``, without the rest.
struct HeaviestReports: Equatable {
    let count: Int
    /// The heaviest first; of equals the first in the log.
    let reports: [Int]

    /// `places` are indices into the places of the snapshot; `count`, if it is known, saves counting.
    /// - Complexity: O(reports of the places), and `most` for each that is among the heaviest so far.
    init(_ places: [Int], in snapshot: Snapshot, most: Int, count: Int? = nil) {
        var heaviest: [(report: Int, weight: Double)] = []
        var all: Set<Int> = []
        for place in places {
            let basis = snapshot.places[place].call.basis
            // By index: to copy a weighing is to count up all that its cause holds.
            for index in basis.indices where basis[index].role == .carried {
                let one = (report: basis[index].reportIndex, weight: basis[index].weight)
                if count == nil { all.insert(one.report) }
                func isLighter(than other: (report: Int, weight: Double)) -> Bool {
                    (one.weight, other.report) < (other.weight, one.report)
                }
                if heaviest.count == most, isLighter(than: heaviest[most - 1]) { continue }
                if let known = heaviest.firstIndex(where: { $0.report == one.report }) {
                    if heaviest[known].weight >= one.weight { continue }
                    heaviest.remove(at: known)
                }
                heaviest.insert(one, at: heaviest.firstIndex { !isLighter(than: $0) } ?? heaviest.count)
                if heaviest.count > most { heaviest.removeLast() }
            }
        }
        self.count = count ?? all.count
        reports = heaviest.map(\.report)
    }
}
