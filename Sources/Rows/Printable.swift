/// A stranger's text made safe to show on a terminal and in a message: control characters and the marks that
/// reorder text (bidi embeddings, overrides, isolates) or take no room (soft hyphens, fillers, tags) are shown by their
/// number, and long text is cut. The joiners of Arabic and Persian stay.
///
/// Unicode Technical Report 36 (sections 2.1 and 3.2) and Technical Standard 39 (section 3) name the marks.
package func printable(_ text: String, limit: Int = 200) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
        if count == limit { return out + "…" }
        count += 1
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x115F, 0x1160, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            let hex = String(scalar.value, radix: 16, uppercase: true)
            out += "<U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + ">"
        default:
            out.unicodeScalars.append(scalar)
        }
    }
    return out
}
