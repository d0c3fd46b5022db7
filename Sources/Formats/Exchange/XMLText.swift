/// A stranger's text inside XML.
enum XMLText {
    /// The text with its markup escaped, without control characters and the marks that reorder text; good between tags
    /// and between quotes.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n", "\r": out += " "
            default: if isShown(scalar) { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }

    /// The same for programs that take every text for HTML, as Google Earth does in its balloons: angle brackets become
    /// `‹` and `›`, so that nothing in it is ever a tag.
    static func escapedForBalloons(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            plain.unicodeScalars.append(scalar == "<" ? "\u{2039}" : scalar == ">" ? "\u{203A}" : scalar)
        }
        return escaped(plain)
    }

    /// XML 1.0 allows no control characters and no non-characters. The others are those that `printable` marks on a
    /// terminal.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x115F, 0x1160, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
            0xE0000...0xE0FFF:
            false
        default: true
        }
    }
}
