import Glibc

/// What became of the claims of a voice: how many others bore out, and how often the place was another's before.
struct Record: Sendable, Hashable {
    /// Added to the log-odds of its claims.
    let shift: Double
    /// Log-odds by which a claim of its says that another held the place before.
    let news: Double
    /// Claims borne out, of those that could be judged; both weighted by how sure the judgement was.
    let borneOut: Double
    let judged: Double
}

/// The sums behind a record.
struct Tally: Equatable {
    var logOdds = 0.0
    var count = 0.0
    var borneOut = 0.0
    var judged = 0.0
    var news = 0.0
    var newsJudged = 0.0

    mutating func add(_ other: Tally) {
        logOdds += other.logOdds
        count += other.count
        borneOut += other.borneOut
        judged += other.judged
        news += other.news
        newsJudged += other.newsJudged
    }

    /// The record of a class of claims, of which `own` is one that is to be weighed by the others.
    func record(without own: Tally) -> Record {
        let grade = logOdds / count
        let borneOut = max(borneOut - own.borneOut, 0)
        let judged = max(judged - own.judged, 0)
        let borne = (borneOut + Constants.recordPrior * chance(grade)) / (judged + Constants.recordPrior)
        let shift = Control.logOdds(min(max(borne, 0.003), 0.997)) - grade
        let news = Control.logOdds((self.news + 1.5) / (newsJudged + 3))
        return Record(
            shift: Self.inSteps(min(max(shift, -Constants.recordSwing), Constants.recordSwing)),
            news: Self.inSteps(min(max(news, 0), Constants.newsMost)), borneOut: borneOut, judged: judged)
    }

    /// A record is not known to the last digit, and one report more should not weigh all others of its voice anew.
    private static func inSteps(_ value: Double) -> Double {
        (value / Constants.recordStep).rounded() * Constants.recordStep
    }
}
