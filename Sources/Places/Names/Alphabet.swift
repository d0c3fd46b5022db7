/// A sound of `symbols.tsv`: its row, counted from 1. 0 is no sound.
typealias Sound = UInt8

/// The sounds that every script is folded to, with the class of each in the skeleton and in the fast filter.
struct Alphabet {
    /// More rows do not fit into the tables of costs.
    static let capacity = 64

    /// Which scripts are compared: it decides what a missing vowel costs.
    enum Pairing: Int, CaseIterable {
        case latin = 0
        case arabic = 1
        case mixed = 2
    }

    private(set) var names: [String] = [""]
    /// Consonant class of a sound, 1...15; 0 where the skeleton leaves it out.
    private(set) var skeletonClass = [UInt8](repeating: 0, count: capacity)
    /// Sounds with the same number are equal in the fast filter.
    private(set) var like = [UInt8](repeating: 0, count: capacity)
    /// What a sound costs that one side lacks, by pairing.
    private(set) var drop = [[UInt8]](repeating: [UInt8](repeating: 100, count: capacity), count: 3)
    private var byName: [String: Sound] = [:]

    init(_ table: TableText) throws(RuleError) {
        var classes: [String: UInt8] = ["-": 0]
        var likes: [String: UInt8] = [:]
        for row in table.rows {
            guard names.count < Self.capacity else {
                throw RuleError(table: "symbols.tsv", line: row.line, reason: "more than \(Self.capacity - 1) sounds")
            }
            let sound = Sound(names.count)
            guard byName.updateValue(sound, forKey: row[0]) == nil else {
                throw RuleError(table: "symbols.tsv", line: row.line, reason: "the sound \"\(row[0])\" stands twice")
            }
            names.append(row[0])
            let skeleton = classes[row[1], default: UInt8(classes.count)]
            guard skeleton < 16 else {
                throw RuleError(table: "symbols.tsv", line: row.line, reason: "more than 15 skeleton classes")
            }
            classes[row[1]] = skeleton
            skeletonClass[Int(sound)] = skeleton
            let group = likes[row[2], default: UInt8(likes.count + 1)]
            likes[row[2]] = group
            like[Int(sound)] = group
            for pairing in Pairing.allCases {
                guard let cost = UInt8(row[3 + pairing.rawValue]) else {
                    throw RuleError(
                        table: "symbols.tsv", line: row.line,
                        reason: "a cost from 0 to 255 is expected, not \"\(row[3 + pairing.rawValue])\"")
                }
                drop[pairing.rawValue][Int(sound)] = cost
            }
        }
    }

    /// The sound with this name, or nil.
    func sound(_ name: some StringProtocol) -> Sound? { byName[String(name)] }
}
