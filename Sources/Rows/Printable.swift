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
        if isHarmful(scalar) { out += number(of: scalar) } else { out.unicodeScalars.append(scalar) }
    }
    return out
}

/// A text of ours, of any length and of many lines, with strangers' names in it: the same marks are shown by their number.
package func disarmed(_ text: String) -> String {
    // Nothing below U+0080 is harmful but what stands below the space, and DEL.
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }) { return text }
    guard text.unicodeScalars.contains(where: { $0 != "\n" && isHarmful($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
        if scalar != "\n", isHarmful(scalar) { out += number(of: scalar) } else { out.unicodeScalars.append(scalar) }
    }
    return out
}

/// Whether a character controls a terminal, reorders the text around it or takes no room.
package func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x115F, 0x1160, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        true
    default: false
    }
}

private func number(of scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + ">"
}
