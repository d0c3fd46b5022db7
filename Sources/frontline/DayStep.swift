import Reports

/// How far apart the moments of a series lie: `1d`, `2w`, `12h`.
struct DayStep {
    let seconds: Int64

    /// Nil where the text is no such step, or none forward.
    init?(_ text: String) {
        guard let unit = text.last, let length = ["h": 3600, "d": 86_400, "w": 604_800][unit],
            let count = Int64(text.dropLast()), count > 0, count <= 10_000
        else { return nil }
        seconds = count * Int64(length)
    }

    /// The moments from `first` to `last`, that one too where it is met. Days stay days where the step is whole days. Else
    /// all are times, up to the end of `last`: a day counts up to its end, so its label would stand before the times in it.
    func moments(from first: Moment, to last: Moment) -> [Moment] {
        let start = first.start.seconds
        guard start <= last.start.seconds else { return [] }
        let isDay = first.isDay && seconds % Instant.secondsOfDay == 0
        let end = last.isDay && !isDay ? last.end.seconds : last.start.seconds
        return stride(from: start, through: end, by: Int(seconds)).compactMap { second in
            let instant = Instant(seconds: second)
            return Moment(isDay ? instant.date : instant.timestamp)
        }
    }
}
