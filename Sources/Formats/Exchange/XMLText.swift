import Rows

/// A stranger's text inside XML and HTML.
package enum XMLText {
    /// The text with its markup escaped, without control characters and the marks that reorder text; good between tags
    /// and between quotes.
    package static func escaped(_ text: String) -> String {
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

    /// XML 1.0 allows no control characters and not these two.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        !isHarmful(scalar) && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
