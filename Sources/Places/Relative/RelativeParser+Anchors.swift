/// The names that a relation is told from.
extension RelativeParser {
    /// Words that end a name: what comes behind a relation's first anchor.
    private func endsName(at index: Int, stopping roles: [RelativeWords.Class]) -> Bool {
        switch tokens[index].kind {
        case .comma, .openBracket, .closeBracket, .dash, .number: true
        case .word: !roles.isEmpty && (roles.contains { isWord($0, at: index) } || beginsArabicHeading(index))
        case .hyphen, .sign: false
        }
    }

    static let usualStops: [RelativeWords.Class] = [.and, .inside, .between, .directionAfter, .near]

    /// شمال, or وشمال: a second relation. As part of a name the direction has an article or an ending: كفرة الشرقية.
    func beginsArabicHeading(_ index: Int) -> Bool {
        guard let word = tokens[index].word else { return false }
        let bare = Self.withoutPrefix("و", word)
        return Self.arabicHeadings.contains(word) || bare.map(Self.arabicHeadings.contains) ?? false
    }

    private static let arabicHeadings: Set<String> = ["شمال", "جنوب", "شرق", "غرب"]

    /// The anchor at a token and the token behind it. A leading article and "the town of" are no part of its name.
    mutating func anchor(
        at start: Int, stopping roles: [RelativeWords.Class] = Self.usualStops, until limit: Int? = nil
    ) -> (anchor: RelativeExpression.Anchor, next: Int)? {
        var first = skip(at: start)
        first = passKind(at: first)
        var last = first
        var words = 0
        while last < min(limit ?? tokens.count, tokens.count), !endsName(at: last, stopping: last > first ? roles : [])
        {
            if tokens[last].word != nil { words += 1 }
            last += 1
        }
        // A sign at the end is not of the name.
        while last > first, tokens[last - 1].word == nil { last -= 1 }
        // "Near the village": which?
        if let (_, next) = match(.kind, at: first), next == last { words = 0 }
        guard words > 0, words <= Self.nameLimit, last > first else {
            expect(
                words > Self.nameLimit ? "a name of at most \(Self.nameLimit) words" : "the name of a place",
                at: words > Self.nameLimit ? first + Self.nameLimit : first)
            return nil
        }
        if last < tokens.count, case .number = tokens[last].kind {
            // "from Route 5": digits belong to a name only where nothing else could be meant.
            if limit == nil, distanceBehind(last) == false {
                expect("a name without digits", at: last)
                return nil
            }
        }
        return (anchor(first..<last), last)
    }

    /// The token behind "the strategic border town of", "the cities of", بلدتي; the same token where there is none of it.
    private func passKind(at first: Int) -> Int {
        if let (entry, next) = match(.kinds, at: first) {
            if entry.language == "ar" { return next }
            return next < tokens.count && tokens[next].word == "of" ? skip(at: next + 1) : first
        }
        for index in first..<min(first + 4, tokens.count) {
            guard tokens[index].word != nil || tokens[index].kind == .hyphen else { break }
            if let (_, next) = match(.kind, at: index), next < tokens.count, tokens[next].word == "of" {
                return skip(at: next + 1)
            }
            if isWord(.and, at: index) || isWord(.of, at: index) { break }
        }
        return first
    }

    private func distanceBehind(_ index: Int) -> Bool { index + 1 < tokens.count && isWord(.unit, at: index + 1) }

    /// The anchor of the tokens, as written.
    func anchor(_ range: Range<Int>) -> RelativeExpression.Anchor {
        let place = span(range)
        return .init(text: written(place), range: place)
    }

    /// An anchor behind the Arabic ل that is written onto it: لحلب, لمدينة حلب, للباب.
    func withoutLam(_ anchor: RelativeExpression.Anchor) -> RelativeExpression.Anchor {
        let scalars = Array(anchor.text.unicodeScalars)
        guard scalars.count > 3, scalars[0] == "ل" else { return anchor }
        // للباب is ل + الباب.
        let name = scalars[1] == "ل" ? ["ا"] + scalars[1...] : Array(scalars[1...])
        var text = String.UnicodeScalarView()
        text.append(contentsOf: name)
        return .init(text: String(text), range: anchor.range)
    }

    /// Two anchors with `and`, `to`, a dash, or the Arabic و written onto the second.
    mutating func pair(
        at start: Int, joinedBy roles: [RelativeWords.Class], until limit: Int? = nil
    ) -> (first: RelativeExpression.Anchor, second: RelativeExpression.Anchor, next: Int)? {
        let bound = min(limit ?? tokens.count, tokens.count)
        let first = skip(at: start)
        // An explicit joint.
        for index in first..<max(first, bound) where index > first {
            let isDash = tokens[index].kind == .dash
            var joint: Int?
            for role in roles where joint == nil { joint = match(role, at: index)?.next }
            guard isDash || joint != nil else { continue }
            guard let (a, end) = anchor(at: first, stopping: roles + Self.usualStops, until: index), end == index else {
                return nil
            }
            guard let (b, next) = anchor(at: joint ?? index + 1, until: limit) else { return nil }
            return (a, b, next)
        }
        // و written onto the second name.
        let start = passKind(at: first)
        var stop = start
        while stop < bound, tokens[stop].word != nil || tokens[stop].kind == .hyphen { stop += 1 }
        let cuts = (start..<stop).dropFirst().filter { index in
            tokens[index].word.flatMap { Self.withoutPrefix("و", $0) } != nil
        }
        if roles.contains(.and), let cut = cuts.first {
            guard cuts.count == 1 else {
                verdict = .severalCuts(text: written(span(first..<stop)))
                return nil
            }
            guard let (second, next) = anchor(at: cut, until: limit) else { return nil }
            let bare = String(second.text.unicodeScalars.dropFirst())
            return (anchor(start..<cut), .init(text: bare, range: second.range), next)
        }
        return hyphenated(start, stop)
    }

    /// "Aazaz-Aleppo": the one hyphen that does not hang on an article.
    private mutating func hyphenated(
        _ first: Int, _ stop: Int
    ) -> (first: RelativeExpression.Anchor, second: RelativeExpression.Anchor, next: Int)? {
        let cuts = (first..<max(first, stop)).filter { index in
            guard tokens[index].kind == .hyphen, index > first, index + 1 < stop, let word = tokens[index - 1].word
            else {
                return false
            }
            if Self.articles.contains(word) { return false }
            // Tell-Rifaat, but al-Bab-Aazaz.
            let hasArticle = index > first + 2 && tokens[index - 2].kind == .hyphen
            return hasArticle || !Self.heads.contains(word)
        }
        guard cuts.count == 1 else {
            if cuts.count > 1 { verdict = .severalCuts(text: written(span(first..<stop))) }
            expect("two names, joined by \"and\", \"to\" or a dash", at: stop)
            return nil
        }
        return (anchor(first..<cuts[0]), anchor(cuts[0] + 1..<stop), stop)
    }

    private static let articles: Set<String> = [
        "al", "el", "ul", "il", "ad", "ar", "as", "at", "az", "an", "ash", "ez", "er", "es", "et", "esh", "ed", "en",
        "ech",
        "ej",
    ]
    private static let heads: Set<String> = [
        "deir", "dayr", "tal", "tel", "tell", "tall", "abu", "umm", "bab", "kafr", "khan", "ayn", "ain", "bayt", "beit",
    ]
}
