import Reports

extension Cause {
    /// One line for a reader.
    package var sentence: String {
        switch self {
        case .clash: "fighting near the place says nothing of who holds it"
        case .strike: "a strike says nothing of who holds the place"
        case .denialOfNobodyNamed: "denies the part of a group that no report names as holder here"
        case .edge: "speaks of the edge of the place only"
        case .corrected(let id): "corrected by \(id)"
        case .datedAhead: "claims something of a day after it was published"
        case .contradictsItself: "contradicts itself within the day, and nobody else says so"
        case .copies(let source): "copies \(source)"
        case .repeats(let id): "repeats \(id)"
        case .crowd: "one of a crowd of poorly graded sources, of which two are heard"
        case .ofALaterDay: "speaks of a later day"
        case .weighed(let grounds): grounds.sentence
        }
    }
}

extension Cause.Grounds {
    /// `B2, favours nobody: 96 %; 12 of 14 such claims borne out: 93 %`.
    var sentence: String {
        func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
        var text = "\(reliability?.rawValue ?? "ungraded, ")\(credibility.rawValue), "
        switch relation {
        case .forOwnSide: text += "for the side that it favours"
        case .againstOwnSide: text += "against the side that it favours"
        case .neutral: text += "favours nobody"
        }
        if fightingSeen, relation == .forOwnSide { text += ", fighting there seen by others" }
        if followsAdmission { text += ", whose loss its side had told" }
        if let area { text += ", said of \(area) as a whole" }
        text += ": \(percent(byGrades))"
        if let record, abs(record.shift) > 0.2, percent(adjusted) != percent(byGrades) {
            let (borneOut, judged) = (Int(record.borneOut.rounded()), Int(record.judged.rounded()))
            text +=
                judged > 0
                ? "; \(borneOut) of \(judged) other such claims borne out" : "; others hardly bear such claims out"
            text += ": \(percent(adjusted))"
        }
        if isDenial { text += "; a denial counts for less" }
        if isRedated { text += "; dated with the other reports of this change" }
        if isDatedLater { text += "; dated later, so it speaks for whoever held the place until then" }
        return text
    }
}
