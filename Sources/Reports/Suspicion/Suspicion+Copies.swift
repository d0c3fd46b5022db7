extension Suspicion {
    /// Several sources with one text; one for each text.
    static func sameTexts(_ scenario: Scenario) -> [Suspicion] {
        let log = scenario.log
        var indicesOfText: [String: [Int]] = [:]
        for index in log.reports.indices {
            guard let text = log.reports[index].textKey, text.unicodeScalars.count > SuspicionLimits.lettersOfText
            else { continue }
            indicesOfText[text, default: []].append(index)
        }
        return indicesOfText.keys.sorted().compactMap { text in
            let indices = indicesOfText[text]!
            let sources = Set(indices.map { log.reports[$0].source })
            guard sources.count >= SuspicionLimits.sourcesWithOneText else { return nil }
            return Suspicion(
                .oneText, names: sources.sorted(), model: log.reports[indices[0]].evidence,
                places: Set(indices.compactMap { log.placements[$0].placeIndex }),
                reports: indices.map { log.reports[$0] })
        }
    }

    /// Sources that say hardly anything but what one other said just before; one for each.
    static func copiers(_ claims: ControlClaims, _ scenario: Scenario) -> [Suspicion] {
        struct Pair: Hashable {
            let copy: String
            let original: String
        }
        var totals: [String: Int] = [:]
        var copied: [Pair: [ControlClaims.One]] = [:]
        let inTime = claims.all.sorted {
            ($0.place, $0.side, $0.word, $0.report.publishedAt.start, $0.source)
                < ($1.place, $1.side, $1.word, $1.report.publishedAt.start, $1.source)
        }
        for (index, one) in inTime.enumerated() {
            totals[one.source, default: 0] += 1
            var originals: Set<String> = []
            // Those just before, and those of the same moment that come after in the order.
            let before = inTime[..<index].suffix(SuspicionLimits.lookedBack).reversed()
            let after = inTime[(index + 1)...].prefix(SuspicionLimits.lookedBack)
            for others in [Array(before), Array(after)] {
                for other in others {
                    guard other.place == one.place, one.says(other),
                        (0...SuspicionLimits.copiedWithinDays).contains(one.days(since: other))
                    else { break }
                    if other.source != one.source { originals.insert(other.source) }
                }
            }
            for original in originals { copied[Pair(copy: one.source, original: original), default: []].append(one) }
        }
        func part(_ copy: String, of original: String) -> Double {
            Double(copied[Pair(copy: copy, original: original)]?.count ?? 0) / Double(totals[copy]!)
        }
        return copied.keys.sorted { ($0.copy, $0.original) < ($1.copy, $1.original) }.compactMap { pair in
            let (there, back) = (part(pair.copy, of: pair.original), part(pair.original, of: pair.copy))
            guard copied[pair]!.count >= SuspicionLimits.copies, there >= SuspicionLimits.copiedPart else { return nil }
            // Two that say the same on the same days may both have seen it; which one copies, if any, must be told.
            let isTold =
                scenario.sources[pair.copy]?.echoes.contains(pair.original) ?? false
                || copied[pair]!.contains { $0.report.via == pair.original }
            guard isTold || back < SuspicionLimits.copiedPart else { return nil }
            return Suspicion(
                .copies, names: [pair.copy], model: pair.original, places: Set(copied[pair]!.map(\.place)),
                reports: copied[pair]!.map(\.report))
        }
    }
}
