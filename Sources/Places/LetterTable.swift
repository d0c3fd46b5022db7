/// How single letters are folded. One table, so that a linguist can read and extend it.
enum LetterTable {
    enum Folded {
        case letters(String)
        case same
        case nothing
        case space
    }

    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: return .same
        case 0x41...0x5A: return .letters(String(Unicode.Scalar(scalar.value + 32)!))
        default: break
        }
        if let letters = table[scalar] { return .letters(letters) }
        if signs.contains(scalar) { return .nothing }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control: return .nothing
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .connectorPunctuation,
            .otherPunctuation, .openPunctuation, .closePunctuation, .mathSymbol:
            return .space
        case .initialPunctuation, .finalPunctuation, .modifierSymbol: return .nothing
        default: break
        }
        let lower = properties.lowercaseMapping
        guard lower.unicodeScalars.first != scalar else { return .same }
        var out = ""
        for small in lower.unicodeScalars {
            if let letters = table[small] {
                out += letters
            } else if small.properties.generalCategory != .nonspacingMark {
                out.unicodeScalars.append(small)
            }
        }
        return .letters(out)
    }

    /// Apostrophes, and the signs for ayn and hamza: press and official spellings put or omit them freely.
    private static let signs = Set("'`´‘’‛ʻʼʽʾʿˈ′＇ء\u{0640}".unicodeScalars)

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (letter, variants) in variantsOfLetters {
            for scalar in variants.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()

    /// Each letter with the marked forms that are read as it: Latin of the romanisations (BGN, ALA-LC, Mandate French),
    /// Turkish and Kurdish; Arabic with its Persian and Kurdish variants. Hamza carriers go to their carrier, alif
    /// maqsura to ya, ta marbuta to ha.
    private static let variantsOfLetters: [(String, String)] = [
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặȧɑ"), ("ae", "æ"), ("b", "ḃḅḇ"), ("c", "çćĉċč"), ("d", "ďđḍḏḑð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệə"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįıǐịỉ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľłḷḹḻ"), ("m", "ḿṁṃ"), ("n", "ñńņňṅṇṉ"),
        ("o", "òóôõöøōŏőǒọỏốồổỗộơ"), ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřṙṛṟ"), ("s", "śŝşšșṡṣ"), ("ss", "ß"),
        ("t", "ţťŧțṫṭṯẗ"), ("u", "ùúûüũūŭůűųǔụủư"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉ"), ("x", "ẋẍ"), ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("ا", "أإآٱ"), ("ي", "ىئیې"), ("و", "ؤۆ"), ("ه", "ةہھە"), ("ك", "کگ"), ("ج", "چ"), ("ب", "پ"), ("ف", "ڤ"),
    ]
}
