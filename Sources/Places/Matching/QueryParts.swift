/// Splits strings that hold two names of one place: "A_B", "A / B", "A - B", "A (B)".
enum QueryParts {
    /// At most this many names are read in one string.
    static let limit = 4

    /// Byte ranges of the names; one range where there is nothing to split.
    static func split(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            var lower = start
            var upper = end
            while lower < upper, text[lower] == 32 { lower += 1 }
            while upper > lower, text[upper - 1] == 32 { upper -= 1 }
            if upper - lower > 1, parts.count < limit { parts.append(lower..<upper) }
        }
        for offset in 0..<text.count {
            switch text[offset] {
            case UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
                UInt8(ascii: "]"):
                close(offset)
                start = offset + 1
            case UInt8(ascii: "-")
            where offset > 0 && offset + 1 < text.count && text[offset - 1] == 32 && text[offset + 1] == 32:
                close(offset)
                start = offset + 1
            default: break
            }
        }
        close(text.count)
        return parts
    }
}
