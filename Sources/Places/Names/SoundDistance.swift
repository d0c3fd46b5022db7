/// The weighted distance of two strings of sounds: readings, dropped sounds, two sounds read as one, swapped neighbours.
///
/// Keeps its matrix, so that the way taken can be told afterwards (`Alignment+Trace`). Costs: 100 = one wrong letter.
/// O(n·m), at most 48 × 48.
final class SoundDistance {
    static let far: Int32 = 30_000
    static let side = NameReading.capacity + 1

    let rules: MatchingRules
    let matrix = UnsafeMutablePointer<Int16>.allocate(capacity: side * side)
    private let rightRows = UnsafeMutablePointer<UInt8>.allocate(capacity: side)
    private let rightGone = UnsafeMutablePointer<Int16>.allocate(capacity: side)
    let substitution: UnsafeMutablePointer<UInt8>
    let drop: UnsafeMutablePointer<UInt8>
    let pairRow: UnsafeMutablePointer<UInt8>
    let pairCost: UnsafeMutablePointer<UInt8>

    init(rules: MatchingRules) {
        func copy(_ values: [UInt8]) -> UnsafeMutablePointer<UInt8> {
            let start = UnsafeMutablePointer<UInt8>.allocate(capacity: values.count)
            start.initialize(from: values, count: values.count)
            return start
        }
        self.rules = rules
        substitution = copy(rules.costs.substitution)
        drop = copy(rules.costs.drop)
        pairRow = copy(rules.costs.pairRow)
        pairCost = copy(rules.costs.pairCost)
    }

    deinit {
        matrix.deallocate()
        rightRows.deallocate()
        rightGone.deallocate()
        substitution.deallocate()
        drop.deallocate()
        pairRow.deallocate()
        pairCost.deallocate()
    }

    /// What swapping two neighbours costs. Arabic press does it often.
    static func swapCost(_ pairing: Alphabet.Pairing) -> Int32 { pairing == .arabic ? 30 : 60 }

    /// The distance, or ``far`` as soon as it must exceed `limit`.
    func cost(
        _ left: UnsafePointer<Sound>, _ n: Int, _ right: UnsafePointer<Sound>, _ m: Int, pairing: Alphabet.Pairing,
        limit: Int32
    ) -> Int32 {
        let side = Self.side
        let sub = substitution + pairing.rawValue * 4096
        let gone = drop + pairing.rawValue * 64
        let pairs = pairCost + pairing.rawValue * 256 * 64
        let swap = Int16(Self.swapCost(pairing))
        matrix[0] = 0
        for j in 0..<m {
            rightGone[j] = Int16(gone[Int(right[j])])
            matrix[j + 1] = matrix[j] &+ rightGone[j]
            rightRows[j] = j == 0 ? 0 : pairRow[Int(right[j - 1]) << 6 | Int(right[j])]
        }
        for i in 0..<n {
            let a = left[i]
            let row = matrix + (i + 1) * side
            let above = matrix + i * side
            // Two rows up; not read in the first row.
            let twoUp = matrix + max(0, i - 1) * side
            let before: Sound = i == 0 ? 0 : left[i - 1]
            let goneA = Int16(gone[Int(a)])
            let subA = sub + Int(a) << 6
            let leftRow = i == 0 ? 0 : Int(pairRow[Int(before) << 6 | Int(a)])
            row[0] = above[0] &+ goneA
            var least = row[0]
            var last = row[0]
            for j in 0..<m {
                let b = right[j]
                var best = min(above[j] &+ Int16(subA[Int(b)]), above[j + 1] &+ goneA, last &+ rightGone[j])
                if leftRow != 0 {
                    let cost = pairs[leftRow << 6 | Int(b)]
                    if cost != CostTable.none { best = min(best, twoUp[j] &+ Int16(cost)) }
                }
                if rightRows[j] != 0 {
                    let cost = pairs[Int(rightRows[j]) << 6 | Int(a)]
                    if cost != CostTable.none { best = min(best, above[j - 1] &+ Int16(cost)) }
                }
                if before == b, i > 0, j > 0, right[j - 1] == a, a != b {
                    best = min(best, twoUp[j - 1] &+ swap)
                }
                row[j + 1] = best
                last = best
                least = min(least, best)
            }
            if Int32(least) > limit { return Self.far }
        }
        return Int32(matrix[n * side + m])
    }
}
