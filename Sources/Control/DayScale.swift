import Reports

extension Moment {
    /// Days since 1970-01-01T00:00Z; a day without a time of day counts from its noon.
    var dayNumber: Double { Double(start.seconds) / 86_400 + (isDay ? 0.5 : 0) }

    /// The end of it on the same scale.
    var endDayNumber: Double { Double(end.seconds) / 86_400 }
}
