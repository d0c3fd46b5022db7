import Rows

extension Suspicion {
    /// One line for people: what was seen, and how often.
    package var sentence: String {
        let who = names.prefix(3).map { printable($0) }.joined(separator: ", ") + (names.count > 3 ? " …" : "")
        let whom = model.map { printable($0, limit: 60) } ?? ""
        return switch kind {
        case .flood:
            "\(who) says the same of \(places.count) \(places.count == 1 ? "place" : "places") \(count) times"
        case .oneText:
            "\(names.count) sources (\(who)) use one text \(count) times: \"\(whom)\""
        case .copies:
            "\(who) said \(count) times what \(whom) had said within \(Int(SuspicionLimits.copiedWithinDays)) days before, and "
                + "little else"
        case .backDated:
            "\(who) speaks \(times) of a day more than \(Int(SuspicionLimits.backDatedDays)) days before it was published"
        case .aheadDated:
            "\(who) speaks \(times) of a day after it was published"
        case .recordedLate:
            "\(count) \(count == 1 ? "report was" : "reports were") recorded more than \(Int(SuspicionLimits.recordedLateDays)) days after they were published"
        case .recordedEarly:
            "\(count) \(count == 1 ? "report" : "reports") (\(who)) recorded before they were published"
        case .lookAlikeActor:
            "the party \"\(who)\" looks like \"\(whom)\"\(foreignLetters), in \(count) \(count == 1 ? "row" : "rows")"
        case .lookAlikeSource:
            "the source \"\(who)\" looks like \"\(whom)\"\(foreignLetters), in \(count) \(count == 1 ? "report" : "reports")"
        case .flips:
            "\(who) changes its mind \(count) times within a day on \(places.count) \(places.count == 1 ? "place" : "places")"
        }
    }

    private var times: String { count == 1 ? "once" : "\(count) times" }

    /// What comes of it, and what to do.
    package var wayOut: String {
        switch kind {
        case .flood:
            "repeats count once; lower its grade in the sources file, or drop the rows, if it is no honest source"
        case .oneText: "they count as one voice; name the first of them under \"echoes\" of the others"
        case .copies: "copies count once; name the other under \"echoes\" in the sources file if it is not there yet"
        case .backDated:
            "look at the dates; where only the month is known, write date_precision month; newer claims prevail"
        case .aheadDated: "such a claim counts for nothing; look at both dates"
        case .recordedLate: "--as-known-on hides them until then; look at recorded_at if that is not meant"
        case .recordedEarly: "nobody can know it earlier; look at both dates"
        case .lookAlikeActor:
            "correct the name, or give the party its own row in the actors file under a name that cannot be mistaken"
        case .lookAlikeSource:
            "correct the name, or give the source its own row and grade in the sources file; unlisted ones count as F"
        case .flips: "what it says on such a day counts only where another agrees; lower its grade in the sources file"
        }
    }

    /// ` (with U+0443)`: letters of another script than the rest.
    private var foreignLetters: String {
        let odd = (names.first ?? "").unicodeScalars.filter { scalar in
            !(model ?? "").unicodeScalars.contains(scalar) && scalar.value > 0x7F
        }
        let codes = Set(odd.map { "U+" + String(repeating: "0", count: max(0, 4 - hex($0).count)) + hex($0) }).sorted()
        return codes.isEmpty ? "" : " (with \(codes.prefix(3).joined(separator: ", ")))"
    }

    private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }
}
