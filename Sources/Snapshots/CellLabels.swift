import Control
import Fronts
import Geometry

/// The holder of each place's cell as a small number, which is what areas and fronts are made of.
///
/// Numbers follow the sorted holders, so that they do not hang on the order of the places.
struct CellLabels: Sendable {
    let labelOfCell: [Int32]
    /// Index among the states of the place that decides each cell.
    let decidingState: [Int?]
    /// By number, sorted.
    let holders: [Holder]

    /// Where several places stand on one spot they share a cell: the one that reports speak of most surely decides.
    init(states: [Snapshot.PlaceState], cellCount: Int) {
        var deciding = [Int?](repeating: nil, count: cellCount)
        // By index: to copy a state is to count up all that its call holds.
        for position in states.indices {
            let cell = Int(states[position].cell)
            guard let other = deciding[cell] else {
                deciding[cell] = position
                continue
            }
            if Self.says(states[position].call, moreThan: states[other].call) { deciding[cell] = position }
        }
        var statuses = Interner<Call.Status>()
        let statusOfCell = deciding.map { $0.map { statuses.number(states[$0].call.status) } ?? -1 }
        let holders = Set(statuses.values.map { Holder($0) } + (statusOfCell.contains(-1) ? [.unknown] : [])).sorted()
        let number = Dictionary(uniqueKeysWithValues: holders.enumerated().map { ($1, Int32($0)) })
        let labelOfStatus = statuses.values.map { number[Holder($0)]! }
        self.holders = holders
        decidingState = deciding
        labelOfCell = statusOfCell.map { $0 < 0 ? number[.unknown]! : labelOfStatus[$0] }
    }

    func holder(_ label: Int32) -> Holder {
        label == Tessellation.beyondReach ? .beyondReach : holders[Int(label)]
    }

    private static func says(_ a: Call, moreThan b: Call) -> Bool {
        if (a.status == .unknown) != (b.status == .unknown) { return b.status == .unknown }
        if a.isInferred != b.isInferred { return b.isInferred }
        return a.probability > b.probability
    }
}
