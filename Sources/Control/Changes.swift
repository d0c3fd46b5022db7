import Glibc

/// What the statements of a place say together about changes of its holder: who admitted a loss first, on which day a
/// change falls, and who told it first.
enum Changes {
    static func mark(_ statements: inout [Statement], blocs: Blocs) {
        guard statements.count > 1 else { return }
        let heard = statements.indices.filter { statements[$0].folded == nil && !statements[$0].isOfArea }
        markAdmissions(&statements, heard, blocs)
        if redate(&statements, heard.filter { statements[$0].kind == .holds }) {
            // Stable: what is moved to one day keeps its order.
            let order = statements.indices.sorted { (statements[$0].time, $0) < (statements[$1].time, $1) }
            statements = order.map { statements[$0] }
        }
        markNews(&statements, blocs)
    }

    /// A source of the own side that says a place is back counts for more where its side had told the loss: who
    /// admits the one is believed on the other.
    private static func markAdmissions(_ statements: inout [Statement], _ heard: [Int], _ blocs: Blocs) {
        var admittedAt: [Int32: Double] = [:]
        for index in heard where statements[index].kind == .holds {
            let one = statements[index]
            guard let leaning = one.leaning else { continue }
            if one.relation == .againstOwnSide {
                admittedAt[leaning] = one.time
            } else if let time = admittedAt[leaning], one.time - time <= Constants.admissionInDays {
                statements[index].followsAdmission = true
                statements[index].logOdds = min(
                    one.logOdds + Constants.afterAdmission, Constants.cap(one.credibility))
                statements[index].adjustedLogOdds = statements[index].logOdds
            }
        }
    }

    /// Where three or more date one change within a few days of each other, none counts before the middle one by weight:
    /// one outlet that names an earlier evening does not move the day. True where any was moved.
    private static func redate(_ statements: inout [Statement], _ holds: [Int]) -> Bool {
        var isMoved = false
        var first = 0
        while first < holds.count {
            var last = first
            while last + 1 < holds.count, statements[holds[last + 1]].bloc == statements[holds[first]].bloc,
                statements[holds[last + 1]].time - statements[holds[last]].time <= Constants.sameChangeInDays
            {
                last += 1
            }
            let group = holds[first...last]
            first = last + 1
            guard group.count > 2 else { continue }
            let half = group.reduce(0) { $0 + chance(statements[$1].logOdds) } / 2
            var sum = 0.0
            var middle = statements[group.first!].time
            for index in group {
                sum += chance(statements[index].logOdds)
                middle = statements[index].time
                if sum >= half { break }
            }
            for index in group where statements[index].time < middle {
                guard middle - statements[index].time <= Constants.sameChangeInDays else { continue }
                statements[index].time = middle
                statements[index].isRedated = true
                isMoved = true
            }
        }
        return isMoved
    }

    /// A change is told once: who says the same soon after is its second witness, not a second change.
    private static func markNews(_ statements: inout [Statement], _ blocs: Blocs) {
        var told: [(time: Double, isOver: Bool)?] = .init(repeating: nil, count: blocs.count)
        for index in statements.indices where statements[index].kind == .holds && statements[index].folded == nil {
            let one = statements[index]
            if let last = told[one.bloc] {
                statements[index].isNews = last.isOver || last.time < one.time - Constants.newsInDays
            }
            if chance(one.logOdds) >= 0.3 {
                for bloc in told.indices where !blocs.areAllied(bloc, one.bloc, era: one.era) {
                    told[bloc]?.isOver = true
                }
            }
            told[one.bloc] = (one.time, false)
        }
    }
}
