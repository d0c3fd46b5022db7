import Reports

/// Counts voices, not messages: what copies, repeats or contradicts itself within the day is folded away.
enum Voices {
    /// Marks the statements of one place that do not count. They are sorted by time.
    static func fold(_ statements: inout [Statement], log: ReportLog, sources: SourceTable) {
        shareVoiceOfEqualTexts(&statements, log: log)
        let contradictions = selfContradictions(statements)
        var lastOfVoice: [VoiceKey: Int] = [:]
        for index in statements.indices {
            let one = statements[index]
            if one.kind == .holds, contradictions.contains(DayKey(source: one.source, day: one.time.rounded(.down))),
                !statements.contains(where: {
                    $0.voice != one.voice && $0.side == one.side && abs($0.time - one.time) < 2
                })
            {
                statements[index].folded = "contradicts itself within the day, and nobody else says so"
                continue
            }
            if let copied = originalVoice(of: one, among: statements, sources: sources) {
                statements[index].folded = "copies \(copied)"
                continue
            }
            let key = VoiceKey(voice: one.voice, kind: one.kind)
            if let last = lastOfVoice[key].map({ statements[$0] }), last.side == one.side,
                !statements.contains(where: {
                    $0.kind == .holds && $0.side != one.side && $0.voice != one.voice && $0.time > last.time
                        && $0.time <= one.time
                })
            {
                statements[index].folded = "repeats \(log.reports[last.reportIndex].id)"
                continue
            }
            if one.isPoor, crowd(before: index, in: statements) >= Constants.poorVoicesHeard {
                statements[index].folded = "one of a crowd of poorly graded sources, of which two are heard"
                continue
            }
            lastOfVoice[key] = index
        }
    }

    /// How many poorly graded voices said the same before and were heard, since a better one last said otherwise: poor
    /// sources are many and cheap, so their number proves nothing.
    private static func crowd(before index: Int, in statements: [Statement]) -> Int {
        let one = statements[index]
        var voices: Set<String> = []
        for other in statements[..<index].reversed() where other.folded == nil {
            if !other.isPoor, other.kind == .holds, other.side != one.side { break }
            if other.isPoor, other.side == one.side, other.kind == one.kind { voices.insert(other.voice) }
        }
        return voices.subtracting([one.voice]).count
    }

    private struct VoiceKey: Hashable {
        let voice: String
        let kind: Statement.Kind
    }

    private struct DayKey: Hashable {
        let source: String
        let day: Double
    }

    /// A hundred accounts with one text are one voice: that of the first. Texts of up to 20 letters are too common to tell.
    private static func shareVoiceOfEqualTexts(_ statements: inout [Statement], log: ReportLog) {
        struct Key: Hashable {
            let text: String
            let side: Int
            let kind: Statement.Kind
        }
        var voiceOfText: [Key: String] = [:]
        for index in statements.indices {
            guard let text = log.reports[statements[index].reportIndex].textKey, text.unicodeScalars.count > 20 else {
                continue
            }
            let key = Key(text: text, side: statements[index].side, kind: statements[index].kind)
            if let voice = voiceOfText[key] {
                statements[index].voice = voice
            } else {
                voiceOfText[key] = statements[index].voice
            }
        }
    }

    /// The days on which a source names more than one holder.
    private static func selfContradictions(_ statements: [Statement]) -> Set<DayKey> {
        var sides: [DayKey: Set<Int>] = [:]
        for one in statements where one.kind == .holds {
            sides[DayKey(source: one.source, day: one.time.rounded(.down)), default: []].insert(one.side)
        }
        return Set(sides.filter { $0.value.count > 1 }.keys)
    }

    /// The voice that the statement copies, where that voice says the same within two weeks.
    private static func originalVoice(of one: Statement, among all: [Statement], sources: SourceTable) -> String? {
        var originals = one.source != one.voice && !one.voice.hasPrefix("(") ? [one.voice] : []
        originals += sources[one.source]?.echoes ?? []
        return originals.first { original in
            all.contains {
                $0.source == original && $0.reportIndex != one.reportIndex && $0.side == one.side && $0.kind == one.kind
                    && abs($0.time - one.time) <= 14
            }
        }
    }
}
