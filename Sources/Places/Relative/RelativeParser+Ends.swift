/// What stands before and behind the relation.
extension RelativeParser {
    /// What was read before the relation; of nothing, no thing.
    struct Front { let thing: RelativeExpression.NamedThing? }

    /// What was read behind it, as offsets.
    struct Tail { let qualifier: Range<Int>? }

    /// The thing that is placed: nothing, "a village", "Kafrah", "Kafrah, a village", "the village of Kafrah". Nil where
    /// the words before `end` are none of these.
    mutating func thing(before end: Int) -> Front? {
        var last = end
        trimming: while last > 0 {
            switch tokens[last - 1].kind {
            case .comma, .openBracket, .dash, .sign: last -= 1
            case .word:
                for length in stride(from: min(3, last), through: 1, by: -1) {
                    let start = last - length
                    for role in [RelativeWords.Class.filler, .inside, .to, .by]
                    where match(role, at: start)?.next == last {
                        last = start
                        continue trimming
                    }
                }
                break trimming
            default: break trimming
            }
        }
        var first = 0
        while first < last, tokens[first].kind == .sign || tokens[first].kind == .hyphen { first += 1 }
        first = min(skip(at: first), last)
        guard first < last else { return Front(thing: nil) }
        let range = span(first..<last)
        // "the village of Kafrah", قرية كفرة
        if let (entry, next) = match(.kind, at: first) {
            let kind = PlaceKind(rawValue: entry.value)
            if next >= last { return Front(thing: .init(name: nil, kind: kind, range: range)) }
            let name = match(.of, at: next)?.next ?? (entry.language == "ar" ? next : nil)
            if let name, let text = plainName(name..<last) {
                return Front(thing: .init(name: text, kind: kind, range: range))
            }
        }
        // "Kafrah, a village"; "Kafrah village"
        for kindStart in (first + 1..<max(first + 1, last)).reversed() {
            guard let (entry, next) = match(.kind, at: kindStart), next == last else { continue }
            var nameEnd = kindStart
            var hasComma = false
            while nameEnd > first {
                if tokens[nameEnd - 1].kind == .comma || tokens[nameEnd - 1].kind == .dash {
                    hasComma = true
                } else if !isWord(.filler, at: nameEnd - 1) {
                    break
                }
                nameEnd -= 1
            }
            guard hasComma, let text = plainName(first..<nameEnd) else { continue }
            return Front(thing: .init(name: text, kind: PlaceKind(rawValue: entry.value), range: range))
        }
        if let text = plainName(first..<last) { return Front(thing: .init(name: text, kind: nil, range: range)) }
        return nil
    }

    /// The text of a name: up to eight words, with hyphens, full stops and a bracketed second name, nothing else.
    private mutating func plainName(_ range: Range<Int>) -> String? {
        guard !range.isEmpty, range.count <= 2 * Self.nameLimit else {
            expect("the name of a place of at most \(Self.nameLimit) words before the relation", at: range.lowerBound)
            return nil
        }
        for index in range {
            switch tokens[index].kind {
            case .word where Self.wordsOfRelations.contains(where: { isWord($0, at: index) }):
                expect("a name, then one relation", at: index)
                return nil
            case .word where index > range.lowerBound && (isWord(.inside, at: index) || isEnglishDirection(index)):
                expect("a name, then one relation", at: index)
                return nil
            case .word, .hyphen, .sign: continue
            default:
                expect("a name, then one relation", at: index)
                return nil
            }
        }
        return written(span(range))
    }

    /// No name has these in it; they are what is left of a relation that was not understood.
    private static let wordsOfRelations: [RelativeWords.Class] = [
        .between, .unit, .fraction, .andHalf, .outside, .halfway, .near, .of,
    ]

    private func isEnglishDirection(_ index: Int) -> Bool { match(.direction, at: index)?.entry.language == "en" }

    /// What may stand behind the relation: signs, a closing bracket, and ", Aleppo governorate" or "in northern Syria".
    /// Nil where other text remains.
    mutating func tail(at start: Int) -> Tail? {
        var index = start
        func passSigns(_ index: inout Int) {
            while index < tokens.count {
                switch tokens[index].kind {
                case .closeBracket, .sign: index += 1
                default: return
                }
            }
        }
        passSigns(&index)
        guard index < tokens.count else { return Tail(qualifier: nil) }
        let hasComma = tokens[index].kind == .comma
        if hasComma { index += 1 }
        passSigns(&index)
        guard index < tokens.count else { return Tail(qualifier: nil) }
        let preposition = match(.inside, at: index)
        guard hasComma || preposition != nil else {
            expect("the end, or a comma", at: index)
            return nil
        }
        let first = skip(at: preposition?.next ?? index)
        var last = first
        while last < tokens.count, last - first < 2 * Self.nameLimit {
            switch tokens[last].kind {
            case .word, .hyphen, .comma: last += 1
            default: break
            }
            if last < tokens.count, case .word = tokens[last].kind { continue }
            if last < tokens.count, tokens[last].kind == .hyphen || tokens[last].kind == .comma { continue }
            break
        }
        var end = last
        passSigns(&end)
        guard last > first, end == tokens.count else {
            expect("the name of a governorate or country, then the end", at: max(last, first))
            return nil
        }
        // A verb or a second relation would be lost in silence.
        for index in first..<last
        where [.between, .near, .road].contains(where: { isWord($0, at: index) }) || beginsArabicHeading(index)
            || (isEnglishDirection(index) && match(.direction, at: index).map { isWord(.of, at: $0.next) } ?? false)
        {
            expect("one relation only; leave out the rest", at: index)
            return nil
        }
        return Tail(qualifier: span(first..<last))
    }
}
