import Reports

/// Counts voices, not messages: what copies, repeats or contradicts itself within the day is folded away.
enum Voices {
    private struct VoiceKey: Hashable {
        let voice: Int32
        let kind: Statement.Kind
    }

    private struct ClaimKey: Hashable {
        let who: Int32
        let bloc: Int
        let kind: Statement.Kind
    }

    private struct DayKey: Hashable {
        let source: Int32
        let day: Double
    }

    /// Marks the statements of one place that do not count. They are sorted by time.
    ///
    /// `texts`: the number of its words for each mention that has some; `copied`: whom each source copies.
    /// O(n log n) in the number of statements: floods are many.
    static func fold(_ statements: inout [Statement], texts: [Int32: Int32], copied: [Int32: [Int32]], blocs: Blocs) {
        guard statements.count > 1 else { return }
        shareVoiceOfEqualTexts(&statements, texts)
        let contradictions = selfContradictions(statements)
        let backing = Backing(statements)
        let said = timesOfClaims(statements, wanted: !copied.isEmpty || statements.contains { $0.voice != $0.source })
        var lastOfVoice: [VoiceKey: Int] = [:]
        var heardOfCrowd: [ClaimKey: Set<Int32>] = [:]
        var latest = LatestHolders(blocs)
        var ahead = 0
        for index in statements.indices {
            let one = statements[index]
            while ahead < statements.count, statements[ahead].time <= one.time {
                latest.hear(statements[ahead])
                ahead += 1
            }
            if one.kind == .holds, contradictions.contains(DayKey(source: one.source, day: one.time.rounded(.down))),
                !backing.isBacked(index, one)
            {
                statements[index].folded = .contradictsItself
                continue
            }
            if let source = original(of: one, said: said, copied: copied) {
                statements[index].folded = .copies(source: source)
                continue
            }
            let key = VoiceKey(voice: one.voice, kind: one.kind)
            if let last = lastOfVoice[key].map({ statements[$0] }), last.bloc == one.bloc,
                !latest.isContradicted(one, since: last.time)
            {
                statements[index].folded = .repeats(mention: last.mention)
                continue
            }
            let crowd = ClaimKey(who: 0, bloc: one.bloc, kind: one.kind)
            if one.isPoor, heardOfCrowd[crowd, default: []].subtracting([one.voice]).count >= Constants.poorVoicesHeard
            {
                statements[index].folded = .crowd
                continue
            }
            lastOfVoice[key] = index
            if one.isPoor {
                heardOfCrowd[crowd, default: []].insert(one.voice)
            } else if one.kind == .holds {
                // A better source has spoken: the poor are heard again, to the contrary.
                for key in heardOfCrowd.keys where !blocs.areAllied(key.bloc, one.bloc, era: one.era) {
                    heardOfCrowd[key] = nil
                }
            }
        }
    }

    /// A hundred accounts with one text are one voice: that of the first. Texts of up to 20 letters are too common to tell.
    private static func shareVoiceOfEqualTexts(_ statements: inout [Statement], _ texts: [Int32: Int32]) {
        guard texts.count > 1 else { return }
        var voiceOfText: [ClaimKey: Int32] = [:]
        for index in statements.indices {
            guard let text = texts[statements[index].mention] else { continue }
            let key = ClaimKey(who: text, bloc: statements[index].bloc, kind: statements[index].kind)
            if let voice = voiceOfText[key] {
                statements[index].voice = voice
            } else {
                voiceOfText[key] = statements[index].voice
            }
        }
    }

    /// The days on which a source names more than one holder.
    private static func selfContradictions(_ statements: [Statement]) -> Set<DayKey> {
        var first: [DayKey: Int] = [:]
        var found: Set<DayKey> = []
        for one in statements where one.kind == .holds {
            let key = DayKey(source: one.source, day: one.time.rounded(.down))
            if let bloc = first[key] {
                if bloc != one.bloc { found.insert(key) }
            } else {
                first[key] = one.bloc
            }
        }
        return found
    }

    private static func timesOfClaims(_ statements: [Statement], wanted: Bool) -> [ClaimKey: [(Double, Int32)]] {
        guard wanted else { return [:] }
        var times: [ClaimKey: [(Double, Int32)]] = [:]
        for one in statements {
            times[ClaimKey(who: one.source, bloc: one.bloc, kind: one.kind), default: []].append(
                (one.time, one.mention))
        }
        return times
    }

    /// The source that the statement copies, where that one says the same within two weeks.
    private static func original(
        of one: Statement, said: [ClaimKey: [(Double, Int32)]], copied: [Int32: [Int32]]
    ) -> Int32? {
        guard !said.isEmpty else { return nil }
        let originals = (one.source != one.voice ? [one.voice] : []) + (copied[one.source] ?? [])
        return originals.first { original in
            guard let times = said[ClaimKey(who: original, bloc: one.bloc, kind: one.kind)] else { return false }
            let first = times.partition { $0.0 >= one.time - Constants.copiedWithinDays }
            return times[first...].prefix(2).contains {
                $0.0 <= one.time + Constants.copiedWithinDays && $0.1 != one.mention
            }
        }
    }
}
