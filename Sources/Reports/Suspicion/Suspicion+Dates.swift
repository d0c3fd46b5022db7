extension Suspicion {
    /// Claims about days long past or still to come, and reports that came to be known at odd times.
    static func oddDates(_ scenario: Scenario) -> [Suspicion] {
        var back: [String: [Report]] = [:]
        var ahead: [String: [Report]] = [:]
        var late: [Report] = []
        var early: [Report] = []
        for report in scenario.log.reports {
            if report.claim.speaksOfControl {
                let days = report.publishedAt.start.days(since: report.validFrom.end)
                if days > SuspicionLimits.backDatedDays, report.precision.days < DatePrecision.month.days {
                    back[report.source, default: []].append(report)
                }
                if report.publishedAt.end <= report.validFrom.start { ahead[report.source, default: []].append(report) }
            }
            if report.recordedAt.start.days(since: report.publishedAt.end) > SuspicionLimits.recordedLateDays {
                late.append(report)
            }
            if report.recordedAt.end <= report.publishedAt.start { early.append(report) }
        }
        func bySource(_ kind: Kind, _ reports: [String: [Report]]) -> [Suspicion] {
            reports.keys.sorted().map { Suspicion(kind, names: [$0], reports: reports[$0]!) }
        }
        // When it was learnt is the keeper's doing, not the source's: one for all.
        func together(_ kind: Kind, _ reports: [Report]) -> [Suspicion] {
            reports.isEmpty ? [] : [Suspicion(kind, names: Set(reports.map(\.source)).sorted(), reports: reports)]
        }
        return bySource(.backDated, back) + bySource(.aheadDated, ahead) + together(.recordedLate, late)
            + together(.recordedEarly, early)
    }
}
