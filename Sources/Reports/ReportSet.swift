/// Reports by id, as a value that merges: parts of a log that were read apart, in any order and more than once, give one
/// and the same set. Merging is associative, commutative and idempotent; calls are computed from what was merged.
package struct ReportSet: Sendable, Equatable {
    /// Sorted by id, each id once.
    package let reports: [Report]

    package init(_ reports: some Sequence<Report>) {
        let sorted = reports.sorted(by: Self.stands)
        var kept: [Report] = []
        kept.reserveCapacity(sorted.count)
        for report in sorted where kept.last?.id != report.id { kept.append(report) }
        self.reports = kept
    }

    private init(sorted: [Report]) { reports = sorted }

    /// All reports of both. Where one id has two contents the one that sorts first stands, whoever brings it.
    /// - Complexity: O(n) in the number of both.
    package func merged(with other: ReportSet) -> ReportSet {
        var merged: [Report] = []
        merged.reserveCapacity(reports.count + other.reports.count)
        var (a, b) = (0, 0)
        while a < reports.count || b < other.reports.count {
            let takesFirst =
                b == other.reports.count || (a < reports.count && Self.stands(reports[a], before: other.reports[b]))
            let next = takesFirst ? reports[a] : other.reports[b]
            if takesFirst { a += 1 } else { b += 1 }
            if merged.last?.id != next.id { merged.append(next) }
        }
        return ReportSet(sorted: merged)
    }

    package static func == (a: ReportSet, b: ReportSet) -> Bool {
        a.reports.count == b.reports.count
            && zip(a.reports, b.reports).allSatisfy {
                $0.saysTheSame(as: $1) && $0.file == $1.file && $0.line == $1.line
            }
    }

    /// By id; under one id by content, then by where it stands.
    private static func stands(_ a: Report, before b: Report) -> Bool {
        if a.id != b.id { return a.id < b.id }
        if !a.saysTheSame(as: b) { return a.content.lexicographicallyPrecedes(b.content) }
        return (a.file, a.line) < (b.file, b.line)
    }
}

extension Report {
    /// All that it says, for comparing.
    fileprivate var content: [String] {
        let times = [publishedAt.text, recordedAt.text, validFrom.text, validTo?.text ?? ""]
        let words = [claim.word, precision.rawValue, extent?.rawValue ?? "", "\(credibility.rawValue)", source]
        let optional = [via, placeHint, placeID, supersedes, url, evidence, note].map { $0 ?? "" }
        // Actors last, since their number varies.
        return times + words + [place] + optional + claim.actors
    }
}
