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
