import Rows

extension RelativeExpressionFact {
    package var code: String {
        switch self {
        case .empty: "empty"
        case .tooLong: "too-long"
        case .nothingRelative: "nothing-relative"
        case .unexpected: "unexpected-word"
        case .roadNeedsTwoEnds: "road-needs-two-ends"
        case .severalCuts: "several-cuts"
        case .distanceTooLarge: "distance-too-large"
        case .notOrthogonal: "not-orthogonal"
        case .minus: "minus"
        }
    }

    package var sentence: String {
        switch self {
        case .empty:
            "the expression is empty; expected one such as \"10 km east of Aazaz\""
        case .tooLong(let words):
            "longer than the \(words) words that an expression may have; give only the part that says where"
        case .nothingRelative(let text):
            "\"\(printable(text, limit: 60))\" says no distance, direction, road or neighbour; expected something such as "
                + "\"10 km east of Aazaz\", \"near Aazaz\", \"between Aazaz and Marea\" (a plain name goes to resolve)"
        case .unexpected(let seen, let offset, let expected):
            (seen.isEmpty ? "it ends at byte \(offset)" : "\"\(printable(seen, limit: 40))\" at byte \(offset + 1)")
                + " where \(expected.joined(separator: " or ")) was expected"
        case .roadNeedsTwoEnds(let anchor):
            "a road to \"\(printable(anchor, limit: 60))\" runs from anywhere; name both ends: \"on the road from A to B\""
        case .severalCuts(let text):
            "\"\(printable(text, limit: 60))\" can be cut into two names in several ways; write \"from A to B\" or put spaces "
                + "around the dash"
        case .distanceTooLarge(let text, let limit):
            "\"\(printable(text, limit: 40))\" is more than \(limit) km: too far to say where a place is; a point or a comma "
                + "in the wrong place?"
        case .notOrthogonal:
            "the two directions are not at right angles; expected such as \"10 km north and 5 km east of Aazaz\""
        case .minus(let text):
            "\"\(printable(text, limit: 40))\" has a minus; for the other side name the other direction, and put a space behind "
                + "a dash"
        }
    }
}
