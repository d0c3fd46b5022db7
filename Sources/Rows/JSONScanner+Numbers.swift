extension JSONScanner {
    /// The range of the next number, checked by the grammar of JSON.
    mutating func numberText() throws(JSONError) -> Range<Int> {
        _ = peek()
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
        let whole = position
        guard digits() > 0 else { throw failure("a value was expected", at: start) }
        guard bytes[whole] != 0x30 || position == whole + 1 else {
            throw failure("a number with a leading zero", at: start)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard digits() > 0 else { throw failure("a number with no digit after the point") }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard digits() > 0 else { throw failure("a number with no digit in its exponent") }
        }
        return start..<position
    }

    private mutating func digits() -> Int {
        let first = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        return position - first
    }

    /// Beyond this ``tenMillionths()`` tells no more than that a number is large.
    package static let tenMillionthsLimit: Int64 = 1 << 60

    /// The next number times 10⁷, rounded to the nearest whole one (halves away from zero), within ±2⁶⁰.
    ///
    /// Worked out from the digits, which needs no floating point: exact for any number of decimals, and the fastest way
    /// to read coordinates.
    package mutating func tenMillionths() throws(JSONError) -> Int64 {
        _ = peek()
        let start = position
        var at = position
        let end = bytes.count
        let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let whole = at
        var value: Int64 = 0
        while at < end, bytes[at] &- 0x30 < 10 {
            if value < 1 << 32 { value = value * 10 + Int64(bytes[at] &- 0x30) }
            at += 1
        }
        guard at > whole, bytes[whole] != 0x30 || at == whole + 1 else { return try slowTenMillionths() }
        var decimals = 0
        if at < end, bytes[at] == UInt8(ascii: ".") {
            at += 1
            let first = at
            while at < end, decimals < 7 {
                let digit = bytes[at] &- 0x30
                guard digit < 10 else { break }
                value = value * 10 + Int64(digit)
                decimals += 1
                at += 1
            }
            if at == first { return try slowTenMillionths() }
            if at < end, bytes[at] &- 0x30 < 10 {
                if bytes[at] >= 0x35 { value += 1 }
                while at < end, bytes[at] &- 0x30 < 10 { at += 1 }
            }
        }
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            position = start
            return try slowTenMillionths()
        }
        position = at
        value *= Self.powers[7 - decimals]
        value = min(value, Self.tenMillionthsLimit)
        return isNegative ? -value : value
    }

    /// Numbers with an exponent, and what is no number.
    private mutating func slowTenMillionths() throws(JSONError) -> Int64 {
        let range = try numberText()
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw failure("a number beyond all bounds", at: range.lowerBound)
        }
        let limit = Double(Self.tenMillionthsLimit)
        return Int64(min(max((number * 1e7).rounded(.toNearestOrAwayFromZero), -limit), limit))
    }

    private static let powers: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// What is left of an array of at least two numbers, stepped into and led to its first element: the first two times
    /// 10⁷, and how many there are.
    ///
    /// - Throws: where a value is no number, or the array is shorter.
    package mutating func restOfPosition() throws(JSONError) -> (x: Int64, y: Int64, count: Int) {
        var isFirst = false
        let x = try tenMillionths()
        guard try nextElement(&isFirst) else { throw failure("a position with one number; expected two") }
        let y = try tenMillionths()
        var count = 2
        while try nextElement(&isFirst) {
            _ = try tenMillionths()
            count += 1
        }
        return (x, y, count)
    }
}
