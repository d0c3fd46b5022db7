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
    package var date: String {
        var days = seconds / Self.secondsOfDay
        if seconds % Self.secondsOfDay < 0 { days -= 1 }
        let civil = CivilDate(daysSince1970: days)
        return String(civil.year) + "-" + two(civil.month) + "-" + two(civil.day)
    }

    /// `2015-12-02T17:00:00Z` (RFC 3339).
    package var timestamp: String {
        var rest = seconds % Self.secondsOfDay
        if rest < 0 { rest += Self.secondsOfDay }
        return date + "T" + two(Int(rest / 3600)) + ":" + two(Int(rest / 60 % 60)) + ":" + two(Int(rest % 60)) + "Z"
    }
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
