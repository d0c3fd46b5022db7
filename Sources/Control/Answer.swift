/// What the surroundings said at one moment, with what it was made from: where nothing of that changed the answer stands.
struct Answer {
    let votes: [Bool]
    let leads: [Double]
    let chances: [Double]
    let shares: [Double]
    /// The places that it was computed for; nil for all.
    let isWanted: [Bool]?

    /// Moment and question, to find it again.
    struct Key: Hashable {
        enum Question: Hashable {
            case epoch(pass: Int)
            case past(era: Int)
            case near(pass: Int)
            case wide(pass: Int)
        }

        let time: Double
        let question: Question
    }
}

extension Surroundings {
    /// The shares of each side around each place, as `shares`, taken over from `old` where no vote that is looked at
    /// changed. `fitted` counts the places that were computed.
    mutating func answer(
        _ chances: [Double], _ votes: (votes: [Bool], leads: [Double]), sides: Int, isWanted: [Bool]?, old: Answer?,
        isSameGround: [Bool]?, fitted: inout Int
    ) -> [Double] {
        look(at: votes.votes)
        guard let old, let isSameGround, old.chances.count == chances.count,
            wanted == wantedCount(old.votes)
        else {
            fitted += isWanted.map { $0.count { $0 } } ?? counts.count
            return shares(chances, leads: votes.leads, sides: sides, isWanted: isWanted)
        }
        var isChanged = [Bool](repeating: false, count: votes.votes.count)
        for place in isChanged.indices {
            isChanged[place] =
                old.votes[place] != votes.votes[place] || old.leads[place] != votes.leads[place]
                || (0..<sides).contains { old.chances[place * sides + $0] != chances[place * sides + $0] }
        }
        var isDirty = [Bool](repeating: false, count: isChanged.count)
        for place in isDirty.indices {
            isDirty[place] =
                !isSameGround[place] || !(old.isWanted?[place] ?? true) || looks(place) { isChanged[$0] }
        }
        fitted += isDirty.indices.count { isDirty[$0] && isWanted?[$0] ?? true }
        var shares = shares(
            chances, leads: votes.leads, sides: sides,
            isWanted: isDirty.indices.map { isDirty[$0] && isWanted?[$0] ?? true })
        for place in isDirty.indices where !isDirty[place] && isWanted?[place] ?? true {
            for entry in (place * sides)..<(place * sides + sides) { shares[entry] = old.shares[entry] }
        }
        return shares
    }
}
