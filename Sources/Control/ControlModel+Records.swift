extension ControlModel {
    /// Walks the statements of all places, first by their grades, then by the records of their voices too.
    /// `isTakenOver`: whose statements are those of the model before.
    func weigh(_ isTakenOver: [Bool]) {
        walk(pass: 0, built.map(\.statements))
        guard blocs.count > 1 else { return }
        for pass in 0..<Constants.recordPasses {
            let times = epochs
            let judge = Judge(blocs: blocs, epochs: times.map { ($0, sharesOfBlocs(at: $0, pass: pass)) })
            let tallies = tallies(judge, pass: pass, isTakenOver)
            records = [:]
            for (result, ofPlace) in zip(built, tallies) {
                for (one, tally) in zip(result.statements, ofPlace) where tally.count > 0 {
                    records[one.recordKey, default: Tally()].add(tally)
                }
            }
            walk(
                pass: pass + 1,
                zip(built, tallies).map { result, ofPlace in zip(result.statements, ofPlace).map(adjusted) })
        }
    }

    /// Moments to ask the surroundings at. They lie on a fixed grid of days, so that a report more does not move them.
    private var epochs: [Double] {
        var spacing = Constants.recordEpochInDays
        while (lastTime - firstTime) / spacing > Constants.recordEpochs { spacing *= 2 }
        let first = ((firstTime + 1) / spacing).rounded(.up)
        let last = (lastTime / spacing).rounded(.down)
        return first > last ? [lastTime] : stride(from: first, through: last, by: 1).map { $0 * spacing }
    }

    private func walk(pass: Int, _ statements: [[Statement]]) {
        let old = before?.kept.courses[pass]
        courses = statements.indices.map { place in
            if let old, old[place].statements == statements[place] { return old[place] }
            work.placesWalked += statements[place].isEmpty ? 0 : 1
            return Course(statements[place], blocs)
        }
        kept?.courses[pass] = courses
    }

    private func tallies(_ judge: Judge, pass: Int, _ isTakenOver: [Bool]) -> [[Tally]] {
        let old = before?.kept.judgements[pass]
        let isSameTime = old.map { $0.epochs.map(\.time) == judge.epochs.map(\.time) } ?? false
        let tallies = built.indices.map { place -> [Tally] in
            if let old, isSameTime, isTakenOver[place], judge.hears(place, as: old.epochs) { return old.tallies[place] }
            work.placesJudged += built[place].statements.isEmpty ? 0 : 1
            return judge.tallies(built[place].statements, place: place)
        }
        kept?.judgements[pass] = (judge.epochs, tallies)
        return tallies
    }

    private func adjusted(_ one: Statement, _ tally: Tally) -> Statement {
        // What is said of a canton is one sentence, however many places lie in it: they cannot bear each other out.
        guard tally.count > 0, let sum = records[one.recordKey] else { return one }
        let record = sum.record(without: tally)
        var one = one
        one.judged = tally
        one.adjustedLogOdds = min(one.logOdds + record.shift, Constants.cap(one.credibility))
        guard one.kind == .holds else { return one }
        one.news = record.news
        if let against = one.against, against != one.bloc { one.news = max(one.news, Constants.newsDefault) }
        return one
    }
}
