/// The reports that say who holds a place, sorted by source, place and time of publication.
struct ControlClaims {
    struct One {
        let report: Report
        let place: Int
        let side: String
        let word: String

        var source: String { report.source }
        func says(_ other: One) -> Bool { side == other.side && word == other.word }
        func days(since other: One) -> Double { report.publishedAt.start.days(since: other.report.publishedAt.start) }
    }

    let all: [One]

    init(_ scenario: Scenario) {
        let log = scenario.log
        all = log.reports.indices.compactMap { index -> One? in
            let report = log.reports[index]
            guard report.claim.speaksOfControl, let place = log.placements[index].placeIndex,
                let actor = report.claim.actors.first
            else { return nil }
            return One(
                report: report, place: place, side: scenario.actors.side(of: actor, at: report.validFrom.start),
                word: report.claim.word)
        }
        .sorted {
            ($0.source, $0.place, $0.report.publishedAt.start, $0.report.file, $0.report.line)
                < ($1.source, $1.place, $1.report.publishedAt.start, $1.report.file, $1.report.line)
        }
    }

    /// Runs of neighbours with one key.
    func runs<Key: Equatable>(by key: (One) -> Key) -> [ArraySlice<One>] {
        var runs: [ArraySlice<One>] = []
        var start = 0
        for index in all.indices where index + 1 == all.count || key(all[index]) != key(all[index + 1]) {
            runs.append(all[start...index])
            start = index + 1
        }
        return runs
    }

    /// What one source says of one place, in time.
    var runsOfSourceAndPlace: [ArraySlice<One>] {
        struct Key: Equatable {
            let source: String
            let place: Int
        }
        return runs { Key(source: $0.source, place: $0.place) }
    }
}
