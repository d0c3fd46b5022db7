/// A word, a number or a sign of an expression, with where it stands.
struct RelativeToken: Sendable {
    enum Kind: Sendable, Equatable {
        /// Folded: case, marks and variants of letters taken off.
        case word(String)
        case number(StatedNumber)
        /// A hyphen within a word, as in al-Bab.
        case hyphen
        /// A dash between words: –, —, or a hyphen with spaces around it.
        case dash
        case comma
        case openBracket
        case closeBracket
        /// Any other sign; ends nothing and begins nothing.
        case sign
    }

    var kind: Kind
    /// UTF-8 offsets in the text.
    let range: Range<Int>
    /// Where the word ends without its possessive 's.
    var stemEnd: Int?

    var word: String? {
        if case .word(let key) = kind { key } else { nil }
    }
}

/// A number with the digits it was given in, for they tell how exact it is.
struct StatedNumber: Sendable, Equatable {
    var value: Double
    /// Digits after the point.
    var decimals = 0
}

/// Cuts an expression into tokens.
struct RelativeTokens: Sendable {
    private(set) var tokens: [RelativeToken] = []
    /// True where the text has more tokens than were asked for.
    private(set) var isCut = false
    private var word = ""
    private var wordRange = 0..<0
    private var apostrophe: Int?

    /// The first `limit` tokens of the text. Linear in the bytes read.
    init(_ text: String, limit: Int) {
        var offset = 0
        var digits = NumberReader()
        for scalar in text.unicodeScalars {
            if tokens.count >= limit {
                isCut = true
                break
            }
            let width = UTF8.width(scalar)
            let range = offset..<(offset + width)
            offset += width
            if digits.take(scalar, range) {
                flushWord()
                continue
            }
            if let number = digits.finish() { append(number) }
            if let value = Self.fractions[scalar] {
                flushWord()
                if case .number(let whole)? = tokens.last?.kind, tokens.last?.range.upperBound == range.lowerBound {
                    tokens[tokens.count - 1].kind = .number(StatedNumber(value: whole.value + value, decimals: 2))
                } else {
                    append((StatedNumber(value: value, decimals: 2), range))
                }
                continue
            }
            read(scalar, range)
        }
        if let number = digits.finish() { append(number) }
        flushWord()
        joinDashes(text)
    }

    private mutating func append(_ number: (value: StatedNumber, range: Range<Int>)) {
        flushWord()
        tokens.append(RelativeToken(kind: .number(number.value), range: number.range, stemEnd: nil))
    }

    private mutating func read(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
        switch scalar {
        case "'", "’", "ʼ", "`", "´", "‘":
            // Part of the word: A'zaz, or the possessive of Aazaz's.
            if !word.isEmpty {
                apostrophe = range.lowerBound
                wordRange = wordRange.lowerBound..<range.upperBound
            }
        case "-", "‐", "‑": sign(.hyphen, range)
        case "–", "—", "―", "−": sign(.dash, range)
        case ",", "،", "、": sign(.comma, range)
        case "(", "[": sign(.openBracket, range)
        case ")", "]": sign(.closeBracket, range)
        case "&":
            sign(.word("and"), range)
        default:
            switch LetterTable.fold(scalar) {
            case .same: letters(String(scalar), range)
            case .letters(let letters): self.letters(letters, range)
            case .nothing: if !word.isEmpty { wordRange = wordRange.lowerBound..<range.upperBound }
            case .space:
                if scalar.properties.generalCategory == .spaceSeparator || scalar.value < 0x21 {
                    flushWord()
                } else {
                    sign(.sign, range)
                }
            }
            if scalar.value == 9 || scalar.value == 10 || scalar.value == 13 { flushWord() }
        }
    }

    private mutating func letters(_ letters: String, _ range: Range<Int>) {
        if word.isEmpty {
            wordRange = range
            apostrophe = nil
        }
        word += letters
        wordRange = wordRange.lowerBound..<range.upperBound
    }

    private mutating func sign(_ kind: RelativeToken.Kind, _ range: Range<Int>) {
        flushWord()
        tokens.append(RelativeToken(kind: kind, range: range, stemEnd: nil))
    }

    private mutating func flushWord() {
        guard !word.isEmpty else { return }
        var token = RelativeToken(kind: .word(word), range: wordRange, stemEnd: nil)
        // 's, or the bare apostrophe of a plural.
        if let apostrophe, wordRange.upperBound - apostrophe <= 4, word.hasSuffix("s") { token.stemEnd = apostrophe }
        tokens.append(token)
        word = ""
    }

    /// A hyphen with space around it is a dash.
    private mutating func joinDashes(_ text: String) {
        let bytes = text.utf8
        for (index, token) in tokens.enumerated() where token.kind == .hyphen {
            let previous = index > 0 ? tokens[index - 1].range.upperBound : 0
            let next = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : bytes.count
            if previous != token.range.lowerBound || next != token.range.upperBound { tokens[index].kind = .dash }
        }
    }

    private static let fractions: [Unicode.Scalar: Double] = ["¼": 0.25, "½": 0.5, "¾": 0.75]
}

/// Puts a number together: Latin and Arabic-Indic digits, one separator of decimals, separators of thousands.
struct NumberReader {
    private var whole = 0.0
    private var separator: Unicode.Scalar?
    /// The digits behind the separator.
    private var pending: [Int] = []
    private var range: Range<Int>?

    /// False where the character is no part of a number.
    mutating func take(_ scalar: Unicode.Scalar, _ at: Range<Int>) -> Bool {
        guard let digit = Self.digit(scalar) else {
            guard range != nil, separator == nil, [".", ",", "٫", "٬"].contains(scalar) else { return false }
            separator = scalar
            return true
        }
        if separator != nil {
            pending.append(digit)
        } else {
            whole = min(whole * 10 + Double(digit), 1e15)
        }
        range = (range?.lowerBound ?? at.lowerBound)..<at.upperBound
        return true
    }

    /// The number read so far, if any. A comma before three digits parts thousands; any other separator, decimals.
    mutating func finish() -> (value: StatedNumber, range: Range<Int>)? {
        guard let range else { return nil }
        var value = StatedNumber(value: whole)
        if let separator, !pending.isEmpty {
            let isThousands = separator == "٬" || (separator == "," && pending.count == 3 && whole > 0)
            var scale = 1.0
            var tail = 0.0
            for digit in pending.prefix(15) {
                tail = tail * 10 + Double(digit)
                scale *= 10
            }
            value =
                isThousands
                ? StatedNumber(value: whole * 1000 + tail)
                : StatedNumber(value: whole + tail / scale, decimals: min(pending.count, 15))
        }
        self = NumberReader()
        return (value, range)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x0660...0x0669: Int(scalar.value - 0x0660)
        case 0x06F0...0x06F9: Int(scalar.value - 0x06F0)
        default: nil
        }
    }
}
