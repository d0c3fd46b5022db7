/// Lines and cells of a text with tabs, as ranges of its bytes: nothing is copied.
enum TabularText {
    /// Calls `body` with each line, counted from 1, without its end.
    @inline(__always)
    static func forEachLine(_ text: UnsafeBufferPointer<UInt8>, _ body: (Int, Range<Int>) -> Void) {
        var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 10 { end += 1 }
            body(line, start..<(end > start && text[end - 1] == 13 ? end - 1 : end))
            start = end + 1
            line += 1
        }
    }

    @inline(__always)
    static func split(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ fields: inout [Range<Int>], at separator: UInt8 = 9
    ) {
        fields.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        for offset in range where text[offset] == separator {
            fields.append(start..<offset)
            start = offset + 1
        }
        fields.append(start..<range.upperBound)
    }

    static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self)
    }

    /// A number in plain digits; nil for all else, such as "nan".
    static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
        var place = range.lowerBound
        let end = range.upperBound
        var isNegative = false
        if place < end, text[place] == 0x2D || text[place] == 0x2B {
            isNegative = text[place] == 0x2D
            place += 1
        }
        var digits: UInt64 = 0
        var count = 0
        var decimals = 0
        var seenPoint = false
        while place < end {
            let byte = text[place]
            if byte == 0x2E, !seenPoint {
                seenPoint = true
            } else if byte >= 0x30, byte <= 0x39 {
                if count < 17 {
                    digits = digits * 10 + UInt64(byte - 0x30)
                    if digits > 0 { count += 1 }
                    if seenPoint { decimals += 1 }
                } else if !seenPoint {
                    return general(text, range)
                }
            } else {
                return general(text, range)
            }
            place += 1
        }
        guard end > range.lowerBound, text[end - 1] != 0x2D, text[end - 1] != 0x2B, range.count > (seenPoint ? 1 : 0)
        else { return nil }
        // Exact while both numbers fit a double, which is when one division rounds once.
        guard digits < 1 << 53, decimals <= 22 else { return general(text, range) }
        let value = decimals == 0 ? Double(digits) : Double(digits) / powers[decimals]
        return isNegative ? -value : value
    }

    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    private static func general(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
        Double(string(text, range)).flatMap { $0.isFinite ? $0 : nil }
    }

    static func degrees(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limit: Double) -> Double? {
        number(text, range).flatMap { abs($0) <= limit ? $0 : nil }
    }

    /// Where in a line, from 1, the first byte stands that is not UTF-8 or is a NUL; nil where all is well.
    static func firstInvalidByte(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var place = range.lowerBound
        while place < range.upperBound {
            let first = text[place]
            if first < 0x80 {
                if first == 0 { return place - range.lowerBound + 1 }
                place += 1
                continue
            }
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            let slice = text[place..<min(range.upperBound, place + length)]
            guard first >= 0xC2, first < 0xF5, slice.count == length,
                slice.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }),
                !(first == 0xE0 && text[place + 1] < 0xA0), !(first == 0xED && text[place + 1] > 0x9F),
                !(first == 0xF0 && text[place + 1] < 0x90), !(first == 0xF4 && text[place + 1] > 0x8F)
            else { return place - range.lowerBound + 1 }
            place += length
        }
        return nil
    }
}
