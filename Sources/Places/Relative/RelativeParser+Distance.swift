/// Distances: "10 km", "about 5-6 kilometres", "half a mile", "خمسة كيلومترات".
extension RelativeParser {
    /// The distance at a token, with what lies behind it.
    mutating func distance(at start: Int) -> (value: StatedDistance, range: Range<Int>, next: Int)? {
        var index = start
        var isAbout = false
        while let next = match(.about, at: index)?.next {
            isAbout = true
            index = next
        }
        let first = index
        let hasBetween = match(.between, at: index)
        if let hasBetween { index = hasBetween.next }
        // Arabic has one word for two kilometres.
        if let (entry, next) = match(.distance, at: index), let metres = Double(entry.value) {
            return made((metres, metres, 1000), unit: 1, isAbout, first, next)
        }
        guard var (low, afterLow) = number(at: index) else {
            // "a kilometre"
            let after = skip(at: index)
            if after > index, let (unit, next) = match(.unit, at: after), let metres = Double(unit.value),
                metres >= 1000
            {
                return one(metres, isAbout, first, next)
            }
            if let (unit, next) = match(.unit, at: index), unit.language == "ar", let metres = Double(unit.value),
                metres >= 1000
            {
                return one(metres, isAbout, first, next)
            }
            return nil
        }
        if let half = match(.andHalf, at: afterLow), let parts = Double(half.entry.value) {
            low = (low.low + 1 / parts, low.high + 1 / parts, 1 / parts)
            afterLow = half.next
        }
        // "5 km to 6 km" and "5-6 km"
        var index2 = match(.unit, at: afterLow)?.next ?? afterLow
        var high = low
        var behind = afterLow
        let joins =
            index2 < tokens.count
            && (tokens[index2].kind == .hyphen || tokens[index2].kind == .dash || isWord(.to, at: index2)
                || isWord(.and, at: index2))
        if joins {
            index2 = match(.to, at: index2)?.next ?? match(.and, at: index2)?.next ?? index2 + 1
            if let (second, after) = number(at: index2), match(.unit, at: after) != nil {
                high = second
                behind = after
            }
        }
        if hasBetween != nil, behind == afterLow { return nil }
        guard let (unit, next) = match(.unit, at: skipHyphen(at: behind)), let metres = Double(unit.value) else {
            expect("a unit such as km or miles", at: behind)
            return nil
        }
        guard low.low <= high.high, low.low > 0 else {
            expect("a distance above 0, the smaller number first", at: first)
            return nil
        }
        var end = next
        if let half = match(.andHalf, at: next), let parts = Double(half.entry.value), low == high {
            low = (low.low + 1 / parts, low.high + 1 / parts, 1 / parts)
            high = low
            end = half.next
        }
        return made((low.low, high.high, min(low.step, high.step)), unit: metres, isAbout, first, end)
    }

    /// "A kilometre", "a mile and a half", كيلومتر واحد, كيلومتر ونصف.
    private func one(
        _ unit: Double, _ isAbout: Bool, _ first: Int, _ next: Int
    ) -> (value: StatedDistance, range: Range<Int>, next: Int) {
        if let half = match(.andHalf, at: next), let parts = Double(half.entry.value) {
            return made((1 + 1 / parts, 1 + 1 / parts, 1 / parts), unit: unit, isAbout, first, half.next)
        }
        let behind = number(at: next).flatMap { $0.number.low == 1 && $0.number.high == 1 ? $0.next : nil } ?? next
        return made((1, 1, 1), unit: unit, isAbout, first, behind)
    }

    /// A distance with a minus before it, which is no dash between two numbers or words; nil where there is none.
    func minus() -> Range<Int>? {
        for (index, token) in tokens.enumerated().dropLast(2) {
            guard token.kind == .hyphen || token.kind == .dash, case .number = tokens[index + 1].kind,
                token.range.upperBound == tokens[index + 1].range.lowerBound,
                let (_, next) = match(.unit, at: index + 2)
            else { continue }
            if index > 0 {
                if case .number = tokens[index - 1].kind { continue }
                if tokens[index - 1].range.upperBound == token.range.lowerBound { continue }
            }
            return token.range.lowerBound..<tokens[next - 1].range.upperBound
        }
        return nil
    }

    private func skipHyphen(at index: Int) -> Int {
        index < tokens.count && tokens[index].kind == .hyphen ? index + 1 : index
    }

    private func made(
        _ number: (low: Double, high: Double, step: Double), unit: Double, _ isAbout: Bool, _ first: Int, _ next: Int
    ) -> (value: StatedDistance, range: Range<Int>, next: Int) {
        (
            StatedDistance(
                lowerInMetres: number.low * unit, upperInMetres: number.high * unit,
                precisionInMetres: number.step * unit / 2, isAbout: isAbout || isWord(.about, at: next)),
            span(first..<next), match(.about, at: next)?.next ?? next
        )
    }

    typealias ReadNumber = (low: Double, high: Double, step: Double)

    /// A number in digits or words, as lowest and highest value ("a few") and the step that it tells apart.
    private func number(at index: Int) -> (number: ReadNumber, next: Int)? {
        guard index < tokens.count else { return nil }
        if case .number(let number) = tokens[index].kind {
            return ((number.value, number.value, StatedDistance.step(of: number)), index + 1)
        }
        if let (entry, next) = match(.fraction, at: index), let parts = Double(entry.value) {
            return ((1 / parts, 1 / parts, 1 / parts), next)
        }
        guard let (entry, next) = match(.number, at: index) else { return nil }
        let bounds = entry.value.split(separator: ".").compactMap { Double($0) }
        guard let low = bounds.first, let high = bounds.last else { return nil }
        if bounds.count > 1 { return ((low, high, 1), next) }
        // twenty-five; خمسة وعشرين
        let second = skipHyphen(at: next)
        if low >= 20, low < 100, let (unit, end) = match(.number, at: second), let value = Double(unit.value),
            value < 10
        {
            return ((low + value, low + value, 1), end)
        }
        if low < 10, next < tokens.count, let word = tokens[next].word, let rest = Self.withoutPrefix("و", word),
            let tens = RelativeWords.shared.beginning(with: rest).first(where: {
                $0.role == .number && $0.words.count == 1
            }),
            let value = Double(tens.value), value >= 20, value < 100
        {
            return ((low + value, low + value, 1), next + 1)
        }
        // "one hundred", "two hundred"
        if low < 10, let (entry, end) = match(.number, at: next), entry.value == "100" {
            return ((low * 100, low * 100, 10), end)
        }
        return ((low, low, StatedDistance.step(of: StatedNumber(value: low))), next)
    }

    /// The word without a letter that Arabic writes onto it, where at least two letters remain.
    static func withoutPrefix(_ prefix: Unicode.Scalar, _ word: String) -> String? {
        let scalars = word.unicodeScalars
        guard scalars.first == prefix, scalars.count > 2 else { return nil }
        return String(scalars.dropFirst())
    }
}
