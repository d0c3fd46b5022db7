/// First pass of folding: what a letter of any script stands for.
///
/// The result is a *letter code*, one byte: 1...26 a–z, 27...31 ş ç ğ š ž, 64 + sound for Arabic letters and digits,
/// 128... for scripts without rules (three codes a letter, so that they can still be compared exactly).
struct LetterRules {
    static let drop: UInt32 = 0xFF
    static let wordBreak: UInt32 = 0
    static let unknown: UInt32 = 0xFE
    static let extras: [Unicode.Scalar] = ["ş", "ç", "ğ", "š", "ž"]
    /// Letters from here on have no rules.
    static let limit = 0x2100

    /// Up to four codes, the first in the lowest byte.
    private(set) var codes = [UInt32](repeating: unknown, count: limit)

    /// Digits, a bit each by sound: 11 is not 1, as ll is l.
    private(set) var digits: UInt64 = 0

    init(_ table: TableText, alphabet: Alphabet) throws(RuleError) {
        for value in 0..<0x80 { codes[value] = Self.wordBreak }
        for value in [0xA0, 0xAB, 0xB7, 0xBB, 0x60C, 0x61B, 0x61F, 0x6D4] + Array(0x2000...0x206F) {
            codes[value] = Self.wordBreak
        }
        for value in Array(0x300...0x36F) + Array(0x200B...0x200F) + Array(0x202A...0x202E) + [0xAD, 0x2060] {
            codes[value] = Self.drop
        }
        for offset in 0..<26 {
            codes[97 + offset] = UInt32(offset + 1)
            codes[65 + offset] = UInt32(offset + 1)
        }
        for row in table.rows {
            let folded = try Self.fold(row, alphabet: alphabet)
            if row[0] == "digit", folded >= 64 { digits |= 1 << UInt64(folded - 64) }
            for letter in row[2].unicodeScalars {
                guard letter.value < UInt32(Self.limit) else {
                    // Full-width signs lie beyond the table: they break words anyway.
                    continue
                }
                codes[Int(letter.value)] = folded
            }
        }
    }

    /// The code of a plain letter as tables write it, or nil.
    static func code(_ letter: Unicode.Scalar) -> UInt8? {
        if ("a"..."z").contains(letter) { return UInt8(letter.value - 96) }
        return extras.firstIndex(of: letter).map { UInt8(27 + $0) }
    }

    private static func fold(_ row: TableText.Row, alphabet: Alphabet) throws(RuleError) -> UInt32 {
        if row[1] == "-" { return drop }
        if row[0] == "arabic" || row[0] == "digit" {
            guard let sound = alphabet.sound(row[1]) else {
                throw RuleError(
                    table: "letters.tsv", line: row.line, reason: "\"\(row[1])\" is no sound of symbols.tsv")
            }
            return 64 + UInt32(sound)
        }
        var result: UInt32 = 0
        for (place, letter) in row[1].unicodeScalars.enumerated() {
            guard let code = code(letter), place < 4 else {
                throw RuleError(
                    table: "letters.tsv", line: row.line,
                    reason: "\"\(row[1])\" is not one to four letters of a-z ş ç ğ š ž")
            }
            result |= UInt32(code) << UInt32(8 * place)
        }
        return result
    }
}
