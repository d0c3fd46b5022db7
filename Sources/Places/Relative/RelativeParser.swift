/// Reads a relative expression by its tokens: first what comes before the relation (the thing that is placed), then the
/// relation with its anchors, then what may come behind. Nothing is guessed: text that stays over is an error.
struct RelativeParser {
    /// More words are no expression; it keeps every trial below bounded.
    static let tokenLimit = RelativeExpression.wordLimit
    static let nameLimit = 8
    /// Farther is no help to say where a place is.
    static let distanceLimitInKilometres = RelativeExpression.distanceLimitInKilometres

    struct Body {
        var kind: RelativeExpression.Kind
        var distance: StatedDistance?
        var secondDistance: StatedDistance?
        var directions: [CompassPoint] = []
        var anchors: [RelativeExpression.Anchor] = []
        var isFromEdge = false
        var isByRoad = false
        var uses: [RelativeExpression.Use] = []

        init(_ kind: RelativeExpression.Kind) { self.kind = kind }
    }

    let text: String
    let bytes: [UInt8]
    let tokens: [RelativeToken]
    private let isCut: Bool
    /// What was expected at the token that no trial came beyond.
    private var furthest = (token: -1, expected: [String]())
    /// A fault that is more telling than an unexpected word.
    var verdict: RelativeExpressionFact?

    init(_ text: String) {
        self.text = text
        let read = RelativeTokens(text, limit: Self.tokenLimit)
        tokens = read.tokens
        isCut = read.isCut
        bytes = tokens.isEmpty ? [] : Array(text.utf8)
    }

    func expression() throws(RelativeExpressionFact) -> RelativeExpression {
        var parser = self
        return try parser.parse()
    }

    private mutating func parse() throws(RelativeExpressionFact) -> RelativeExpression {
        guard !tokens.isEmpty else { throw .empty }
        guard !isCut else { throw .tooLong(words: Self.tokenLimit) }
        if let minus = minus() { throw .minus(text: written(minus)) }
        var sawRelation = false
        for start in tokens.indices where start == 0 || mayBegin(at: start) {
            guard let (body, end) = body(at: start) else { continue }
            sawRelation = true
            guard let tail = tail(at: end) else { continue }
            guard let front = thing(before: start) else { continue }
            if let distance = body.distance ?? body.secondDistance, let range = body.uses.first?.range,
                distance.upperInMetres > Double(Self.distanceLimitInKilometres) * 1000
            {
                throw .distanceTooLarge(text: written(range), limitInKilometres: Self.distanceLimitInKilometres)
            }
            var uses = body.uses
            if let thing = front.thing {
                uses.append(.init(role: thing.name == nil ? "kind" : "thing", range: thing.range))
            }
            if let qualifier = tail.qualifier { uses.append(.init(role: "qualifier", range: qualifier)) }
            return RelativeExpression(
                text: text, body: body, named: front.thing, qualifier: tail.qualifier.map(written),
                uses: uses.sorted { ($0.range.lowerBound, $0.role) < ($1.range.lowerBound, $1.role) })
        }
        if let verdict { throw verdict }
        guard sawRelation || furthest.token >= 0 else { throw .nothingRelative(text: text) }
        let at = min(furthest.token, tokens.count)
        let range = at < tokens.count ? tokens[at].range : bytes.count..<bytes.count
        throw .unexpected(seen: written(range), offset: range.lowerBound, expected: furthest.expected)
    }

    /// Remembers how far a trial came, for the message.
    mutating func expect(_ what: String, at index: Int) {
        if index > furthest.token {
            furthest = (index, [what])
        } else if index == furthest.token, !furthest.expected.contains(what), furthest.expected.count < 4 {
            furthest.expected.append(what)
        }
    }

    /// The text between two offsets, which are borders of tokens.
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The offsets from one token to before another.
    func span(_ tokenRange: Range<Int>) -> Range<Int> {
        guard let first = tokenRange.first, let last = tokenRange.last else { return 0..<0 }
        return tokens[first].range.lowerBound..<tokens[last].range.upperBound
    }

    // MARK: Words of the table

    /// The longest entry of a class that begins at a token, with the token behind it. A hyphen between its words counts as
    /// a space.
    func match(_ role: RelativeWords.Class, at index: Int) -> (entry: RelativeWords.Entry, next: Int)? {
        guard index < tokens.count, let word = tokens[index].word else { return nil }
        for entry in RelativeWords.shared.beginning(with: word) where entry.role == role {
            if let next = end(of: entry.words, at: index) { return (entry, next) }
        }
        return nil
    }

    private func end(of words: [String], at start: Int) -> Int? {
        var index = start
        for (position, word) in words.enumerated() {
            if position > 0, index < tokens.count, tokens[index].kind == .hyphen { index += 1 }
            guard index < tokens.count, tokens[index].word == word else { return nil }
            index += 1
        }
        return index
    }

    func isWord(_ role: RelativeWords.Class, at index: Int) -> Bool { match(role, at: index) != nil }

    /// Passes over words that change nothing, and over the given classes.
    func skip(_ roles: [RelativeWords.Class] = [.filler], at index: Int) -> Int {
        var index = index
        search: while index < tokens.count {
            for role in roles {
                if let (_, next) = match(role, at: index) {
                    index = next
                    continue search
                }
            }
            break
        }
        return index
    }

    /// Whether a relation could begin at a token: saves trials.
    private func mayBegin(at index: Int) -> Bool {
        switch tokens[index].kind {
        case .number: return true
        case .word:
            let roles: [RelativeWords.Class] = [
                .direction, .number, .fraction, .distance, .about, .near, .between, .halfway, .road, .part, .within,
                .inside,
                .along, .by, .unit, .filler,
            ]
            if roles.contains(where: { isWord($0, at: index) }) { return true }
            // The anchor itself may come first: behind a comma, a bracket or a preposition.
            switch tokens[index - 1].kind {
            case .comma, .openBracket, .dash: return true
            case .word: return isWord(.inside, at: index - 1) || isWord(.filler, at: index - 1)
            default: return false
            }
        default: return false
        }
    }
}
