import Control

/// Cells labelled by the side that most speaks for, for front lines: even numbers where that is the call, odd ones where
/// the place is unknown.
struct LikelyLabels {
    let labelOfCell: [Int32]
    private let sides: [String]

    init(_ labels: CellLabels, _ states: [Snapshot.PlaceState]) {
        func likely(_ call: Call) -> (side: String, isCertain: Bool)? {
            switch call.status {
            case .held(let side, _): (side, true)
            case .unknown: call.likeliestSide.map { ($0, false) }
            case .contested: nil
            }
        }
        let ofCell = labels.decidingState.map { $0.flatMap { likely(states[$0].call) } }
        let sides = Set(ofCell.compactMap { $0?.side }).sorted()
        let number = Dictionary(uniqueKeysWithValues: sides.enumerated().map { ($1, Int32($0)) })
        self.sides = sides
        labelOfCell = ofCell.map { likely in
            likely.map { number[$0.side]! * 2 + ($0.isCertain ? 0 : 1) } ?? Int32(2 * sides.count)
        }
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
