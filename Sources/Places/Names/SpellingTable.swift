/// Second pass of folding, Latin letters only: spellings of one or more letters and the sounds they are read as.
struct SpellingTable {
    struct Rule {
        let letters: [UInt8]
        let sounds: [Sound]
        let atEnd: Bool
        let atStart: Bool
        /// `system: reason`, for the trace.
        let reason: String
    }

    private(set) var rules: [Rule] = []
    /// For each letter code the rules that begin with it, the longest first; every letter ends with its own sound.
    private(set) var starting: [[Int]] = Array(repeating: [], count: 32)

    init(_ table: TableText, alphabet: Alphabet) throws(RuleError) {
        for row in table.rows {
            var text = row[0]
            let atEnd = text.last == "$"
            let atStart = text.first == "^"
            if atEnd { text.removeLast() }
            if atStart { text.removeFirst() }
            var letters: [UInt8] = []
            for letter in text.unicodeScalars {
                // é and â in a spelling are e and a: accents are gone by now.
                let plain: Unicode.Scalar = letter == "é" ? "e" : letter == "â" ? "a" : letter
                guard let code = LetterRules.code(plain) else {
                    throw RuleError(table: "spellings.tsv", line: row.line, reason: "no letter \"\(letter)\"")
                }
                letters.append(code)
            }
            var sounds: [Sound] = []
            for name in row[1].split(separator: " ") {
                guard let sound = alphabet.sound(name) else {
                    throw RuleError(
                        table: "spellings.tsv", line: row.line, reason: "\"\(name)\" is no sound of symbols.tsv")
                }
                sounds.append(sound)
            }
            rules.append(
                Rule(letters: letters, sounds: sounds, atEnd: atEnd, atStart: atStart, reason: "\(row[2]): \(row[3])"))
        }
        for (index, rule) in rules.enumerated() { starting[Int(rule.letters[0])].append(index) }
        for code in 1..<32 {
            let all = rules
            starting[code].sort {
                all[$0].letters.count + (all[$0].atEnd ? 1 : 0) > all[$1].letters.count + (all[$1].atEnd ? 1 : 0)
            }
            guard code <= 26,
                !starting[code].contains(where: { all[$0].letters.count == 1 && !all[$0].atEnd && !all[$0].atStart })
            else { continue }
            guard let own = alphabet.sound(String(Unicode.Scalar(UInt8(96 + code)))) else {
                throw RuleError(
                    table: "spellings.tsv", line: 0,
                    reason: "no rule and no sound for \"\(Unicode.Scalar(UInt8(96 + code)))\"")
            }
            rules.append(Rule(letters: [UInt8(code)], sounds: [own], atEnd: false, atStart: false, reason: ""))
            starting[code].append(rules.count - 1)
        }
    }
}
