package import Control
import Places
package import Reports
import Rows
import Snapshots

/// The calls of many days as CSV, a row for each place and day, day by day:
/// `date,place_id,status,actor,probability,side,sides,inferred,since,last_report`.
///
/// Most places say the same from one day to the next, so their rows are kept and written again.
package struct CallsSeriesCSV {
    package static let header = "date,place_id,status,actor,probability,side,sides,inferred,since,last_report\n"

    /// Places that can be held as one spot, sorted by id, with what their rows begin with.
    private let places: [(index: Int, cell: [UInt8])]
    private var rows: [Row]

    private struct Row {
        var key: Key?
        /// From the place's id to the line's end.
        var bytes: [UInt8] = []
    }

    private struct Key: Equatable {
        let status: Call.Status
        let thousandths: Int
        let isInferred: Bool
        let since: Moment?
        let lastReportAt: Moment?
    }

    package init(_ scenario: Scenario) {
        let all = scenario.gazetteer.places
        places = all.indices.filter { all[$0].kind.isPointLike }.sorted { all[$0].id < all[$1].id }
            .map { ($0, Array(("," + CSVCell.quoted(all[$0].id) + ",").utf8)) }
        rows = .init(repeating: Row(), count: places.count)
    }

    /// The rows of one moment. `calls` has one for each place of the gazetteer.
    package mutating func rows(_ calls: [Call], at moment: Moment) -> [UInt8] {
        let date = Array(moment.text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(rows.reduce(0) { $0 + $1.bytes.count + date.count } + 4096)
        for (position, place) in places.enumerated() {
            let call = calls[place.index]
            let key = Key(
                status: call.status, thousandths: Int((call.probability * 1000).rounded(.toNearestOrAwayFromZero)),
                isInferred: call.isInferred, since: call.since, lastReportAt: call.lastReportAt)
            if rows[position].key != key { rows[position] = Row(key: key, bytes: place.cell + Self.cells(call)) }
            out += date
            out += rows[position].bytes
        }
        return out
    }

    private static func cells(_ call: Call) -> [UInt8] {
        let holder = Holder(call.status)
        var actor = ""
        if case .held(_, let id) = call.status { actor = id }
        let cells = [
            holder.status, actor, Decimals.fixed(call.probability, decimals: 3), holder.side ?? "",
            KeyList.text(holder.sides), call.isInferred ? "yes" : "no", call.since?.text ?? "",
            call.lastReportAt?.text ?? "",
        ]
        return Array(CSVCell.row(cells).utf8)
    }
}
