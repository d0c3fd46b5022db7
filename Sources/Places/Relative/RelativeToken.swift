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
