import Control
import Fronts
import Geometry

/// The holder of each place's cell as a small number, which is what areas and fronts are made of.
///
/// Numbers follow the sorted holders, so that they do not hang on the order of the places.
struct CellLabels {
    let labelOfCell: [Int32]
    /// Index among the states of the place that decides each cell.
    let decidingState: [Int?]
    private let holders: [Holder]

    /// Where several places stand on one spot they share a cell: the one that reports speak of most surely decides.
    ///
    /// `beside` are the states of another moment whose labels are to be compared with these: equal holders get equal
    /// numbers in both.
    init(states: [Snapshot.PlaceState], cellCount: Int, beside: [Snapshot.PlaceState] = []) {
        var deciding = [Int?](repeating: nil, count: cellCount)
        for (position, state) in states.enumerated() {
            guard let other = deciding[Int(state.cell)] else {
                deciding[Int(state.cell)] = position
                continue
            }
            if Self.says(state.call, moreThan: states[other].call) { deciding[Int(state.cell)] = position }
        }
        let holderOfCell = deciding.map { $0.map { Holder(states[$0].call.status) } ?? .unknown }
        let holders = Set(holderOfCell).union((states + beside).map { Holder($0.call.status) }).sorted()
        let number = Dictionary(uniqueKeysWithValues: holders.enumerated().map { ($1, Int32($0)) })
        self.holders = holders
        decidingState = deciding
        labelOfCell = holderOfCell.map { number[$0]! }
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
