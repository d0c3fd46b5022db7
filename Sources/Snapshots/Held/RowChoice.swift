import Geometry
import Reports
import Rows

/// Decides which row of a table with dates counts for each place: the latest that has begun.
struct RowChoice {
    enum Answer {
        case none, new
        case instead(Int)
    }

    /// False where the table has no dates: then all rows count.
    let isNeeded: Bool
    private let at: Moment?
    private let fromName: String
    private let toName: String

    private struct Known {
        var index: Int
        var start: Int64
    }

    /// By id, or by spot where the table has no ids.
    private var known: [String: Known] = [:]
    private var moments: [String: Moment] = [:]

    init(_ columns: HeldColumns, at: Moment?) {
        isNeeded = columns.from != nil || columns.to != nil
        self.at = at
        fromName = columns.from.map { columns.names[$0] } ?? ""
        toName = columns.to.map { columns.names[$0] } ?? ""
    }

    /// What to do with a row; of two that begin at the same time the first counts.
    mutating func place(
        _ coordinate: Coordinate, from: String, to: String, id: String?, next: Int
    ) throws(HeldFact) -> Answer {
        let start = try from.isEmpty ? Int64.min : moment(from, fromName).start.seconds
        // What ends on a day holds to the end of that day.
        let end = try to.isEmpty ? Int64.max : moment(to, toName).end.seconds
        guard start < end else { throw .endsBeforeItBegins(from: from, to: to) }
        if let at, start >= at.end.seconds || end < at.end.seconds { return .none }
        let spot = GridPoint(coordinate)
        let key = id ?? "\(spot.x) \(spot.y)"
        guard let old = known[key] else {
            known[key] = Known(index: next, start: start)
            return .new
        }
        guard start > old.start else { return .none }
        known[key] = Known(index: old.index, start: start)
        return .instead(old.index)
    }

    private mutating func moment(_ text: String, _ column: String) throws(HeldFact) -> Moment {
        if let moment = moments[text] { return moment }
        guard let moment = Moment(text) else { throw .noTime(column: column, seen: text) }
        moments[text] = moment
        return moment
    }
}
