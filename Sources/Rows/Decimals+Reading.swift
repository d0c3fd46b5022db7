extension Decimals {
    /// The number that the bytes spell, such as `-36.25` or `3.6e1`; nil for all else, also for infinities.
    ///
    /// Up to 15 digits need no text: both parts of the quotient are exact, so it is the nearest double.
    package static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var digits: Int64 = 0
        var count = 0
        var decimals = -1
        var place = 0
        let isNegative = bytes.first == 0x2D
        if isNegative || bytes.first == 0x2B { place = 1 }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x2E && decimals < 0 {
                decimals = 0
            } else if byte >= 0x30 && byte <= 0x39 && count < 15 {
                digits = 10 * digits + Int64(byte - 0x30)
                count += 1
                if decimals >= 0 { decimals += 1 }
            } else {
                return slowly(bytes)
            }
            place += 1
        }
        guard count > 0 else { return nil }
        let value = decimals > 9 ? nil : Double(digits) / powers[max(0, decimals)]
        guard let value else { return slowly(bytes) }
        return isNegative ? -value : value
    }

    private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        // Double(_:) also takes hexadecimal digits and "nan".
        guard bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }),
            let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
        else { return nil }
        return value
    }
}
