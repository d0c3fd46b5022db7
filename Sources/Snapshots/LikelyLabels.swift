import Control

/// Cells labelled by the side that most speaks for, for front lines: even numbers where that is the call, odd ones where
/// the place is unknown.
struct LikelyLabels: Sendable {
    let labelOfCell: [Int32]
    /// Sorted.
    let sides: [String]

    init(_ labels: CellLabels, _ states: [Snapshot.PlaceState]) {
        struct Likely: Equatable {
            let side: String?
            let isCertain: Bool
        }
        func likely(_ call: Call) -> Likely {
            switch call.status {
            case .held(let side, _): Likely(side: side, isCertain: true)
            case .unknown: Likely(side: call.likeliestSide, isCertain: false)
            case .contested: Likely(side: nil, isCertain: false)
            }
        }
        var known = Interner<Likely>()
        let ofCell = labels.decidingState.map { state in
            known.number(state.map { likely(states[$0].call) } ?? Likely(side: nil, isCertain: false))
        }
        let sides = Set(known.values.compactMap(\.side)).sorted()
        let labelOfKnown = known.values.map { likely in
            likely.side.map { Int32(2 * sides.firstIndex(of: $0)! + (likely.isCertain ? 0 : 1)) }
                ?? Int32(2 * sides.count)
        }
        self.sides = sides
        labelOfCell = ofCell.map { labelOfKnown[$0] }
    }

    /// The side of a label; nil for contested cells and those of which nothing is known.
    func side(_ label: Int32) -> String? {
        label >= 0 && Int(label) < 2 * sides.count ? sides[Int(label) / 2] : nil
    }

    func areHostile(_ a: Int32, _ b: Int32) -> Bool {
        guard let left = side(a), let right = side(b) else { return false }
        return left != right
    }

    /// What each cell votes for where the line is drawn: its side, sure or likely; else what it is called.
    func votes(_ labels: CellLabels) -> [Int32] {
        zip(labelOfCell, labels.labelOfCell).map { likely, called in
            side(likely) != nil ? likely / 2 : Int32(sides.count) + called
        }
    }

    func isCertain(_ label: Int32) -> Bool { label % 2 == 0 }
}
