/// A time as people write it: a day, or a time of day with its offset from UTC.
package struct Moment: Hashable, Sendable {
    /// The first instant of it.
    package let start: Instant
    /// The first instant after it: the next day for a day, the next second for a time.
    package let end: Instant
    /// Whether it is a day.
    package let isDay: Bool

    /// Reads `2015-12-02`, `2015-12-02T19:00+02:00`, `2015-12-02T17:00:00Z` (RFC 3339; a space for the T, seconds may be
    /// left out). Nil for all else, also for a time without an offset, which would mean another instant to each reader.
    package init?(_ text: String) {
        var text = text
        guard let civil = text.withUTF8({ Self.day($0) }) else { return nil }
        let midnight = civil.daysSince1970 * Instant.secondsOfDay
        let bytes = text.utf8.count == 10 ? [] : Array(text.utf8)
        if bytes.isEmpty {
            start = Instant(seconds: midnight)
            end = Instant(seconds: midnight + Instant.secondsOfDay)
            isDay = true
            return
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == 0x20,
            let seconds = Self.timeOfDay(bytes[11...])
        else { return nil }
        start = Instant(seconds: midnight + seconds)
        end = Instant(seconds: midnight + seconds + 1)
        isDay = false
    }

    /// The day that the first ten bytes say.
    private static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ places: Range<Int>) -> Int? {
            var number = 0
            for i in places {
                guard bytes[i] &- 0x30 < 10 else { return nil }
                number = number * 10 + Int(bytes[i] - 0x30)
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// As it would be written: the day, or the time in UTC.
    package var text: String { isDay ? start.date : start.timestamp }

    /// Seconds after midnight UTC of `19:00+02:00`, `17:00:00Z`, `17:00:00.5Z`; nil for all else.
    private static func timeOfDay(_ bytes: ArraySlice<UInt8>) -> Int64? {
        var rest = bytes
        guard rest.count >= 6, let hour = digits(rest.prefix(2)), hour < 24, rest.dropFirst(2).first == 0x3A,
            let minute = digits(rest.dropFirst(3).prefix(2)), minute < 60
        else { return nil }
        rest = rest.dropFirst(5)
        var second = 0
        var isLeap = false
        if rest.first == 0x3A {
            guard let value = digits(rest.dropFirst().prefix(2)), value <= 60 else { return nil }
            isLeap = value == 60
            second = min(value, 59)
            rest = rest.dropFirst(3)
            if rest.first == UInt8(ascii: ".") {
                let fraction = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
                guard !fraction.isEmpty else { return nil }
                rest = rest.dropFirst(1 + fraction.count)
            }
        }
        let local = Int64(hour * 3600 + minute * 60 + second)
        guard let offset = offset(rest) else { return nil }
        let seconds = local - offset
        // A leap second is the last of a day in UTC; which days had one is not looked up.
        if isLeap, (seconds + Instant.secondsOfDay) % Instant.secondsOfDay != Instant.secondsOfDay - 1 { return nil }
        return seconds
    }

    /// Seconds by which the clocks are ahead of UTC; nil for what is no offset.
    private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
        if rest.count == 1, rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") { return 0 }
        guard rest.count == 6, let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = digits(rest.dropFirst().prefix(2)), hours < 24, rest.dropFirst(3).first == 0x3A,
            let minutes = digits(rest.dropFirst(4).prefix(2)), minutes < 60
        else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60)
        return sign == UInt8(ascii: "+") ? offset : -offset
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
