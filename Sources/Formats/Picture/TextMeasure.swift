/// How wide a text is when it is set, as far as that can be known without the font.
///
/// The advances of DejaVu Sans, which is wider than most, so that what fits here fits.
enum TextMeasure {
    static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        var sum = 0.0
        for scalar in text.unicodeScalars { sum += advance(scalar) }
        return sum * size * (isBold ? 1.1 : 1)
    }

    /// The text in lines of at most `width`; a word that is wider stands alone.
    static func lines(_ text: String, size: Double, width: Double, isBold: Bool = false) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, self.width("\(last) \(word)", size: size, isBold: isBold) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        if scalar.value >= 0x20, scalar.value < 0x7F { return ascii[Int(scalar.value) - 0x20] / 1000 }
        if scalar.properties.generalCategory == .nonspacingMark { return 0 }
        // Latin with marks and Cyrillic; Arabic, whose letters join; all wider scripts.
        return switch scalar.value {
        case 0x590..<0x900: 0.56
        case 0x7F..<0x590, 0x1E00..<0x2000: 0.65
        case 0x2000..<0x2070: 0.5
        default: 1
        }
    }

    /// From the space to the tilde, in thousandths of the size.
    private static let ascii: [Double] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636,
        636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557,
        863,
        748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550,
        635,
        615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525,
        636,
        337, 636, 838,
    ]
}
