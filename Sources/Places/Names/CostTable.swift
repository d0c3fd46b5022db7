/// What it costs to read one sound as another, flat for the inner loop. 100 = one wrong letter.
struct CostTable {
    static let wrong: UInt8 = 100
    static let none: UInt8 = 255

    /// `substitution[(pairing * 64 + left) * 64 + right]`
    private(set) var substitution: [UInt8]
    /// `drop[pairing * 64 + sound]`
    private(set) var drop: [UInt8]
    /// `pairRow[left1 * 64 + left2]`: row of `pairCost` for two sounds read together, 0 = no such rule.
    private(set) var pairRow = [UInt8](repeating: 0, count: 64 * 64)
    /// `pairCost[(pairing * 256 + row) * 64 + right]`
    private(set) var pairCost = [UInt8](repeating: none, count: 3 * 256 * 64)
    /// The reason for a reading: key = left1 << 12 | left2 << 6 | right.
    private(set) var reasons: [Int: String] = [:]

    init(_ table: TableText, alphabet: Alphabet) throws(RuleError) {
        substitution = [UInt8](repeating: Self.wrong, count: 3 * 64 * 64)
        drop = alphabet.drop.flatMap { $0 }
        let vowels = Set(["a", "e", "i", "o", "u", "ah"].compactMap { alphabet.sound($0) })
        for pairing in 0..<3 {
            for left in 1..<64 {
                for right in 1..<64 {
                    // A vowel for a consonant is worse than any consonant for another.
                    if vowels.contains(Sound(left)) != vowels.contains(Sound(right)) {
                        substitution[(pairing * 64 + left) * 64 + right] = 130
                    }
                    if vowels.contains(Sound(left)) && vowels.contains(Sound(right)) {
                        substitution[(pairing * 64 + left) * 64 + right] = 30
                    }
                }
                substitution[(pairing * 64 + left) * 64 + left] = 0
            }
        }
        var rows: UInt8 = 0
        for row in table.rows {
            let left = row[0].split(separator: " ")
            guard (1...2).contains(left.count), let first = alphabet.sound(left[0]), let right = alphabet.sound(row[1]),
                let last = alphabet.sound(left[left.count - 1])
            else {
                throw RuleError(
                    table: "costs.tsv", line: row.line, reason: "unknown sound in \"\(row[0])\" or \"\(row[1])\"")
            }
            guard let cost = UInt8(row[2]) else {
                throw RuleError(
                    table: "costs.tsv", line: row.line, reason: "a cost from 0 to 255 is expected, not \"\(row[2])\"")
            }
            let pairings: [Int]
            switch row[3] {
            case "any": pairings = [0, 1, 2]
            case "latin": pairings = [0]
            case "arabic": pairings = [1]
            case "mixed": pairings = [2]
            default:
                throw RuleError(
                    table: "costs.tsv", line: row.line,
                    reason: "any, latin, arabic or mixed is expected, not \"\(row[3])\"")
            }
            let l1 = Int(first)
            let l2 = Int(last)
            let r = Int(right)
            if left.count == 1 {
                for pairing in pairings {
                    substitution[(pairing * 64 + l1) * 64 + r] = cost
                    substitution[(pairing * 64 + r) * 64 + l1] = cost
                }
                reasons[l1 << 6 | r] = row[4]
                reasons[r << 6 | l1] = row[4]
            } else {
                if pairRow[l1 * 64 + l2] == 0 {
                    rows += 1
                    pairRow[l1 * 64 + l2] = rows
                }
                for pairing in pairings { pairCost[(pairing * 256 + Int(pairRow[l1 * 64 + l2])) * 64 + r] = cost }
                reasons[l1 << 12 | l2 << 6 | r] = row[4]
            }
        }
    }
}
