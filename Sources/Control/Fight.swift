import Reports

/// Fighting that was reported at a place: context for claims about it, not a claim itself.
struct Fight: Equatable {
    let time: Double
    /// Indices of the sides of its time.
    let sides: [Int]
    let source: Int32
    let leaning: Int32?

    /// Whether any of `fights`, sorted by time, lends weight to a claim that `side` made there at `time`: others must have
    /// seen it, not the claimant or somebody who favours the same side.
    static func isSeen(by fights: [Fight], side: Int, time: Double, source: Int32, leaning: Int32?) -> Bool {
        let first = fights.partition { $0.time >= time - Constants.fightingBeforeInDays }
        for fight in fights[first...] {
            guard fight.time <= time + Constants.fightingAfterInDays else { return false }
            if fight.sides.contains(side), fight.source != source || leaning == nil,
                fight.leaning == nil || fight.leaning != leaning
            {
                return true
            }
        }
        return false
    }

    /// Whether any of them falls into the days up to `time`.
    static func isFought(_ fights: [Fight], at time: Double) -> Bool {
        let first = fights.partition { $0.time >= time - Constants.foughtInDays }
        return first < fights.count && fights[first].time <= time
    }
}

extension Array {
    /// The first index whose element satisfies a condition that holds for all after it: a binary search.
    package func partition(_ belongsToSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
