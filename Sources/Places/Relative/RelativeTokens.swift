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
