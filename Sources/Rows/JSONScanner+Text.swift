extension JSONScanner {
    /// The next value, a string, without its escapes.
    package mutating func string() throws(JSONError) -> String {
        let (range, isPlain) = try rawString()
        if isPlain { return String(decoding: bytes[range], as: UTF8.self) }
        return try unescaped(range)
    }

    /// The range of the next string between its quotes, and whether it holds no escape. Checked: UTF-8, no control
    /// character, escapes whole.
    mutating func rawString() throws(JSONError) -> (range: Range<Int>, isPlain: Bool) {
        guard take(0x22) else { throw failure("a text in quotes was expected") }
        let start = position
        var isPlain = true
        var isASCII = true
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x22:
                let range = start..<position
                if !isASCII, String(validating: bytes[range], as: UTF8.self) == nil {
                    throw failure("a text that is not UTF-8", at: start)
                }
                if !isPlain { _ = try unescaped(range) }
                position += 1
                return (range, isPlain)
            case 0x5C:
                isPlain = false
                position += 2
            case 0..<0x20:
                throw failure("a control character in a text; write it as \\u00XX")
            default:
                if byte >= 0x80 { isASCII = false }
                position += 1
            }
        }
        throw failure("a text is never closed", at: start)
    }

    /// Escapes are rare in maps: the strict parser reads them.
    private func unescaped(_ range: Range<Int>) throws(JSONError) -> String {
        let quoted = Array(bytes[(range.lowerBound - 1)...range.upperBound])
        let text: String?
        do throws(JSONError) {
            text = try JSONParser.parse(quoted[...]).string
        } catch {
            throw failure(error.reason, at: range.lowerBound - 1 + error.offset)
        }
        guard let text, !text.utf8.contains(0) else { throw failure("a NUL in a text", at: range.lowerBound) }
        return text
    }
}
