/// Words that are not the name itself: articles, generic words, modifiers, and words for the kind of thing.
struct WordTable {
    enum Role: UInt8 {
        case core = 0
        case article, connective, descriptor, facility, generic, modifier
    }

    struct Word {
        let role: Role
        let name: String
        /// Bit of a generic or modifier in the masks of a name.
        let bit: UInt8
        /// The one form that stands for all spellings.
        let sounds: [Sound]
    }

    private(set) var words: [Word] = []
    /// For each modifier bit the bits of its opposites.
    private(set) var against = [UInt32](repeating: 0, count: 32)
    private var spellings: [[Sound]: Int] = [:]
    /// Open-addressed copy of `spellings` for the inner loop: hash of the sounds -> word + 1.
    private(set) var slots = [UInt32](repeating: 0, count: 4096)
    private(set) var slotHash = [UInt64](repeating: 0, count: 4096)

    /// - Parameter read: the sounds of one word as folding reads them.
    init(_ table: TableText, read: (String) -> [Sound]) throws(RuleError) {
        var generics: UInt8 = 0
        var modifiers: UInt8 = 0
        var bits: [String: UInt8] = [:]
        var pending: [(UInt8, String, Int)] = []
        for row in table.rows {
            let role: Role
            var bit: UInt8 = 0
            switch row[0] {
            case "article": role = .article
            case "connective": role = .connective
            case "descriptor": role = .descriptor
            case "facility": role = .facility
            case "generic":
                role = .generic
                bit = generics
                generics += 1
            case "modifier":
                role = .modifier
                bit = modifiers
                modifiers += 1
                bits[row[1]] = bit
                pending.append((bit, row[2], row.line))
            default: throw RuleError(table: "words.tsv", line: row.line, reason: "unknown role \"\(row[0])\"")
            }
            guard generics <= 64, modifiers <= 32 else {
                throw RuleError(table: "words.tsv", line: row.line, reason: "at most 64 generic words and 32 modifiers")
            }
            words.append(Word(role: role, name: row[1], bit: bit, sounds: read(row[1])))
            for spelling in row[3].split(separator: ",") {
                let sounds = read(String(spelling))
                if !sounds.isEmpty, spellings[sounds] == nil { spellings[sounds] = words.count - 1 }
            }
        }
        for (bit, names, line) in pending {
            for name in names.split(separator: ",") {
                guard let other = bits[String(name)] else {
                    throw RuleError(table: "words.tsv", line: line, reason: "\"\(name)\" is no modifier")
                }
                against[Int(bit)] |= 1 << UInt32(other)
                against[Int(other)] |= 1 << UInt32(bit)
            }
        }
        guard spellings.count < 3000 else {
            throw RuleError(table: "words.tsv", line: 0, reason: "more than 3000 spellings")
        }
        for (sounds, word) in spellings {
            let hash = sounds.withUnsafeBufferPointer { Hash.bytes($0.baseAddress!, $0.count) }
            var slot = Int(hash & 4095)
            while slots[slot] != 0 { slot = (slot + 1) & 4095 }
            slots[slot] = UInt32(word + 1)
            slotHash[slot] = hash
        }
    }
}

/// One small hash for bytes, the same on every machine: index files depend on it.
enum Hash {
    @inline(__always)
    static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for offset in 0..<count { hash = (hash ^ UInt64(start[offset])) &* 0x100_0000_01b3 }
        return mix(hash)
    }

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var hash = value ^ (value >> 32)
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        hash = hash &* 0xBF58_476D_1CE4_E5B9
        return hash ^ (hash >> 32)
    }
}
