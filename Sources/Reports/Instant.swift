/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    package static let secondsOfDay: Int64 = 86_400

    package func adding(days: Double) -> Instant { Instant(seconds: seconds + Int64(days * 86_400)) }

    /// Days from `earlier` to this moment, negative where it lies before.
    package func days(since earlier: Instant) -> Double { Double(seconds - earlier.seconds) / 86_400 }

    /// `2015-12-02`, the day in UTC.
    package var date: String { text(withTime: false) }

    /// `2015-12-02T17:00:00Z` (RFC 3339).
    package var timestamp: String { text(withTime: true) }

    /// Digit by digit: a long log asks for millions of these.
    private func text(withTime: Bool) -> String {
        var days = seconds / Self.secondsOfDay
        var rest = seconds % Self.secondsOfDay
        if rest < 0 {
            days -= 1
            rest += Self.secondsOfDay
        }
        let civil = CivilDate(daysSince1970: days)
        guard (1000...9999).contains(civil.year) else { return longText(civil, rest, withTime: withTime) }
        return String(unsafeUninitializedCapacity: 20) { bytes in
            var end = 0
            func put(_ byte: UInt8) {
                bytes.initializeElement(at: end, to: byte)
                end += 1
            }
            func two(_ value: Int) {
                put(0x30 + UInt8(value / 10))
                put(0x30 + UInt8(value % 10))
            }
            two(civil.year / 100)
            two(civil.year % 100)
            put(0x2D)
            two(civil.month)
            put(0x2D)
            two(civil.day)
            guard withTime else { return end }
            put(0x54)
            two(Int(rest / 3600))
            put(0x3A)
            two(Int(rest / 60 % 60))
            put(0x3A)
            two(Int(rest % 60))
            put(0x5A)
            return end
        }
    }

    /// The same for years that have not four digits.
    private func longText(_ civil: CivilDate, _ rest: Int64, withTime: Bool) -> String {
        let date = String(civil.year) + "-" + two(civil.month) + "-" + two(civil.day)
        guard withTime else { return date }
        return date + "T" + two(Int(rest / 3600)) + ":" + two(Int(rest / 60 % 60)) + ":" + two(Int(rest % 60)) + "Z"
    }
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
