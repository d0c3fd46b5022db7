import Reports

/// A moment as a newspaper writes it.
enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `2 December 2015`; `2 December 2015, 17:00 UTC`.
    static func text(_ moment: Moment) -> String {
        let date = moment.start.date.split(separator: "-").compactMap { Int($0) }
        guard date.count == 3, months.indices.contains(date[1] - 1) else { return moment.text }
        let day = "\(date[2]) \(months[date[1] - 1]) \(date[0])"
        return moment.isDay ? day : "\(day), \(moment.start.timestamp.dropFirst(11).prefix(5)) UTC"
    }
}
